"""Visitors who left a number hear once that their turn is near, once that they are called, once of the reply."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest

from contracts.words.requests import RequestList
from hall.contact.commands.leave_phone import LeavePhone, leave_phone
from hall.contact.commands.messages import (
    OutgoingMessage,
    anything_to_tell,
    hand_out,
    settle,
    tell_replies,
    tell_turns,
)
from hall.contact.model.message import MessageKind, MessageState
from hall.kernel.ids import CounterId, VisitId
from hall.kernel.kiosk_settings import KioskSettings
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.requests.commands.move_request import (
    LeaveNumber,
    Refer,
    Reply,
    Tell,
    Withdraw,
    leave_number,
    note_told,
    refer,
    reply,
    withdraw,
)
from hall.requests.model.facts import ReplyTold
from hall.requests.model.refusals import RequestStateError
from hall.requests.queries.requests import requests_view
from tests.hall.requests.commands.test_register_request import made
from tests.helpers.example_hall import SETTINGS, TUESDAY, staffed_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

IDS = count(1)
ASKING = replace(SETTINGS, kiosk=KioskSettings(phone=True))


def new_id() -> str:
    return f"m{next(IDS)}"


def after(hall: MemoryHall) -> list[OutgoingMessage]:
    """Look whether there is something to tell, then make the messages and hand them out, as the task does."""

    def task(_command: object, *, work: object, now: object) -> list[OutgoingMessage]:
        if not anything_to_tell(work=work, now=now):  # type: ignore[arg-type]  # what the hall hands in
            return []
        tell_turns(new_id, work=work, now=now)  # type: ignore[arg-type]  # what the hall hands in
        tell_replies(new_id, work=work, now=now)  # type: ignore[arg-type]  # as above
        return list(hand_out(work=work, now=now))  # type: ignore[arg-type]  # as above

    return hall.run(task, None)


def waiting_hall() -> MemoryHall:
    """Return a hall in which the sixth in the queue has left a number."""
    hall = staffed_hall(ASKING)
    for number in range(1, 7):
        take(hall, f"v{number}")
    hall.run(leave_phone, LeavePhone(VisitId("v6"), lambda day: day.isoformat().encode(), "kiosk-1"))
    return hall


def test_who_left_a_number_hears_it_when_three_are_before_him_and_when_he_is_called() -> None:
    hall = waiting_hall()
    assert after(hall) == [], "five are before him"
    hall.run(call_next, CallNext(CounterId(1)))
    hall.run(call_next, CallNext(CounterId(2)))
    (near,) = after(hall)
    assert near.message.kind is MessageKind.THREE_BEFORE
    assert near.sealed == (TUESDAY, b"2026-11-24")
    assert "L006" in near.message.text
    assert after(hall) == [], "told once"


def test_a_call_is_told_with_its_counter() -> None:
    hall = staffed_hall(ASKING)
    take(hall, "v1")
    hall.run(leave_phone, LeavePhone(VisitId("v1"), lambda _day: b"sealed", "kiosk-1"))
    hall.run(call_next, CallNext(CounterId(1)))
    (called,) = after(hall)
    assert (called.message.kind, "1" in called.message.text) == (MessageKind.CALLED, True)
    hall.run(lambda message, *, work, now: settle(message, MessageState.WAITING, work=work, now=now), called.message)
    hall.clock.advance(9)
    assert after(hall) == []
    hall.clock.advance(2)
    (again,) = after(hall)
    assert (again.message.id, again.message.tries) == (called.message.id, 2), "the same one, tried again"


def replied() -> tuple[MemoryHall, str]:
    hall = staffed_hall()
    number = made(hall).number
    hall.run(refer, Refer(number, None, "said"))
    hall.run(reply, Reply(number, "Come on Sunday", "lands"))
    return hall, number


def to_call(hall: MemoryHall) -> list[str]:
    return [one.number for one in requests_view(RequestList.TO_TELL, None, work=hall.work(), now=hall.clock.now())]


def test_a_reply_goes_to_the_number_left_and_ends_the_call_task() -> None:
    hall, number = replied()
    assert after(hall) == []
    assert to_call(hall) == [number], "nobody left a number: somebody must call"
    hall.run(leave_number, LeaveNumber(number, lambda day, of: f"{day} {of}".encode(), "en", "salim"))
    (told,) = after(hall)
    assert told.sealed == (TUESDAY, f"2026-11-24 {number}".encode())
    assert "Come on Sunday" in told.message.text
    hall.run(lambda message, *, work, now: settle(message, MessageState.SENT, work=work, now=now), told.message)
    assert to_call(hall) == []
    assert hall.facts[-1] == ReplyTold(number, "message")
    until = hall.stored.request_phones[number][3]
    assert until == hall.clock.now().at + timedelta(days=30), "kept for thirty days more"


def test_an_agent_who_called_ends_it_too_and_a_corrected_reply_begins_it_anew() -> None:
    hall, number = replied()
    for _ in range(2):
        hall.run(note_told, Tell(number, "said"))
    assert hall.facts[-1] == ReplyTold(number, "said")
    (view,) = requests_view(RequestList.ALL, None, work=hall.work(), now=hall.clock.now())
    assert view.reply_told == "called"
    assert to_call(hall) == []
    hall.run(reply, Reply(number, "Come on Monday", "lands"))
    assert to_call(hall) == [number]


def test_a_reply_that_was_corrected_while_it_was_sent_is_still_to_be_told() -> None:
    hall, number = replied()
    hall.run(leave_number, LeaveNumber(number, lambda _day, _of: b"sealed", "en", "salim"))
    (told,) = after(hall)
    hall.clock.advance(1)
    hall.run(reply, Reply(number, "Come on Monday", "lands"))
    hall.run(lambda message, *, work, now: settle(message, MessageState.SENT, work=work, now=now), told.message)
    assert to_call(hall) == [number], "he got the reply that was wrong"
    (view,) = requests_view(RequestList.TO_TELL, None, work=hall.work(), now=hall.clock.now())
    assert view.reply_told is None


def test_what_is_no_longer_so_is_not_sent() -> None:
    hall = waiting_hall()
    hall.run(call_next, CallNext(CounterId(1)))
    hall.run(call_next, CallNext(CounterId(2)))
    (near,) = after(hall)
    hall.run(lambda message, *, work, now: settle(message, MessageState.WAITING, work=work, now=now), near.message)
    hall.run(cancel, Cancel(VisitId("v6"), "kiosk-1"))
    hall.clock.advance(11)
    assert after(hall) == []
    assert hall.stored.messages[near.message.id].state is MessageState.OVER


def test_a_number_left_for_what_is_withdrawn_is_erased_and_one_left_late_goes_as_early() -> None:
    hall = staffed_hall()
    number = made(hall).number
    leave = LeaveNumber(number, lambda _day, _of: b"sealed", "en", "salim")
    hall.run(leave_number, leave)
    hall.run(withdraw, Withdraw(number, "twice", "said"))
    assert hall.work().messages.erase_until(hall.clock.now().at) == 1
    with pytest.raises(RequestStateError):
        hall.run(leave_number, leave)
    hall, number = replied()
    hall.run(note_told, Tell(number, "said"))
    hall.run(leave_number, replace(leave, number=number))
    assert hall.stored.request_phones[number][3] == hall.clock.now().at + timedelta(days=30)


def test_numbers_are_erased_when_their_time_is_over() -> None:
    hall, number = replied()
    hall.run(leave_number, LeaveNumber(number, lambda _day, _of: b"sealed", "ar", "salim"))
    work = hall.work()
    assert work.messages.phone_days() == {date(2026, 11, 24)}
    assert work.messages.erase_until(hall.clock.now().at + timedelta(days=366)) == 1
    assert work.messages.request_phone(number) is None
