from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from contracts.words.hall import PrintState
from kiosk.printing.printer_worker import PrintLane, TicketPrinter
from kiosk.printing.ticket_content import sample_contents
from kiosk.state.conditions import PrinterCondition
from printer.documents.test_slip import Trial
from printer.emulator.fakes import MemoryPrinter, MemoryWire
from printer.printer import Printer, open_printer
from qtkit.program.jobs import JobLane
from tests.helpers.fake_hall import example_hall
from tests.helpers.hand_driven import HandDriven


class Bench:
    """A print lane whose worker moves by hand, on a memory printer, with all it told."""

    def __init__(self, qapp: QCoreApplication, open_it: Callable[[], TicketPrinter]) -> None:
        self.qapp, self.worker, self.opened = qapp, HandDriven(), 0
        self.owner = QObject()
        self.conditions: list[PrinterCondition] = []
        self.attempts: list[tuple[str, PrintState, str, int]] = []
        self._open = open_it
        self.lane = PrintLane(JobLane(self.worker, self.owner), self._count, status_every_s=60, parent=self.owner)
        self.lane.condition_changed.connect(self.conditions.append)
        self.lane.attempt_moved.connect(lambda *told: self.attempts.append(told))

    def _count(self) -> TicketPrinter:
        self.opened += 1
        return self._open()

    def settle(self) -> None:
        while self.worker.waiting:
            self.worker.run_all()
            self.qapp.processEvents()


@pytest.fixture
def printer() -> Printer:
    made = open_printer("memory:")
    assert isinstance(made, Printer)
    return made


@pytest.fixture
def bench(qapp: QCoreApplication, printer: Printer) -> Bench:
    return Bench(qapp, lambda: printer)


def memory(printer: Printer) -> MemoryPrinter:
    assert isinstance(printer.wire, MemoryWire)
    return printer.wire.printer


def a_ticket() -> object:
    return sample_contents(example_hall())[0]


def test_nothing_of_the_printer_is_opened_on_the_gui_thread(bench: Bench) -> None:
    bench.lane.ask()
    assert bench.opened == 0
    bench.settle()
    bench.lane.ask()
    bench.settle()
    assert bench.opened == 1


def test_the_condition_is_told_when_it_changes(bench: Bench, printer: Printer) -> None:
    for act in (lambda p: None, lambda p: None, lambda p: p.open_cover(), lambda p: p.close_cover()):
        act(memory(printer))
        bench.lane.ask()
        bench.settle()
    assert [condition.fault for condition in bench.conditions] == [None, "cover_open", None]
    assert bench.conditions[0].answers


def test_each_state_of_an_attempt_is_told_in_order(bench: Bench, printer: Printer) -> None:
    bench.lane.print_ticket(a_ticket, "a1", "v1")
    bench.settle()
    mm = printer.length_mm(sample_contents(example_hall())[0])
    assert mm > 80
    assert bench.attempts == [("a1", PrintState.SENDING, "", 0), ("a1", PrintState.CONFIRMED, "", mm)]
    assert len(memory(printer).sheets) == 1


def test_paper_out_prints_nothing_and_says_why(bench: Bench, printer: Printer) -> None:
    memory(printer).cut_paper_short(0)
    bench.lane.print_ticket(a_ticket, "a1", "v1")
    bench.settle()
    assert bench.attempts == [("a1", PrintState.NOT_STARTED, "paper_out", 0)]
    assert bench.conditions[-1].fault == "paper_out"
    assert memory(printer).sheets == []


@pytest.mark.allow_logs
def test_a_ticket_that_cannot_be_made_is_told_and_logged(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> object:
        raise ValueError("no such number")

    bench.lane.print_ticket(broken, "a1", "v1")
    bench.settle()
    assert bench.attempts == [("a1", PrintState.NOT_STARTED, "not_printable", 0)]
    assert "visit v1 could not be printed: no such number" in caplog.text


@pytest.mark.allow_logs
def test_a_wrong_address_stops_tickets_and_is_logged(qapp: QCoreApplication, caplog: pytest.LogCaptureFixture) -> None:
    bench = Bench(qapp, lambda: open_printer("lpt:1"))
    bench.lane.ask()
    bench.settle()
    assert bench.conditions == [PrinterCondition("not_usable")]
    assert "printer address 'lpt:1'" in caplog.text


def test_samples_are_drawn_and_never_printed(bench: Bench, printer: Printer) -> None:
    bench.lane.prepare(lambda: sample_contents(example_hall()))
    bench.settle()
    assert memory(printer).sheets == []


@pytest.mark.allow_logs
def test_samples_that_cannot_be_drawn_stop_nothing(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    bench.lane.prepare(lambda: [None])
    bench.lane.print_ticket(a_ticket, "a1", "v1")
    bench.settle()
    assert "could not be drawn" in caplog.text
    assert bench.attempts[-1][1] is PrintState.CONFIRMED


def test_stopping_lets_go_of_the_printer(bench: Bench, printer: Printer) -> None:
    bench.lane.ask()
    bench.settle()
    bench.lane.stop()
    assert not printer.wire._open
    assert bench.worker.stopped


def test_a_trial_slip_tells_what_became_of_it(bench: Bench, printer: Printer) -> None:
    told: list[tuple[PrintState, str]] = []
    trial = Trial("kiosk", datetime(2026, 11, 25, 5, 0, tzinfo=UTC))
    bench.lane.print_trial(lambda: trial, "t1", lambda *what: told.append(what))
    bench.settle()
    memory(printer).open_cover()
    bench.lane.print_trial(lambda: trial, "t2", lambda *what: told.append(what))
    bench.settle()
    assert told == [(PrintState.CONFIRMED, ""), (PrintState.NOT_STARTED, "cover_open")]
    assert len(memory(printer).sheets) == 1
    assert bench.conditions[-1].fault == "cover_open"


@pytest.mark.allow_logs
def test_a_trial_slip_that_cannot_be_made_is_told_too(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> Trial:
        raise ValueError("no such zone")

    told: list[tuple[PrintState, str]] = []
    bench.lane.print_trial(broken, "t1", lambda *what: told.append(what))
    bench.settle()
    assert told == [(PrintState.NOT_STARTED, "not_usable")]
    assert "no such zone" in caplog.text
