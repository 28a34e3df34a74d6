"""Count an enquiry, or leave it open and bring it to its confirmed answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from contracts.enquiries.answers import EnquiriesView, EnquiryCount, EnquiryView
from contracts.words.enquiries import Channel, EnquiryState
from hall.calendar.service_day import local
from hall.enquiries.commands.call_back import CallBackWork, Seal, erase_call_back, find_enquiry, keep_call_back
from hall.enquiries.commands.enquiry_record import enquiry_record
from hall.enquiries.model.enquiry import Enquiry
from hall.enquiries.model.facts import EnquiryAnswered, EnquiryConfirmed, EnquiryHandedOn, EnquiryReceived
from hall.kernel.moment import Moment
from hall.kernel.ports import HasOutbox
from hall.kernel.request_settings import names_of
from hall.kernel.settings import HallSettings

SHOWN = 500
"""The most open enquiries in one answer."""
DAYS = 1
"""How many days are counted when the request names none."""


@dataclass(frozen=True)
class Receive:
    """Somebody asks; without a question it is answered at once and only counted, and nobody is called back."""

    topic: str
    channel: Channel
    question: str | None
    by: str
    seal: Seal | None = None
    """Encrypts the number to call back, if the person gave one with consent."""


@dataclass(frozen=True)
class HandOn:
    """Somebody else (`to`) finds the answer."""

    number: int
    to: str
    by: str


@dataclass(frozen=True)
class Answered:
    """Somebody found the answer."""

    number: int
    text: str
    by: str


@dataclass(frozen=True)
class Confirm:
    """The person who asked has the answer."""

    number: int
    by: str


class EnquiryWork(CallBackWork, HasOutbox, Protocol):
    """What enquiries read and write."""


def receive(command: Receive, *, work: EnquiryWork, now: Moment) -> Enquiry:
    """Count it, and leave it open where there is a question."""
    work.settings.choices.topic(command.topic)
    question = (command.question or "").strip() or None
    day = local(now, work.settings).date()
    number = work.enquiries.next_number()
    made = Enquiry(
        number, command.topic, command.channel, day, now.at, command.by,
        state=EnquiryState.CONFIRMED if question is None else EnquiryState.RECEIVED,
        question=question, confirmed=now.at if question is None else None,
    )  # fmt: skip
    made = _keep(made, work)
    work.record(EnquiryReceived(number, command.topic, command.channel.value, command.by, question is not None))
    if command.seal is not None and question is not None:
        keep_call_back(number, command.seal, command.by, work=work, now=now)
    return made


def hand_on(command: HandOn, *, work: EnquiryWork, now: Moment) -> Enquiry:  # noqa: ARG001 - a use case's shape
    """Hand it on; to the same again changes nothing."""
    known = find_enquiry(command.number, work)
    moved = known.hand_on(command.to.strip())
    if moved != known:
        moved = _keep(moved, work)
        work.record(EnquiryHandedOn(known.number, command.to.strip(), command.by))
    return moved


def answer(command: Answered, *, work: EnquiryWork, now: Moment) -> Enquiry:
    """Enter the answer; the same text again changes nothing."""
    known = find_enquiry(command.number, work)
    if known.answer == command.text.strip():
        return known
    moved = known.answer_with(command.text.strip(), command.by, now.at)
    moved = _keep(moved, work)
    work.record(EnquiryAnswered(known.number, command.by))
    return moved


def confirm(command: Confirm, *, work: EnquiryWork, now: Moment) -> Enquiry:
    """Close it; a number to call back is erased."""
    known = find_enquiry(command.number, work)
    moved = known.confirm(now.at)
    if moved != known:
        moved = _keep(moved, work)
        work.record(EnquiryConfirmed(known.number, command.by, moved.age_s(now.at)))
        erase_call_back(known.number, command.by, work)
    return moved


def _keep(enquiry: Enquiry, work: EnquiryWork) -> Enquiry:
    """Store the enquiry and tell the centre its next revision, both in this command's transaction."""
    told = replace(enquiry, told=enquiry.told + 1)
    work.enquiries.save(told)
    work.outbox.tell_enquiry(enquiry_record(told, work.settings))
    return told


def enquiries_view(
    first: date | None, last: date | None, *, work: EnquiryWork, now: Moment, own: str | None = None
) -> EnquiriesView:
    """Return the open enquiries and the counts of these days, else of today.

    With `own` only the open ones that he received, and no counts: these are of the whole hall.
    """
    today = local(now, work.settings).date()
    end = last or today
    begin = first or end - timedelta(days=DAYS - 1)
    topics = work.settings.choices.topics
    phones = work.enquiries.with_phone()
    found = work.enquiries.counts(begin, end) if own is None else {}
    counts = sorted(found.items(), key=lambda one: (-one[1], one[0][0], one[0][1].value))
    return EnquiriesView(
        now.at, begin, end,
        tuple(
            enquiry_view(one, work.settings, now, phone=one.number in phones)
            for one in work.enquiries.open(SHOWN)
            if own in {None, one.received_by}
        ),
        tuple(EnquiryCount(topic, names_of(topics, topic), channel, many) for (topic, channel), many in counts),
    )  # fmt: skip


def enquiry_view(one: Enquiry, settings: HallSettings, now: Moment, *, phone: bool) -> EnquiryView:
    """Return an enquiry as it stands now; `phone` where a number to call back is kept."""
    return EnquiryView(
        one.number, one.topic, names_of(settings.choices.topics, one.topic), one.channel, one.state, one.service_day,
        one.received, one.received_by, one.age_s(now.at), one.question, one.handed_to, one.answer, one.answered,
        one.answered_by, one.confirmed, phone,
    )  # fmt: skip
