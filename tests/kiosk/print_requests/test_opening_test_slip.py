"""A test slip is printed when the hall is checked before it opens, and the hall gets a report of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from contracts.live import FactMessage
from contracts.queue.bodies import DeviceActRequest
from contracts.words.hall import DeviceAct, PrintState
from kiosk.print_requests.opening_test_slip import OpeningSlip
from printer.documents.test_slip import Trial

SEVEN = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


class Printer:
    """Ends each slip as the test says, and keeps what it was given."""

    def __init__(self, state: PrintState) -> None:
        self.state, self.slips = state, []  # type: PrintState, list[Trial]

    def print_trial(self, trial: Callable[[], Trial], _attempt: str, then: Callable[[PrintState, str], None]) -> None:
        self.slips.append(trial())
        then(self.state, "")


class Reports:
    def __init__(self) -> None:
        self.told: list[DeviceActRequest] = []

    def act(self, report: DeviceActRequest) -> None:
        self.told.append(report)


def after(kind: str, state: PrintState, late: timedelta = timedelta(0)) -> tuple[Printer, Reports]:
    printer, reports = Printer(state), Reports()
    slip = OpeningSlip(printer, reports, lambda: Trial("kiosk", SEVEN), lambda: SEVEN + late)  # type: ignore[arg-type]  # the methods that are used
    slip.follow(FactMessage(1, kind, SEVEN, SEVEN.date()))
    return printer, reports


@pytest.mark.parametrize("state", [PrintState.CONFIRMED, PrintState.UNVERIFIED])
def test_a_slip_on_paper_is_told(state: PrintState) -> None:
    printer, reports = after("opening_check_begun", state)
    assert len(printer.slips) == 1
    assert reports.told == [DeviceActRequest(DeviceAct.TEST_PRINTED)]


@pytest.mark.parametrize("state", [PrintState.NOT_STARTED, PrintState.INTERRUPTED, PrintState.UNKNOWN])
def test_one_that_did_not_surely_come_out_is_not(state: PrintState) -> None:
    printer, reports = after("opening_check_begun", state)
    assert len(printer.slips) == 1
    assert reports.told == []


@pytest.mark.parametrize("late", [timedelta(minutes=3), -timedelta(minutes=3)])
def test_a_check_that_is_over_wastes_no_paper(late: timedelta) -> None:
    assert after("opening_check_begun", PrintState.CONFIRMED, late)[0].slips == []


def test_other_facts_print_nothing() -> None:
    assert after("visit_issued", PrintState.CONFIRMED)[0].slips == []
