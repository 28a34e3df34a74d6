"""Messages to visitors' telephones: make each message once, and hand out those that are due."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from contracts.words.hall import VisitState
from hall.calendar.ports import HasDays
from hall.contact.model.message import AHEAD_TOLD, Message, MessageKind, MessageState, new_message
from hall.contact.model.message_ports import HasMessages
from hall.contact.model.phone_ports import HasPhones
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.queue.model.calling.people_ahead import all_ahead
from hall.queue.model.ports import HasVisits
from hall.queue.model.visit import Visit
from hall.queue.queries.queue_context import QueueContextWork, queue_context
from hall.queue.queries.sentences import message_text, written_language
from hall.requests.commands.move_request import MoveRequestWork, Tell, note_told
from hall.requests.model.ports import HasRequests
from hall.requests.model.request import BY_MESSAGE, Request

AT_ONCE = 50
"""Messages handed out in one go."""
NewId = Callable[[], str]


@dataclass(frozen=True)
class OutgoingMessage:
    """A message that is being sent, with the sealed number it goes to; None: there is none any more."""

    message: Message
    sealed: tuple[date, bytes] | None


class TurnMessageWork(QueueContextWork, HasDays, HasMessages, HasSettings, HasVisits, Protocol):
    """What messages about turns read and write."""


def tell_turns(new_id: NewId, *, work: TurnMessageWork, now: Moment) -> int:
    """Make the messages of turns that have come near or were called; return how many."""
    turns = _untold_turns(work, now)
    for turn in turns:
        work.messages.save(_turn_message(new_id(), turn, work, now))
    return len(turns)


@dataclass(frozen=True)
class _Turn:
    """A turn whose message is not made yet; `ahead` are the people before one who waits."""

    visit: Visit
    kind: MessageKind
    ahead: int


def _untold_turns(work: TurnMessageWork, now: Moment) -> list[_Turn]:
    """Return the turns to tell; where nobody of the day left a number nothing else is read."""
    day = work.days.latest()
    visits = [work.visits.get(one) for one in work.messages.turns_with_phone(day.day)] if day is not None else []
    services = sorted({visit.service for visit in visits if visit.state is VisitState.WAITING})
    ahead: Mapping[VisitId, int] = {}
    if day is not None and services:
        # All at once: one after the other they would hold up the calls of a full hall.
        ahead = all_ahead(work.visits.queue(day.day, services), queue_context(work, day, now), work.settings)
    found = ((visit, _kind_of(visit, ahead)) for visit in visits)
    return [
        _Turn(visit, kind, ahead.get(visit.id, 0))
        for visit, kind in found
        if kind is not None and work.messages.find(visit.id, kind) is None
    ]


class ReplyMessageWork(HasMessages, HasRequests, HasSettings, Protocol):
    """What messages about requests read and write."""


def tell_replies(new_id: NewId, *, work: ReplyMessageWork, now: Moment) -> int:
    """Make the messages that tell replies to who left a number; whom none reaches somebody calls (a call task)."""
    replies = _untold_replies(work)
    for request, language in replies:
        values = {"number": request.shown, "text": request.answer or ""}
        text = message_text(language, "reply", work.settings, values)
        work.messages.save(new_message(new_id(), MessageKind.REPLY, request.number, language, text, now.at))
    return len(replies)


def _untold_replies(work: ReplyMessageWork) -> list[tuple[Request, str]]:
    """Return the requests whose reply has no message yet, each with the language of that message."""
    untold = []
    for number in work.messages.replies_to_tell():
        request, left = work.requests.find(number), work.messages.request_phone(number)
        if request is not None and left is not None and work.messages.find(number, MessageKind.REPLY) is None:
            untold.append((request, written_language(left[2])))
    return untold


class AnythingToTellWork(TurnMessageWork, ReplyMessageWork, Protocol):
    """What finding out whether there is a message to make or to send reads."""


def anything_to_tell(*, work: AnythingToTellWork, now: Moment) -> bool:
    """Return whether a message is to be made or is due, for a reader that looks before the writer."""
    return bool(work.messages.due(now.at, 1) or _untold_turns(work, now) or _untold_replies(work))


class HandOutWork(HasMessages, HasPhones, HasRequests, HasVisits, Protocol):
    """What handing out messages reads and writes."""


def hand_out(*, work: HandOutWork, now: Moment) -> Sequence[OutgoingMessage]:
    """Return the messages that are due and store them as being sent, so that none is ever made twice.

    A message that is no longer true is not sent: a turn that has passed, a reply that was corrected since.
    """
    handed = []
    for message in work.messages.due(now.at, AT_ONCE):
        if not _holds(message, work):
            work.messages.save(message.settle(MessageState.OVER, now.at))
            continue
        begun = message.begin(now.at)
        work.messages.save(begun)
        if begun.state is MessageState.SENDING:
            handed.append(OutgoingMessage(begun, _sealed(begun, work)))
    return handed


class SettleMessageWork(HasMessages, MoveRequestWork, Protocol):
    """What storing a message's result reads and writes."""


def settle(message: Message, state: MessageState, *, work: SettleMessageWork, now: Moment) -> Message:
    """Store the result of a message."""
    ended = message.settle(state, now.at)
    work.messages.save(ended)
    if state is MessageState.SENT and message.kind is MessageKind.REPLY and _tells_the_answer(message, work):
        note_told(Tell(message.about, BY_MESSAGE), work=work, now=now)
    return ended


def _tells_the_answer(message: Message, work: HasRequests) -> bool:
    """Return whether the message tells the answer that stands, and not one that was corrected after it was made."""
    request = work.requests.find(message.about)
    return request is not None and request.had_its_answer(message.made)


def _holds(message: Message, work: HandOutWork) -> bool:
    if message.kind is MessageKind.REPLY:
        return _tells_the_answer(message, work)
    state = work.visits.get(VisitId(message.about)).state
    return state is (VisitState.CALLED if message.kind is MessageKind.CALLED else VisitState.WAITING)


def _kind_of(visit: Visit, ahead: Mapping[VisitId, int]) -> MessageKind | None:
    if visit.state is VisitState.CALLED:
        return MessageKind.CALLED
    if visit.state is VisitState.WAITING and ahead.get(visit.id, AHEAD_TOLD + 1) <= AHEAD_TOLD:
        return MessageKind.THREE_BEFORE
    return None


def _turn_message(message_id: str, turn: _Turn, work: HasSettings, now: Moment) -> Message:
    visit = turn.visit
    language, values = written_language(visit.language), {"ticket": visit.ticket}
    if turn.kind is MessageKind.CALLED:
        key, figures = "called", {"counter": visit.counter or 0}
    else:
        key, figures = "turn" if turn.ahead else "next", {"ahead": turn.ahead}
    text = message_text(language, key, work.settings, {**values, **figures})
    return new_message(message_id, turn.kind, visit.id, language, text, now.at)


def _sealed(message: Message, work: HandOutWork) -> tuple[date, bytes] | None:
    if message.kind is MessageKind.REPLY:
        left = work.messages.request_phone(message.about)
        return None if left is None else left[:2]
    return work.phones.sealed(VisitId(message.about))
