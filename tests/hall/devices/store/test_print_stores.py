"""Print attempts and paper rolls on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from contracts.words.hall import PrintState
from hall.composition.sql_work import SqlWork
from hall.devices.model.paper_roll import PaperRoll
from hall.devices.model.print_ports import PrintAttempt
from hall.kernel.ids import DeviceId, VisitId
from tests.hall.queue.store.test_visit_rows import at, full_visit
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import SETTINGS

DAY = full_visit().service_day
V1 = VisitId("v-full")


@pytest.fixture
def work(engine: Engine) -> Iterator[SqlWork]:
    with engine.begin() as connection:
        made = SqlWork(connection, at(0), SETTINGS)
        made.visits.add(full_visit())
        yield made


def attempt(name: str, state: PrintState, second: int, device: str = "kiosk-1") -> PrintAttempt:
    return PrintAttempt(name, V1, state, device, None, at(second))


def test_a_print_attempt_keeps_its_newest_state(work: SqlWork) -> None:
    first = attempt("a1", PrintState.SENDING, 3)
    newest = replace(first, state=PrintState.INTERRUPTED, reason="paper_out", at=at(4))
    work.prints.save(first)
    work.prints.save(newest)
    assert work.prints.find("a1") == newest
    assert work.prints.find("a2") is None


def test_attempts_are_found_by_state_and_day_oldest_first(work: SqlWork) -> None:
    late, early, good = (
        attempt("a1", PrintState.UNKNOWN, 5),
        attempt("a2", PrintState.INTERRUPTED, 4),
        attempt("a3", PrintState.CONFIRMED, 3),
    )
    for one in (late, early, good):
        work.prints.save(one)
    troubled = {PrintState.UNKNOWN, PrintState.INTERRUPTED}
    assert work.prints.in_states(troubled, DAY) == [early, late]
    assert work.prints.in_states(troubled, DAY + timedelta(days=1)) == []
    assert work.prints.of_visit(V1) == [good, early, late]
    assert work.prints.of_visit(VisitId("v9")) == []


def test_a_devices_newest_attempt_stands_for_each_visit(work: SqlWork) -> None:
    for one in (attempt("a1", PrintState.UNKNOWN, 5), attempt("a2", PrintState.CONFIRMED, 9)):
        work.prints.save(one)
    assert [one.attempt for one in work.prints.newest_of("kiosk-1", DAY, 5)] == ["a2"]
    assert work.prints.newest_of("kiosk-2", DAY, 5) == []
    assert work.prints.newest_of("kiosk-1", DAY + timedelta(days=1), 5) == []


def test_a_roll_comes_back_with_every_field(work: SqlWork) -> None:
    device = DeviceId("kiosk-1")
    assert work.papers.roll(device) == PaperRoll(device)
    roll = PaperRoll(device, at(2).at, "سالم", 7500, 63, 7000, True, 118.5, 75_000.0, 5_000.0)
    work.papers.save(roll)
    assert work.papers.roll(device) == roll
    fresh = roll.changed(at(3).at, None)
    work.papers.save(fresh)
    assert work.papers.all() == {device: fresh}
