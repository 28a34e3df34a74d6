from __future__ import annotations

from datetime import date

import pytest

from contracts.live import FactMessage, Snapshot
from contracts.settings.hall_view import DayView
from contracts.settings.kiosks import KioskRules
from kiosk.offline.numbers import OwnState
from kiosk.state.conditions import (
    Conditions,
    PrinterCondition,
    Trouble,
    day_of,
    gives,
    makes_hall_stale,
    makes_queues_stale,
    queue_of,
    service_of,
    take_snapshot,
    trouble,
)
from tests.helpers.fake_hall import NINE, example_hall, example_queues
from tests.helpers.replacing import replace

PAUSED = Trouble.PAUSED_BY_STAFF
GOOD = Conditions(True, example_hall(), example_queues(), PrinterCondition(None, "ok"))


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        (GOOD, None),
        (Conditions(), Trouble.STARTING),
        (replace(GOOD, printer=None), Trouble.STARTING),
        (replace(GOOD, online=False), Trouble.HALL_AWAY),
        (replace(Conditions(), online=False), Trouble.HALL_AWAY),
        (replace(GOOD, online=False, link_refusal="token_unknown"), Trouble.NOT_ENROLLED),
        (replace(GOOD, online=False, link_refusal="http_503"), Trouble.HALL_AWAY),
        (replace(GOOD, online=False, link_refusal="certificate_refused"), Trouble.WRONG_CERTIFICATE),
        (replace(GOOD, link_refusal="certificate_refused"), None),
        (replace(GOOD, other_device=True), Trouble.NOT_ENROLLED),
        (replace(GOOD, printer=PrinterCondition("paper_out", "out")), Trouble.PRINTER),
        (replace(GOOD, printer=PrinterCondition("paper_out"), online=False), Trouble.HALL_AWAY),
        (replace(GOOD, queues=example_queues(state="over")), Trouble.CLOSED),
        (replace(GOOD, queues=None, hall=example_hall("not_yet")), Trouble.CLOSED),
        (replace(GOOD, printer=PrinterCondition(None, "unknown", answers=False)), None),
        (replace(GOOD, device="k1", hall=replace(example_hall(), kiosk=KioskRules(paused=("k1",)))), PAUSED),
        (replace(GOOD, device="k2", hall=replace(example_hall(), kiosk=KioskRules(paused=("k1",)))), None),
        (replace(GOOD, wrong_roll=True), Trouble.WRONG_ROLL),
        (replace(GOOD, slot_blocked=True), Trouble.SLOT),
        (replace(GOOD, slot_blocked=True, wrong_roll=True, printer=PrinterCondition("cover_open")), Trouble.PRINTER),
    ],
)
def test_the_first_trouble_that_holds_is_told(conditions: Conditions, expected: Trouble | None) -> None:
    assert trouble(conditions) is expected


def test_a_snapshot_ends_a_refusal() -> None:
    after = take_snapshot(Conditions(False, link_refusal="token_unknown"), Snapshot("s", 1, example_hall()))
    assert (after.online, after.link_refusal, after.hall) == (True, None, example_hall())


def test_the_queues_know_the_day_better_than_the_hall() -> None:
    day = day_of(replace(GOOD, queues=example_queues(state="closed")))
    assert day is not None
    assert day.state == "closed"
    assert day_of(Conditions()) is None


def test_figures_and_services_are_found_by_code() -> None:
    queue, service = queue_of(GOOD, "T"), service_of(GOOD, "T")
    assert queue is not None
    assert service is not None
    assert (queue.waiting, service.prefix) == (12, "T")
    assert (queue_of(GOOD, "X"), queue_of(Conditions(), "T"), service_of(GOOD, None)) == (None, None, None)


@pytest.mark.parametrize(
    ("kind", "queues", "hall"),
    [("visit_called", True, False), ("day_closed", True, False), ("signed_in", True, False),
     ("settings_changed", True, True), ("ticket_printed", False, False), ("device_reported", False, False)],
)  # fmt: skip
def test_facts_make_stale_what_they_change(kind: str, queues: bool, hall: bool) -> None:
    fact = FactMessage(1, kind, NINE, date(2026, 11, 25))
    assert (makes_queues_stale(fact), makes_hall_stale(fact)) == (queues, hall)


OWN = OwnState(DayView(date(2026, 11, 25), "open", None), frozenset({"T"}))


def test_a_kiosk_with_numbers_of_its_own_goes_on_without_the_hall() -> None:
    away = replace(GOOD, online=False, own=OWN)
    assert trouble(away) is None
    assert trouble(replace(away, own=None)) is Trouble.HALL_AWAY
    assert trouble(replace(away, own=replace(OWN, services=frozenset()))) is Trouble.HALL_AWAY, "all are used up"
    assert trouble(replace(away, own=replace(OWN, day=replace(OWN.day, state="over")))) is Trouble.CLOSED
    assert trouble(replace(away, hall=None)) is Trouble.STARTING
    assert queue_of(away, "T") is None


def test_own_numbers_are_of_no_interest_once_the_hall_is_back() -> None:
    back = take_snapshot(replace(GOOD, online=False, own=OWN), Snapshot("s", 1, example_hall()))
    assert (back.own, back.online) == (None, True)
    service = service_of(back, "A")
    assert service is not None
    assert gives(back, service)
    assert not gives(replace(back, online=False, own=OWN), service)
