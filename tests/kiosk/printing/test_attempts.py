"""Attempts to print: told to the hall with their marks, remembered, and repeated by people only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from contracts.devices.paper import PrintedTicket
from contracts.queue.answers import IssuedTicket
from contracts.queue.bodies import PrintRequest
from contracts.words.hall import Lane, PrintState
from kiosk.printing.attempts import Printing
from kiosk.printing.printer_worker import PrintLane
from kiosk.state.status_reports import Reports
from printer.emulator.fakes import MemoryPrinter, MemoryWire
from printer.printer import Printer
from printer.profiles import Link, paper_of
from qtkit.program.jobs import JobLane
from tests.helpers.fake_hall import example_hall, example_queues
from tests.helpers.hand_driven import HandDriven
from tests.helpers.replacing import replace

NOW = datetime(2026, 11, 25, 6, 0, tzinfo=UTC)
HALL = example_hall()
TICKET = IssuedTicket("v1", "A047", "A", Lane.STANDARD, NOW, 3, None, "http://hall/t#code")


class Calls:
    """Stands for the hall's line: takes every report and answers that it is stored."""

    def __init__(self) -> None:
        self.told: list[PrintRequest] = []

    def call(self, _method: str, _path: str, body: Any, on_done: Callable[..., None], _key: str) -> None:
        self.told.append(body)
        on_done(None, None)


class Desk:
    """Printing on a hand-driven lane and a memory printer."""

    def __init__(self, qapp: QCoreApplication, setting: str = "both") -> None:
        self.qapp, self.worker, self.owner = qapp, HandDriven(), QObject()
        self.memory, self.calls = MemoryPrinter(), Calls()
        lane = PrintLane(JobLane(self.worker, self.owner), self._open, status_every_s=60, parent=self.owner)
        reports = Reports(self.calls, "k1")  # type: ignore[arg-type]  # the one method that is used
        self.printing = Printing(lane, reports, "k1", setting, now=lambda: NOW, parent=self.owner)
        self.moved: list[tuple[str, PrintState, str]] = []
        self.printing.moved.connect(lambda *told: self.moved.append(told))

    def _open(self) -> Printer:
        return Printer(MemoryWire(self.memory), paper_of(80), Link.FAST)

    def settle(self) -> None:
        while self.worker.waiting:
            self.worker.run_all()
            self.qapp.processEvents()


@pytest.fixture
def desk(qapp: QCoreApplication) -> Desk:
    return Desk(qapp)


def test_a_first_ticket_is_told_without_a_copys_mark_and_with_its_length(desk: Desk) -> None:
    desk.printing.first(HALL, TICKET, "ar")
    assert desk.printing.busy
    desk.settle()
    assert not desk.printing.busy
    assert [state for _, state, _ in desk.moved] == [PrintState.SENDING, PrintState.CONFIRMED]
    sending, confirmed = desk.calls.told
    assert (sending.copy, sending.paper_mm) == (False, None)
    assert confirmed.paper_mm is not None
    assert 80 < confirmed.paper_mm < 160
    assert [(one.state, one.sure) for one in desk.printing.recent] == [(PrintState.CONFIRMED, True)]


def test_samples_are_drawn_once_for_the_same_services(desk: Desk) -> None:
    desk.printing.prepare(HALL, "ar")
    desk.printing.prepare(HALL, "ar")
    assert len(desk.worker.waiting) == 1
    desk.printing.prepare(replace(HALL, services=HALL.services[:2]), "ar")
    assert len(desk.worker.waiting) == 2
    desk.settle()
    assert not desk.memory.sheets


def test_a_ticket_that_was_foreseen_is_printed_with_the_same_bytes(qapp: QCoreApplication) -> None:
    queue, papers = example_queues().services[0], []
    joined = replace(TICKET, people_ahead=queue.waiting, wait=queue.forecast)
    for ahead in (False, True):
        desk = Desk(qapp)
        if ahead:
            desk.printing.foresee(HALL, HALL.services[0], queue, "ar")
            desk.settle()
            assert not desk.memory.sheets, "drawn, and not printed"
        desk.printing.first(HALL, joined, "ar")
        desk.settle()
        papers.append([(sheet.rows, sheet.data) for sheet in desk.memory.sheets])
    assert papers[0] == papers[1]
    assert len(papers[0]) == 1


def test_a_visitors_own_language_is_on_the_first_paper_and_on_its_copy(desk: Desk) -> None:
    for visit, language in (("v1", "en"), ("v2", "ur")):
        desk.printing.first(HALL, replace(TICKET, visit=visit), language)
        desk.settle()
    for visit in ("v1", "v2"):
        desk.printing.again(HALL, visit)
        desk.settle()
    english, urdu, english_copy, urdu_copy = (sheet.rows for sheet in desk.memory.sheets)
    assert english != urdu
    assert english_copy != urdu_copy


def test_a_reprint_is_an_attempt_of_its_own_marked_as_a_copy(desk: Desk) -> None:
    desk.printing.first(HALL, TICKET, "ar")
    desk.settle()
    assert desk.printing.again(HALL, "v1")
    desk.settle()
    assert len({one.attempt for one in desk.calls.told}) == 2
    assert [one.copy for one in desk.calls.told] == [False, False, True, True]
    first, copy = (sheet.length_mm for sheet in desk.memory.sheets)
    assert copy > first, "the copy's mark and its time stand on the paper"


def test_what_never_reached_the_printer_is_printed_as_a_first_ticket(desk: Desk) -> None:
    desk.memory.cut_paper_short(0)
    desk.printing.first(HALL, TICKET, "ar")
    desk.settle()
    assert desk.moved == [("v1", PrintState.NOT_STARTED, "paper_out")]
    desk.memory.refill()
    desk.printing.again(HALL, "v1")
    desk.settle()
    assert desk.moved[-1][1] is PrintState.CONFIRMED
    assert not any(one.copy for one in desk.calls.told)


def test_a_visit_that_is_not_recent_is_not_printed(desk: Desk) -> None:
    assert not desk.printing.again(HALL, "v9")
    assert not desk.printing.busy


def test_after_a_restart_the_halls_tickets_can_be_printed(desk: Desk) -> None:
    desk.printing.complete([PrintedTicket(TICKET, PrintState.UNKNOWN, NOW)], "ar")
    assert desk.printing.again(HALL, "v1")
    desk.settle()
    assert desk.calls.told[-1].copy


def test_the_papers_language_is_the_visitors_where_it_is_set_so(qapp: QCoreApplication) -> None:
    lengths = {}
    for setting, language in (("visitor", "ar"), ("visitor", "en"), ("visitor", "ur"), ("both", "ur"), ("both", "ar")):
        desk = Desk(qapp, setting)
        desk.printing.first(HALL, TICKET, language)
        desk.settle()
        lengths[setting, language] = desk.memory.sheets[0].data
    assert lengths["visitor", "ar"] != lengths["visitor", "en"]
    assert lengths["visitor", "ur"] == lengths["both", "ur"]
    assert lengths["both", "ur"] != lengths["both", "ar"]
