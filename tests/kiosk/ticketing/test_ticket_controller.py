"""From the choice to the paper: printed before it is shown, but shown without the paper where the printer is slow."""

from __future__ import annotations

import threading
from collections.abc import Callable

from contracts.words.hall import PrintState
from kiosk.ticketing.ticket_controller import ISSUING_SHOWN_MS, PAPER_FIRST_MS
from kiosk.visitor.session import Step
from printer.documents.ticket import TicketContent
from printer.printer import Printer, PrintResult, open_printer
from tests.helpers.fake_hall import FakeHall
from tests.kiosk.conftest import Hand, Start

OVER = {PrintState.CONFIRMED, PrintState.UNVERIFIED}


class Watched(Printer):
    """A printer of memory that notes each first byte, and waits before it for as long as `may_begin` is not set."""

    events: list[str]
    may_begin: threading.Event

    def print_ticket(
        self, content: TicketContent, attempt_id: str, on_state: Callable[[PrintState], None] | None = None
    ) -> PrintResult:
        def heard(state: PrintState) -> None:
            if state is PrintState.SENDING:
                self.events.append("first byte")
            if on_state is not None:
                on_state(state)

        self.may_begin.wait(60)
        return super().print_ticket(content, attempt_id, heard)


def watched(events: list[str], may_begin: threading.Event) -> Printer:
    printer = open_printer("memory:")
    printer.__class__ = Watched
    assert isinstance(printer, Watched)
    printer.events, printer.may_begin = events, may_begin
    return printer


def choose(hand: Hand, events: list[str]) -> None:
    hand.sees("welcome")
    hand.touch("language_ar")
    hand.window.shown.connect(lambda: events.append(hand.kiosk.session.step.value))
    hand.touch("tile_A")


def test_the_first_byte_leaves_before_the_ticket_is_drawn_on_the_screen(hall: FakeHall, start: Start) -> None:
    events, may_begin = [], threading.Event()
    may_begin.set()
    hand = start(hall, open_printer=lambda: watched(events, may_begin))
    # However slow this machine is: what is to be seen is the order, not the time.
    hand.kiosk._hold.begin = lambda _ms: hand.kiosk._hold._timer.start(60_000)
    choose(hand, events)
    hand.sees_that(lambda: hand.kiosk.session.printing in OVER)
    assert events[:2] == ["first byte", "ticket"]
    assert "issuing" not in events


def test_a_printer_that_takes_its_time_does_not_keep_the_number_from_the_screen(hall: FakeHall, start: Start) -> None:
    events, may_begin = [], threading.Event()
    hand = start(hall, open_printer=lambda: watched(events, may_begin))
    choose(hand, events)
    hand.sees("ticket")
    hand.sees_that(lambda: hand.window.bodies.ticket.number.text == "A047")
    assert "first byte" not in events
    may_begin.set()
    hand.sees_that(lambda: hand.kiosk.session.printing in OVER)


def test_a_refusal_is_drawn_at_once(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hall.refuse_issue = "quota_reached"
    hand.sees("welcome")
    hand.kiosk._hold.begin = lambda _ms: hand.kiosk._hold._timer.start(60_000)
    hand.touch("language_ar")
    hand.touch("tile_A")
    hand.sees("notice")
    assert hand.kiosk.session.step is Step.REFUSED
    assert not hand.kiosk._hold.active


def test_what_is_learnt_meanwhile_waits_and_is_not_lost(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    drawn: list[int] = []
    hand.window.shown.connect(lambda: drawn.append(1))
    hand.kiosk._hold.begin(60_000)
    hand.kiosk.knowledge.changed.emit()
    assert not drawn
    hand.kiosk._hold.end()
    assert drawn == [1]


def test_the_live_link_is_read_when_the_first_byte_has_left(hall: FakeHall, start: Start) -> None:
    events, may_begin = [], threading.Event()
    hand = start(hall, open_printer=lambda: watched(events, may_begin))
    hand.kiosk._hold.begin = lambda _ms: (hand.kiosk._hold._timer.start(60_000), hand.kiosk._hold.begun.emit())
    link = hand.running.shell.link
    link.fact.connect(lambda fact: events.append(fact.kind))
    choose(hand, [])
    hall.tell("visit_called")
    hand.qtbot.waitUntil(lambda: link._reply is not None and link._reply.bytesAvailable() > 0)
    assert events == []
    may_begin.set()
    hand.sees_that(lambda: "visit_called" in events)
    assert events == ["first byte", "visit_called"]


def test_both_holds_leave_a_touch_its_answer_within_a_tenth_of_a_second() -> None:
    assert ISSUING_SHOWN_MS + PAPER_FIRST_MS <= 80
