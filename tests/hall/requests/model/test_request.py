"""A request moves one way, and each move that does not go is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from contracts.words.requests import RequestSource, RequestState
from hall.calendar.working_days import Deadline
from hall.requests.model.refusals import RequestStateError
from hall.requests.model.request import Decision, Request
from tests.helpers.example_hall import NINE, TUESDAY

LATER = NINE + timedelta(days=1)
DECISION = Decision("approved", "the head", "head_of_hall", TUESDAY)


def registered(**more: object) -> Request:
    return Request(
        "MUSCAT-1-26-000019", RequestSource.HALL, "land_grant", "a plot", "lands", TUESDAY, NINE, "said",
        date(2026, 11, 30), date(2026, 11, 30), False, **more,  # type: ignore[arg-type]  # test shorthand
    )  # fmt: skip


def test_it_is_referred_then_replied_to() -> None:
    referred = registered().refer("lands", "said", LATER)
    assert (referred.state, referred.referred, referred.referred_by) == (RequestState.REFERRED, LATER, "said")
    told = referred.answered("Come on Sunday", "lands/salim", LATER)
    assert (told.state, told.answer) == (RequestState.REPLIED, "Come on Sunday")
    assert told.answered("Come on Monday", "lands/salim", LATER).answer == "Come on Monday"


def test_the_first_referral_counts_when_it_goes_to_another_directorate() -> None:
    referred = registered().refer("lands", "said", LATER)
    assert referred.refer("lands", "noor", LATER + timedelta(days=1)) is referred
    anew = referred.refer("housing", "noor", LATER + timedelta(days=1))
    assert (anew.directorate, anew.referred) == ("housing", LATER)


def test_only_an_urgent_one_is_decided_in_the_hall_and_before_it_is_referred() -> None:
    with pytest.raises(RequestStateError, match="not urgent"):
        registered().decide(DECISION)
    urgent = registered(urgent=True)
    assert urgent.decide(DECISION).answer == "approved"
    with pytest.raises(RequestStateError, match="referred"):
        urgent.refer("lands", "said", LATER).decide(DECISION)


def replied() -> Request:
    return registered().refer("lands", "said", LATER).answered("yes", "lands", LATER)


@pytest.mark.parametrize(
    "move",
    [
        lambda: registered().answered("x", "y", LATER),
        lambda: replied().withdraw("x"),
        lambda: replied().refer("housing", "said", LATER),
    ],
    ids=["answered too early", "withdrawn too late", "referred too late"],
)
def test_what_does_not_go_is_refused_by_name(move: Callable[[], Request]) -> None:
    with pytest.raises(RequestStateError, match="MUSCAT-1-26-000019"):
        move()


def test_the_number_shown_is_the_ministrys_where_it_has_one() -> None:
    assert registered().shown == "MUSCAT-1-26-000019"
    assert registered(external="2026/881").shown == "2026/881"


def test_a_moved_date_leaves_the_printed_one() -> None:
    moved = registered().due(Deadline(date(2026, 12, 1), expected=True))
    assert (moved.printed_latest, moved.latest, moved.latest_expected) == (date(2026, 11, 30), date(2026, 12, 1), True)


def test_a_withdrawn_one_keeps_why() -> None:
    gone = registered().withdraw("twice")
    assert (gone.state, gone.withdrawn_why) == (RequestState.WITHDRAWN, "twice")


def test_one_that_is_withdrawn_can_be_registered_again_under_its_number() -> None:
    again = registered(external="2026/88").withdraw("a slip").register_again("the plot", "noor", 2, LATER, urgent=True)
    assert (again.number, again.external, again.state) == ("MUSCAT-1-26-000019", "2026/88", RequestState.REGISTERED)
    assert (again.withdrawn_why, again.subject, again.urgent) == (None, "the plot", True)
    assert (again.registered, again.registered_by, again.counter) == (LATER, "noor", 2)
    with pytest.raises(RequestStateError):
        registered().register_again("the plot", "noor", 2, LATER, urgent=False)
