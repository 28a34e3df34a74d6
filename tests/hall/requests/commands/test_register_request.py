"""Registering: a number without a gap, the clock of three working days, one word to the centre."""

from __future__ import annotations

from datetime import date

import pytest

from contracts.words.requests import RequestSource, RequestState
from hall.kernel.refusals import DirectorateUnknownError, TopicUnknownError
from hall.kernel.request_number import is_own_number
from hall.requests.commands.move_request import Withdraw, withdraw
from hall.requests.commands.register_request import Register, register, store_request
from hall.requests.model.facts import RequestRegistered
from hall.requests.model.refusals import ExternalTakenError
from hall.requests.model.request import Request
from tests.helpers.example_hall import TUESDAY, staffed_hall
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

ASKED = Register("قطعة أرض سكنية", "land_grant", "lands", RequestSource.HALL, "said")


def made(hall: MemoryHall, **more: object) -> Request:
    return hall.run(register, replace(ASKED, **more))  # type: ignore[type-var]


def test_a_request_gets_its_number_and_the_third_working_day() -> None:
    hall = staffed_hall()
    one = made(hall)
    assert one.number.startswith("MUSCAT-1-26-00001")
    assert is_own_number(one.number)
    # Tuesday 24 November 2026; 25 and 26 are the National Day: Sunday, Monday, Tuesday.
    assert (one.service_day, one.latest, one.printed_latest) == (TUESDAY, date(2026, 12, 1), date(2026, 12, 1))
    assert one.state is RequestState.REGISTERED
    assert hall.facts[-1] == RequestRegistered(one.number, "hall", "land_grant", "lands", date(2026, 12, 1), "said")


def test_numbers_run_on_without_a_gap_also_past_a_refusal() -> None:
    hall = staffed_hall()
    first = made(hall)
    with pytest.raises(DirectorateUnknownError):
        made(hall, directorate="nobody")
    with pytest.raises(TopicUnknownError):
        made(hall, topic="nothing")
    second = made(hall)
    assert (first.number[-6:-1], second.number[-6:-1]) == ("00001", "00002")


def test_the_centre_is_told_without_the_subject() -> None:
    hall = staffed_hall()
    one = made(hall)
    (record,) = hall.stored.told_requests
    assert (record.number, record.rev, record.directorate_names["en"]) == (one.number, 1, "Directorate of Lands")
    assert "قطعة" not in str(record)
    again = store_request(one, hall.work())
    assert again.told == 2


def test_the_ministrys_number_is_shown_and_found_and_never_twice() -> None:
    hall = staffed_hall()
    one = made(hall, external=" 2026/881 ")
    assert one.shown == "2026/881"
    assert hall.work().requests.find("2026/881") == one
    with pytest.raises(ExternalTakenError):
        made(hall, external="2026/881")


def test_the_ministrys_number_of_a_withdrawn_request_goes_to_the_one_it_belongs_to() -> None:
    hall = staffed_hall()
    wrong = made(hall, external="2026/881", directorate="housing")
    hall.run(withdraw, Withdraw(wrong.number, "wrong directorate", "head"))
    right = made(hall, external="2026/881")
    assert hall.work().requests.find("2026/881") == right
    released = hall.work().requests.find(wrong.number)
    assert released is not None
    assert (released.shown, released.state) == (wrong.number, RequestState.WITHDRAWN)
    assert [(one.number, one.rev, one.external) for one in hall.stored.told_requests][2:] == [
        (wrong.number, 3, None),
        (right.number, 1, "2026/881"),
    ]


def test_what_the_platform_sends_twice_is_one_request() -> None:
    hall = staffed_hall()
    sent = {"source": RequestSource.PLATFORM, "external": "P-77"}
    assert made(hall, **sent) == made(hall, **sent)
    with pytest.raises(ExternalTakenError):
        made(hall, **sent, topic="survey")


def test_what_the_platform_sends_again_after_it_was_withdrawn_stays_withdrawn() -> None:
    hall = staffed_hall()
    sent = {"source": RequestSource.PLATFORM, "external": "P-77"}
    one = made(hall, **sent)
    hall.run(withdraw, Withdraw(one.number, "sent by mistake", "head"))
    again = made(hall, **sent)
    assert (again.number, again.state, again.shown) == (one.number, RequestState.WITHDRAWN, "P-77")
    assert len(hall.stored.requests) == 1
    assert made(hall, **sent, topic="survey").shown == "P-77", "another one under its number is registered"


def test_a_halls_own_kind_of_number_is_no_number_of_the_ministry() -> None:
    hall = staffed_hall()
    one = made(hall)
    with pytest.raises(ExternalTakenError):
        made(staffed_hall(), external=one.number)


def test_a_prefix_of_its_own_begins_the_number() -> None:
    hall = staffed_hall()
    hall.settings = replace(hall.settings, requests=replace(hall.settings.requests, prefix="11"))
    assert made(hall).number.startswith("11-26-00001")
