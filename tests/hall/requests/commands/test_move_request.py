"""Refer, reply, decide, withdraw: each with its fact, each told to the centre, a repetition doing nothing."""

from __future__ import annotations

from datetime import date

import pytest

from contracts.words.requests import RequestState
from hall.kernel.refusals import DirectorateUnknownError, PowerUnknownError, RequestUnknownError
from hall.requests.commands.move_request import (
    Decide,
    Refer,
    Reply,
    Withdraw,
    decide,
    find_request,
    refer,
    reply,
    withdraw,
)
from hall.requests.model.facts import RequestDecided, RequestReferred, RequestReplied, RequestWithdrawn
from hall.requests.model.refusals import RequestNumberError
from tests.hall.requests.commands.test_register_request import made
from tests.helpers.example_hall import TUESDAY, staffed_hall


def test_a_request_goes_its_way_and_the_centre_hears_each_step() -> None:
    hall = staffed_hall()
    number = made(hall).number
    for _ in range(2):
        assert hall.run(refer, Refer(number.lower(), None, "said")).state is RequestState.REFERRED
    assert hall.facts[-1] == RequestReferred(number, "lands", "said")
    for _ in range(2):
        assert hall.run(reply, Reply(number, " yes ", "lands/salim")).reply == "yes"
    assert hall.facts[-1] == RequestReplied(number, "lands/salim")
    assert [record.rev for record in hall.stored.told_requests] == [1, 2, 3]
    assert hall.stored.told_requests[-1].reply == "yes"


def test_it_may_go_to_another_directorate_of_the_list_only() -> None:
    hall = staffed_hall()
    number = made(hall).number
    assert hall.run(refer, Refer(number, "housing", "said")).directorate == "housing"
    with pytest.raises(DirectorateUnknownError):
        hall.run(refer, Refer(number, "nobody", "said"))


def test_an_urgent_one_is_decided_under_a_power_of_the_list() -> None:
    hall = staffed_hall()
    number = made(hall, urgent=True).number
    with pytest.raises(PowerUnknownError):
        hall.run(decide, Decide(number, "granted", "the head", "none", None, "said"))
    command = Decide(number, "granted", "the head", "head_of_hall", None, "said")
    decided = hall.run(decide, command)
    assert decided.decision is not None
    assert decided.decision.day == TUESDAY
    assert hall.run(decide, command) == decided
    assert hall.facts[-1] == RequestDecided(number, "the head", "head_of_hall", date(2026, 11, 24), "said")


def test_a_withdrawn_one_is_no_longer_due() -> None:
    hall = staffed_hall()
    number = made(hall).number
    hall.run(withdraw, Withdraw(number, "twice", "said"))
    assert hall.facts[-1] == RequestWithdrawn(number, "said")
    assert hall.work().requests.not_referred() == []


def test_a_number_that_is_not_here_is_said_so() -> None:
    with pytest.raises(RequestUnknownError, match="X-1"):
        find_request("x-1", staffed_hall().work())


def test_the_digits_alone_are_enough_for_the_halls_own_number() -> None:
    hall = staffed_hall()
    one = made(hall)
    assert find_request(one.number.removeprefix("MUSCAT-1-"), hall.work()) == one
    assert find_request(one.number.removeprefix("MUSCAT-1-").replace("-", ""), hall.work()) == one
    with pytest.raises(RequestUnknownError):
        find_request("26-000011", hall.work())


def test_a_slip_is_named_as_one_but_the_ministrys_own_number_may_look_like_one() -> None:
    hall = staffed_hall()
    with pytest.raises(RequestNumberError):
        find_request("MUSCAT-1-26-004279", hall.work())
    kept = made(hall, external="moh-26-004279")
    assert find_request("MOH-٢٦-004279", hall.work()) == kept
