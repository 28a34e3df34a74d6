"""Tickets under the scanner of a kiosk, at a real hall over real HTTP."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.config import KioskConfig
from kiosk.device.scanner.presenter import ScannedView
from kiosk.device.scanner.ticket_scanner import Scanner, TicketReader
from kiosk.program.composition import read_tickets
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from serial_devices.line.fake_port import FakePort
from serial_devices.scanner import read_scanner
from tests.helpers.fake_hall import FakeHall
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread
from tests.kiosk.conftest import Hand, Start

WAIT_MS = 20_000


class Bench:
    """A hall with an agent at counter 1, and a reader whose answers are kept."""

    def __init__(self, hall: RunningHall, qtbot: QtBot) -> None:
        self.hall, self.qtbot = hall, qtbot
        self.agent = hall.sign_in()
        self.shown: list[ScannedView] = []
        self.calls = HallCalls(HallAddresses([hall.base]), hall.tokens["kiosk"])
        self.reader = TicketReader(self.calls, self.shown.append)

    def issue(self) -> dict[str, Any]:
        return self.hall.issue()

    def do(self, what: str, body: Any = None) -> dict[str, Any]:
        return good(self.hall.post(f"/counters/1/{what}", self.agent, body))

    def miss(self) -> None:
        self.do("call-next")
        self.do("no-show")

    def scan(self, ticket: dict[str, Any]) -> ScannedView:
        """Hold a ticket under the reader and return what is shown in the end."""
        self.shown.clear()
        self.reader.take(ticket["status_url"])
        self.until(lambda: self.shown[-1].message != "looking")
        return self.shown[-1]

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=WAIT_MS)

    def state(self, ticket: dict[str, Any]) -> str:
        return str(good(self.hall.get(f"/visits/{ticket['visit']}", "head"))["state"])


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Bench]:
    with hall_in_a_thread(tmp_path) as hall:
        yield Bench(hall, qtbot)


def test_a_waiting_ticket_is_told_its_place(bench: Bench) -> None:
    bench.issue()
    view = bench.scan(bench.issue())
    assert (view.message, view.ticket, view.people_ahead) == ("waiting", "A002", 1)
    assert view.service_names == {"ar": "الأراضي", "en": "Lands"}


def test_a_missed_call_is_back_in_the_queue_by_its_ticket_alone(bench: Bench) -> None:
    ticket = bench.issue()
    bench.miss()
    view = bench.scan(ticket)
    assert (view.message, view.ticket) == ("reinstated", "A001")
    assert view.people_ahead is not None
    assert bench.state(ticket) == "waiting"
    assert bench.scan(ticket).message == "waiting"


def test_a_call_missed_too_often_is_for_reception(bench: Bench) -> None:
    ticket = bench.issue()
    for _ in range(2):
        bench.miss()
        assert bench.scan(ticket).message == "reinstated"
    bench.miss()
    view = bench.scan(ticket)
    assert (view.message, view.ticket) == ("missed_too_often", "A001")
    assert bench.state(ticket) == "no_show"


def test_a_called_and_a_finished_ticket_say_so(bench: Bench) -> None:
    ticket = bench.issue()
    bench.do("call-next")
    assert (bench.scan(ticket).message, bench.shown[-1].counter) == ("called", 1)
    bench.do("begin")
    assert bench.scan(ticket).message == "serving"
    bench.do("finish", {"outcome": "completed"})
    assert bench.scan(ticket).message == "finished"


def test_what_is_no_ticket_asks_nothing_of_the_hall(bench: Bench) -> None:
    for text in ("https://example.com/menu", "6291041500213", "x" * 512):
        bench.reader.take(text)
    assert [view.message for view in bench.shown] == ["no_ticket_code"] * 3


def test_a_ticket_of_another_hall_is_none_of_today(bench: Bench) -> None:
    assert bench.scan({"status_url": f"http://elsewhere/t#{'x' * 22}"}) == ScannedView("not_of_today")


def test_a_hall_that_is_away_leaves_the_number_valid(bench: Bench) -> None:
    ticket = bench.issue()
    bench.calls = HallCalls(HallAddresses(["http://127.0.0.1:9"]), "t")
    bench.reader = TicketReader(bench.calls, bench.shown.append)
    assert bench.scan(ticket).message == "cannot_look"


def test_the_newest_scan_is_what_is_shown(bench: Bench) -> None:
    first, second = bench.issue(), bench.issue()
    bench.reader.take(first["status_url"])
    bench.reader.take(second["status_url"])
    bench.until(lambda: bench.shown[-1].ticket != "")
    assert [view.ticket for view in bench.shown] == ["", "", "A002"]


def test_a_scanner_on_its_line_is_heard_on_the_gui_thread(bench: Bench) -> None:
    ticket = bench.issue()
    with FakePort() as port:
        scanner = Scanner(read_scanner(f"serial://{port.path}"))
        scanner.scanned.connect(bench.reader.take)
        with bench.qtbot.waitSignal(scanner.wrong, timeout=WAIT_MS) as opened:
            scanner.start()
        assert opened.args == [""]
        port.say(ticket["status_url"].encode() + b"\r\n")
        bench.until(lambda: bool(bench.shown) and bench.shown[-1].message == "waiting")
        scanner.stop()


@pytest.mark.allow_logs
def test_a_scanner_that_is_not_there_is_said_and_stops_nothing(bench: Bench) -> None:
    scanner = Scanner(read_scanner("serial:///dev/no-such-scanner"))
    with bench.qtbot.waitSignal(scanner.wrong, timeout=WAIT_MS) as told:
        scanner.start()
    scanner.stop()
    assert "there is no /dev/no-such-scanner" in told.args[0]


def test_a_kiosk_with_a_scanner_answers_over_its_own_screen(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    with FakePort() as port:
        config = KioskConfig("kiosk", "memory:", scanner=read_scanner(f"serial://{port.path}"))
        scanner = read_tickets(hand.running, config)
        assert scanner is not None
        said_s = [0.0]

        def shown_or_said_again() -> bool:
            # What is said before the line is open is dropped, as it must be: hold the code there until it is read.
            if time.monotonic() - said_s[0] > 0.5:
                said_s[0] = time.monotonic()
                port.say(b"6291041500213\r")
            return shown(hand)

        hand.qtbot.waitUntil(shown_or_said_again, timeout=WAIT_MS)
        assert hand.part("scanned_screen").accessibleName() == "الرمز ليس لتذكرة من هذه القاعة"
        hand.touch("scanned_done")
        assert not shown(hand)
        scanner.stop()
    hand.sees("welcome")


def test_a_kiosk_without_a_scanner_has_none(hall: FakeHall, start: Start) -> None:
    assert read_tickets(start(hall).running, KioskConfig("kiosk", "memory:")) is None


def shown(hand: Hand) -> bool:
    screen = hand.window.findChild(QWidget, "scanned_screen")
    return isinstance(screen, QWidget) and screen.isVisible()
