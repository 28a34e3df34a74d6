from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.queue.answers import IssuedTicket
from contracts.words.hall import Lane, PrintState, VisitorKind
from kiosk.visitor import session as visitor_session
from kiosk.visitor.help_options import Assist, turned
from kiosk.visitor.session import Limits, Session, Step
from tests.helpers.replacing import replace

TICKET = IssuedTicket("v1", "A047", "A", Lane.STANDARD, datetime(2026, 11, 25, 5, tzinfo=UTC), 3, None, "http://x/t#c")
START = Session("ar")
LIMITS = Limits(idle_reset_s=50.0, ticket_reset_s=40.0, notice_s=20.0)


def issuing(visit: str = "v1") -> Session:
    return visitor_session.choose_service(visitor_session.open_services(START), "A", asks=(), visit=visit)


def test_a_language_is_only_spoken() -> None:
    ticket = visitor_session.issued(issuing(), TICKET)
    assert visitor_session.choose_language(ticket, "en") == replace(ticket, language="en")


def test_many_services_are_chosen_by_category_first() -> None:
    session = visitor_session.open_services(START, by_category=True)
    assert session.step is Step.CATEGORIES
    session = visitor_session.choose_category(session, "help")
    assert (session.step, session.category) == (Step.SERVICES, "help")
    assert visitor_session.back(session, by_category=True).step is Step.CATEGORIES
    assert visitor_session.back(visitor_session.back(session, by_category=True), by_category=True).step is Step.WELCOME


def test_a_service_that_asks_gets_the_kind_first() -> None:
    asking = visitor_session.choose_service(
        visitor_session.open_services(START), "T", asks=(Step.VISITOR_KIND,), visit="v1"
    )
    assert (asking.step, asking.visit) == (Step.VISITOR_KIND, "v1")
    asked = visitor_session.choose_kind(asking, VisitorKind.COMPANY)
    assert (asked.step, asked.visitor_kind, asked.visit) == (Step.ISSUING, VisitorKind.COMPANY, "v1")
    assert visitor_session.back(asking, by_category=False).step is Step.SERVICES


def test_from_a_kind_one_goes_back_into_the_category() -> None:
    inside = visitor_session.choose_category(visitor_session.open_services(START, by_category=True), "help")
    asking = visitor_session.choose_service(inside, "T", asks=(Step.VISITOR_KIND,), visit="v1")
    went = visitor_session.back(asking, by_category=True)
    assert (went.step, went.category, went.visit) == (Step.SERVICES, "help", None)


def test_a_ticket_for_another_visit_changes_nothing() -> None:
    assert visitor_session.issued(issuing("v2"), TICKET) == issuing("v2")
    assert visitor_session.issued(START, TICKET) == START


def test_the_hall_may_ask_for_the_kind_afterwards_but_only_once() -> None:
    asked = visitor_session.refused(issuing(), "v1", "visitor_kind_needed")
    assert asked.step is Step.VISITOR_KIND
    again = visitor_session.refused(
        visitor_session.choose_kind(asked, VisitorKind.CITIZEN), "v1", "visitor_kind_needed"
    )
    assert (again.step, again.refusal) == (Step.REFUSED, "visitor_kind_needed")


def test_a_refusal_of_another_visit_changes_nothing() -> None:
    assert visitor_session.refused(issuing(), "v9", "day_not_open") == issuing()


def test_printing_is_followed_for_the_ticket_shown_only() -> None:
    shown = visitor_session.issued(issuing(), TICKET)
    assert shown.printing is PrintState.NOT_STARTED
    assert visitor_session.printing(shown, "v1", PrintState.CONFIRMED).printing is PrintState.CONFIRMED
    assert visitor_session.printing(shown, "v0", PrintState.CONFIRMED) is shown


def test_priority_is_taken_back_by_a_second_touch_and_forgotten_at_the_start() -> None:
    asked = visitor_session.toggle_priority(visitor_session.open_services(START))
    assert asked.priority
    assert not visitor_session.toggle_priority(asked).priority
    assert not visitor_session.back(asked, by_category=False).priority


def test_while_a_ticket_is_issued_nothing_leads_away() -> None:
    assert visitor_session.back(issuing(), by_category=False) is not None
    assert visitor_session.back(issuing(), by_category=False) == issuing()
    assert visitor_session.idle(issuing(), 10_000.0, LIMITS) == issuing()


@pytest.mark.parametrize(
    ("step", "idle_s", "closes_in_s"),
    [(Step.SERVICES, 29.9, None), (Step.SERVICES, 30.0, 20), (Step.SERVICES, 49.9, 1), (Step.SERVICES, 50.0, "end"),
     (Step.TICKET, 19.9, None), (Step.TICKET, 25.0, 15), (Step.TICKET, 40.0, "end"), (Step.REFUSED, 40.0, "end"),
     (Step.WELCOME, 45.0, None), (Step.WELCOME, 50.0, "end")],
)  # fmt: skip
def test_the_end_is_announced_twenty_seconds_before(step: Step, idle_s: float, closes_in_s: int | str | None) -> None:
    session = visitor_session.idle(Session("en", step, printing=PrintState.CONFIRMED), idle_s, LIMITS)
    assert (session.closes_in_s if session is not None else "end") == closes_in_s


def test_a_number_that_is_not_on_paper_stays_as_long_as_any_other_screen() -> None:
    for state in (PrintState.NOT_STARTED, PrintState.UNKNOWN, PrintState.INTERRUPTED):
        held = Session("en", Step.TICKET, printing=state)
        left_alone = visitor_session.idle(held, LIMITS.idle_reset_s - 1.0, LIMITS)
        assert left_alone is not None
        assert (left_alone.step, left_alone.closes_in_s) == (Step.TICKET, 1)
        assert visitor_session.idle(held, LIMITS.idle_reset_s, LIMITS) is None


def test_a_touch_takes_the_announcement_back() -> None:
    announced = visitor_session.idle(Session("en", Step.SERVICES), 40.0, LIMITS)
    assert announced is not None
    assert visitor_session.idle(announced, 0.0, LIMITS) == Session("en", Step.SERVICES)


@given(st.sampled_from([Step.SERVICES, Step.CATEGORIES, Step.VISITOR_KIND, Step.TICKET]), st.floats(0.001, 40))
def test_the_whole_of_the_last_twenty_seconds_is_announced_and_nothing_before(step: Step, left_s: float) -> None:
    reset_s = LIMITS.ticket_reset_s if step is Step.TICKET else LIMITS.idle_reset_s
    session = visitor_session.idle(Session("ar", step, printing=PrintState.CONFIRMED), reset_s - left_s, LIMITS)
    assert session is not None
    assert (session.closes_in_s is not None) == (reset_s - (reset_s - left_s) <= 20)


def test_each_way_to_the_printer_is_counted_for_the_ticket_shown_only() -> None:
    shown = visitor_session.handed_to_printer(visitor_session.issued(issuing(), TICKET), "v1")
    assert (shown.printing, shown.prints) == (PrintState.SENDING, 1)
    assert visitor_session.handed_to_printer(shown, "v1").prints == 2
    assert visitor_session.handed_to_printer(shown, "v0") is shown


def test_a_ticket_in_the_slot_is_spoken_of_until_it_is_taken() -> None:
    shown = visitor_session.issued(issuing(), TICKET)
    assert visitor_session.slot_waits(shown, waits=True).slot == "waits"
    assert visitor_session.slot_waits(visitor_session.slot_waits(shown, waits=True), waits=False) == shown


def test_help_is_taken_away_with_a_warning_only() -> None:
    helped = Session("ar", assist=turned(Assist(), "contrast"))
    warned = visitor_session.idle(helped, LIMITS.idle_reset_s - LIMITS.notice_s, LIMITS)
    assert warned is not None
    assert warned.closes_in_s == round(LIMITS.notice_s)
    assert not helped.untouched
    assert START.untouched
    assert visitor_session.idle(START, LIMITS.idle_reset_s - 1, LIMITS) is START
