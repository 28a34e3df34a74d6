"""Which number comes next, and until when, without any word from the hall."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from contracts.day.closures import ClosingNow
from contracts.offline import AnnouncedClosure, ReservedBlock, ReservedNumbers, TicketDay
from contracts.queue.bodies import HandInRequest
from contracts.words.closures import ClosureReason
from contracts.words.hall import Lane
from kiosk.offline.numbers import KeptNumbers, day_told, kept_since, next_ticket, own_state, own_ticket
from tests.helpers.fake_hall import example_hall
from tests.helpers.replacing import replace

TUESDAY = date(2026, 11, 24)
NINE = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
"""Nine o'clock in Muscat."""
RESERVED = ReservedNumbers(
    (ReservedBlock("A", "A", 900, 902), ReservedBlock("L", "س", 5, 6, taken=(5,))),
    (TicketDay(TUESDAY, "07:30", "13:30"), TicketDay(TUESDAY + timedelta(days=1), "07:30", "13:30")),
    "Asia/Muscat",
    "https://hall.example/t#",
)
KEPT = KeptNumbers(RESERVED, example_hall())


def given(ticket: str, day: date = TUESDAY, service: str = "A") -> HandInRequest:
    return HandInRequest(f"v-{ticket}-{day}", ticket, "c0de", service, day, NINE)


def test_numbers_go_up_and_begin_anew_on_the_next_day() -> None:
    kept = replace(KEPT, issued=(given("A900"), given("A901")))
    assert next_ticket(kept, "A", NINE) == ("A902", TUESDAY)
    assert next_ticket(kept, "A", NINE + timedelta(days=1)) == ("A900", TUESDAY + timedelta(days=1))
    assert next_ticket(replace(kept, issued=(*kept.issued, given("A902"))), "A", NINE) is None
    assert next_ticket(KEPT, "Z", NINE) is None
    assert next_ticket(KeptNumbers(), "A", NINE) is None


def test_what_was_handed_in_is_not_given_again() -> None:
    first = given("A900")
    kept = replace(KEPT, issued=(first,), settled=frozenset({first.visit}))
    assert next_ticket(kept, "A", NINE) == ("A901", TUESDAY)


def test_a_number_that_somebody_holds_is_left_out() -> None:
    assert next_ticket(KEPT, "L", NINE) == ("س006", TUESDAY)


@pytest.mark.parametrize(
    ("hours", "state"), [(-2, "not_yet"), (-1.5, "open"), (0, "open"), (4.5, "open"), (4.6, "over"), (48, "closed")]
)
def test_the_day_is_as_the_hall_told_it(hours: float, state: str) -> None:
    assert day_told(RESERVED, (NINE + timedelta(hours=4 + hours)).replace(tzinfo=None)).state == state


def test_a_service_whose_numbers_are_used_up_is_not_offered() -> None:
    assert own_state(KEPT, NINE).services == {"A", "L"}
    used_up = replace(KEPT, issued=(given("س006", service="L"),))
    assert own_state(used_up, NINE).services == {"A"}
    assert own_state(KeptNumbers(RESERVED), NINE) is None, "nobody knows the hall's services"
    assert own_state(replace(KEPT, reserved=replace(RESERVED, blocks=())), NINE) is None


@pytest.mark.parametrize(
    ("hours", "state"), [(0, "open"), (1, "closed"), (2, "closed"), (2.9, "closed"), (3, "open"), (24, "open")]
)
def test_a_closure_that_was_announced_before_the_hall_went_away_holds_from_its_beginning_to_its_end(
    hours: float, state: str
) -> None:
    storm = AnnouncedClosure(NINE + timedelta(hours=1), NINE + timedelta(hours=2), ClosureReason.STORM)
    longer = AnnouncedClosure(NINE + timedelta(hours=1), NINE + timedelta(hours=3), ClosureReason.FLOOD, {"en": "Road"})
    kept = replace(KEPT, reserved=replace(RESERVED, closures=(storm, longer)))
    own = own_state(kept, NINE + timedelta(hours=hours))
    assert own is not None
    assert own.day.state == state
    assert own.closing == (ClosingNow(ClosureReason.FLOOD, longer.until, {"en": "Road"}) if state == "closed" else None)


def test_a_ticket_is_shown_without_a_wait_and_with_its_code() -> None:
    ticket = own_ticket(replace(given("A900"), priority=True), RESERVED)
    assert (ticket.ticket, ticket.wait, ticket.lane) == ("A900", None, Lane.PRIORITY)
    assert ticket.status_url == "https://hall.example/t#c0de"


def test_what_the_hall_does_not_know_stays_whatever_its_day() -> None:
    old, older, new = (
        given("A900", TUESDAY - timedelta(days=1)),
        given("A901", TUESDAY - timedelta(days=2)),
        given("A900"),
    )
    kept = replace(KEPT, issued=(older, old, new), settled=frozenset({old.visit, new.visit}))
    assert kept_since(kept, TUESDAY) == (older, new)
    assert kept.pending == (older,)
