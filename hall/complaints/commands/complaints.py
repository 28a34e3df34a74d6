"""Take a complaint or suggestion in, and bring it to its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from contracts.complaints.record import ComplaintRecord
from contracts.words.complaints import ComplaintWay, Nature
from hall.calendar.service_day import local
from hall.complaints.model.complaint import Complaint, complaint_number
from hall.complaints.model.facts import (
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintHandedOn,
    ComplaintReceived,
    ComplaintTakenBack,
)
from hall.complaints.model.ports import HasComplaints
from hall.complaints.model.refusals import ComplaintsManyError, ComplaintUnknownError
from hall.kernel.facts import Fact
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasOutbox, HasSettings, RecordsFacts
from hall.kernel.request_number import tidy_number

OF_A_VISIT = 3
"""How many one visit may bring forward from the visitor's page."""
VISITOR = "visitor"
"""Stands in place of an agent's name when the visitor writes the complaint himself."""


@dataclass(frozen=True)
class Bring:
    """Somebody brings something forward."""

    nature: Nature
    text: str
    way: ComplaintWay
    by: str
    service: ServiceCode | None = None
    visit: VisitId | None = None


@dataclass(frozen=True)
class HandOn:
    """Somebody named (`to`) finds the answer."""

    number: str
    to: str
    by: str


@dataclass(frozen=True)
class Answer:
    """Somebody found the answer."""

    number: str
    text: str
    by: str


@dataclass(frozen=True)
class Close:
    """It is done with."""

    number: str
    by: str


@dataclass(frozen=True)
class TakeBack:
    """The last step was a mistake."""

    number: str
    by: str


class ComplaintWork(HasComplaints, HasOutbox, HasSettings, RecordsFacts, Protocol):
    """What complaints and suggestions read and write."""


def bring(command: Bring, *, work: ComplaintWork, now: Moment) -> Complaint:
    """Give it its number and tell the centre. Raise ServiceUnknownError, ComplaintsManyError."""
    settings = work.settings
    if command.service is not None:
        settings.service(command.service)
    if command.visit is not None and len(work.complaints.of_visit(command.visit)) >= OF_A_VISIT:
        raise ComplaintsManyError(f"this visit has brought {OF_A_VISIT} forward already; speak to reception")
    day = local(now, settings).date()
    hall = settings.requests.prefix or settings.hall.upper()
    number = complaint_number(hall, command.nature, day.year, work.complaints.next_number(day.year))
    made = Complaint(
        number, command.nature, command.way, command.text.strip(), day, now.at, command.by, command.service,
        command.visit,
    )  # fmt: skip
    fact = ComplaintReceived(number, command.nature.value, command.way.value, command.by)
    return _keep(made, fact, work)


def hand_on(command: HandOn, *, work: ComplaintWork, now: Moment) -> Complaint:
    """Hand it on; to the same again changes nothing."""
    to = command.to.strip()
    fact = ComplaintHandedOn(tidy_number(command.number), to, command.by)
    return _moved(command.number, lambda one: one.hand_on(to, now.at), lambda _one: fact, work)


def answer(command: Answer, *, work: ComplaintWork, now: Moment) -> Complaint:
    """Enter the answer; the same text again changes nothing."""
    fact = ComplaintAnswered(tidy_number(command.number), command.by)
    text = command.text.strip()
    return _moved(command.number, lambda one: one.answer_with(text, command.by, now.at), lambda _one: fact, work)


def close(command: Close, *, work: ComplaintWork, now: Moment) -> Complaint:
    """Close it; again changes nothing."""

    def fact(moved: Complaint) -> Fact:
        return ComplaintClosed(moved.number, command.by, moved.age_s(now.at))

    return _moved(command.number, lambda one: one.close(now.at), fact, work)


def take_back(command: TakeBack, *, work: ComplaintWork, now: Moment) -> Complaint:  # noqa: ARG001 - a use case's shape
    """Take the last step back."""
    known = find_complaint(command.number, work)
    fact = ComplaintTakenBack(known.number, command.by, known.state.value)
    return _keep(known.take_back(), fact, work)


def find_complaint(number: str, work: HasComplaints) -> Complaint:
    """Return the one with this number, however it was typed; raise ComplaintUnknownError."""
    known = work.complaints.find(tidy_number(number))
    if known is None:
        raise ComplaintUnknownError(f"this hall has no complaint or suggestion {number[:64]}")
    return known


def complaint_record(one: Complaint, hall: str) -> ComplaintRecord:
    """Return the record for the centre: its state and times, without any text."""
    return ComplaintRecord(
        hall, one.number, one.service_day, one.told, one.nature.value, one.way.value, one.state.value, one.received,
        one.service, one.handed_on, one.answered, one.closed,
    )  # fmt: skip


def _moved(
    number: str, move: Callable[[Complaint], Complaint], fact: Callable[[Complaint], Fact], work: ComplaintWork
) -> Complaint:
    known = find_complaint(number, work)
    moved = move(known)
    return known if moved == known else _keep(moved, fact(moved), work)


def _keep(one: Complaint, fact: Fact, work: ComplaintWork) -> Complaint:
    told = replace(one, told=one.told + 1)
    work.complaints.save(told)
    work.outbox.tell_complaint(complaint_record(told, work.settings.hall))
    work.record(fact)
    return told
