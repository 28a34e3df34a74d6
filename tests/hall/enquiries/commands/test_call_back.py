"""The number to call back about an enquiry: kept with consent, read one at a time, gone with the answer."""

from __future__ import annotations

from datetime import date

import pytest

from contracts.words.enquiries import Channel
from hall.contact.commands.erase_phones import erase_over
from hall.enquiries.commands.call_back import LeaveCallBack, ReadCallBack, find_enquiry, leave_call_back, read_call_back
from hall.enquiries.commands.enquiries import Answered, Confirm, Receive, answer, confirm, enquiries_view, receive
from hall.enquiries.model.facts import (
    EnquiryConfirmed,
    EnquiryPhoneErased,
    EnquiryPhoneLeft,
    EnquiryPhoneRead,
)
from hall.enquiries.model.refusals import EnquiryStateError, EnquiryUnknownError
from hall.kernel.refusals import NoPhoneLeftError
from tests.helpers.example_hall import staffed_hall
from tests.helpers.memory_work import MemoryHall


def _sealed(day: date, number: int) -> bytes:
    return f"{day.isoformat()} {number}".encode()


def _left_open(hall: MemoryHall) -> None:
    hall.run(receive, Receive("survey", Channel.CALL_CENTRE, "Where is my plan?", "noor", _sealed))


def _read(hall: MemoryHall, number: int) -> tuple[date, bytes]:
    return hall.run(lambda command, *, work, now: read_call_back(command, work=work), ReadCallBack(number, "salim"))


def test_a_number_left_with_the_question_is_told_only_to_whoever_calls() -> None:
    hall = staffed_hall()
    _left_open(hall)
    assert hall.facts[-1] == EnquiryPhoneLeft(1, "noor")
    (shown,) = enquiries_view(None, None, work=hall.work(), now=hall.clock.now()).open
    assert shown.phone
    day, sealed = _read(hall, 1)
    assert sealed == _sealed(day, 1)
    assert hall.facts[-1] == EnquiryPhoneRead(1, "salim")


def test_the_number_is_gone_when_whoever_asked_has_the_answer() -> None:
    hall = staffed_hall()
    _left_open(hall)
    hall.run(answer, Answered(1, "On Sunday", "salim"))
    hall.run(confirm, Confirm(1, "noor"))
    assert [type(fact) for fact in hall.facts[-2:]] == [EnquiryConfirmed, EnquiryPhoneErased]
    with pytest.raises(NoPhoneLeftError):
        _read(hall, 1)
    with pytest.raises(EnquiryStateError):
        hall.run(leave_call_back, LeaveCallBack(1, _sealed, "noor"))


def test_consent_is_taken_back_at_any_time_and_a_second_time_changes_nothing() -> None:
    hall = staffed_hall()
    hall.run(receive, Receive("survey", Channel.EMAIL, "Where is my plan?", "noor"))
    hall.run(leave_call_back, LeaveCallBack(1, _sealed, "said"))
    for _ in range(2):
        hall.run(leave_call_back, LeaveCallBack(1, None, "said"))
    assert hall.facts[-2:] == [EnquiryPhoneLeft(1, "said"), EnquiryPhoneErased(1, "said")]
    assert hall.work().enquiries.phone(1) is None


def test_an_enquiry_answered_at_once_keeps_no_number() -> None:
    hall = staffed_hall()
    hall.run(receive, Receive("survey", Channel.HALL, None, "said", _sealed))
    assert hall.work().enquiries.with_phone() == set()


def test_the_set_days_end_what_nobody_answered() -> None:
    hall = staffed_hall()
    _left_open(hall)
    day, _ = _read(hall, 1)
    work = hall.work()
    assert erase_over(work=work, now=hall.clock.now()) == (0, {day})
    hall.clock.advance(hall.settings.requests.phone_days * 86_400)
    assert erase_over(work=work, now=hall.clock.now()) == (1, set())


def test_one_that_is_not_there_is_said_so() -> None:
    with pytest.raises(EnquiryUnknownError):
        find_enquiry(7, staffed_hall().work())
