"""Whatever is touched whenever, while hall and printer fail at random: no dead end, and no ticket without a visit.

A walk is a row of random acts at one whole kiosk; after it everything is repaired, and the next visitor must get a
ticket. The seed of a failing walk stands in its message: `DAWR_WALK=SEED` walks it alone.
"""

from __future__ import annotations

import logging
import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from contracts.queue.answers import IssuedTicket
from contracts.words.hall import PrintState
from kiosk.offline.numbers import OwnTicket
from kiosk.staff_pins.pins import StaffPins, write_pins
from kiosk.visitor.session import Step
from printer.emulator.fakes import MemoryPrinter
from tests.helpers.fake_hall import FakeHall, example_hall, own_numbers, visitor_kinds_asked
from tests.kiosk.conftest import Hand, Start
from tests.kiosk.stories.test_paper_stories import PIN, Roll

log = logging.getLogger(__name__)

ACTS = 25
KEYS = [
    getattr(Qt.Key, f"Key_{name}")
    for name in ("Tab", "Space", "Escape", "F12", "Return", "F4", "Left", "Right", "1", "7", "Backspace", "Meta")
]
REFUSALS = [None, None, "service_closed", "numbers_used_up", "day_not_open", "no_such_code"]
ENDS_PROGRAM = ("restart_program", "restart_device", "shut_down")
SIZE = (1024, 768)


class Walker:
    """A visitor without sense, and a hall and a printer without luck."""

    def __init__(self, hand: Hand, roll: Roll, hall: FakeHall, restart: Callable[[], Hand]) -> None:
        self.hand, self.roll, self.hall, self._restart = hand, roll, hall, restart
        self.seen: dict[str, IssuedTicket] = {}
        self.chance = random.Random(0)
        self.trail: list[str] = []

    def walk(self, seed: int) -> None:
        """Do the acts of one walk, look after each, and repair everything in the end."""
        self.chance, self.trail = random.Random(seed), []
        acts = [self.touch_control] * 12 + [self.touch_anywhere] * 3 + [self.press_key] * 3 + [self.wait] * 3
        acts += [self.let_time_pass] * 2 + [self.break_hall, self.break_printer] * 2 + [self.lose_answers, self.refuse]
        acts += [self.change_day, self.knock]
        for _ in range(ACTS):
            self.chance.choice(acts)()
            self.look()
        self.mend()

    def touch_control(self) -> None:
        """Touch something that can be touched."""
        found = [one for one in self.controls() if one.isEnabled()]
        if found:
            chosen = self.chance.choice(found)
            self.trail.append(f"touch {chosen.objectName()}")
            if chosen.objectName().endswith(ENDS_PROGRAM):
                return  # ends the program: its own tests do that
            QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)

    def controls(self) -> list[QWidget]:
        """Return what a finger finds on the screen: every control that takes touches."""
        inside = self.hand.window.findChildren(QWidget)
        return [one for one in inside if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus]

    def touch_anywhere(self) -> None:
        """Touch any place of the screen, and sometimes drag across it."""
        window = self.hand.window
        first, then = (QPoint(self.chance.randrange(SIZE[0]), self.chance.randrange(SIZE[1])) for _ in range(2))
        self.trail.append(f"at {first.toTuple()}")
        target = window.childAt(first) or window
        if target.objectName().endswith(ENDS_PROGRAM):
            return
        QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(window, first))
        where = then if self.chance.random() < 0.3 else first
        QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(window, where))

    def press_key(self) -> None:
        """Press a key of a keyboard that somebody plugged in."""
        key = self.chance.choice(KEYS)
        self.trail.append(f"key {key.name}")
        target = self.hand.window.focusWidget() or self.hand.window
        if not target.objectName().endswith(ENDS_PROGRAM):
            held = Qt.KeyboardModifier.AltModifier if key is Qt.Key.Key_F4 else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(target, key, held)

    def wait(self) -> None:
        """Let answers come in."""
        for _ in range(self.chance.randrange(1, 6)):
            QTest.qWait(self.chance.choice([0, 0, 1, 5]))

    def let_time_pass(self) -> None:
        """Touch nothing for some seconds, up to a reset."""
        idle_s = self.chance.choice([1.0, 25.0, 45.0, 130.0, 400.0])
        self.trail.append(f"idle {idle_s:g} s")
        self.hand.kiosk._take_idle(idle_s)

    def break_hall(self) -> None:
        """Let the hall go away, or come back."""
        self.trail.append("hall stops" if self.hall.running else "hall starts")
        if self.hall.running:
            self.hall.stop()
        else:
            self.hall.start()

    def break_printer(self) -> None:
        """Open the cover, take the paper, or repair both."""
        acts: list[Callable[[MemoryPrinter], object]] = [
            MemoryPrinter.open_cover, MemoryPrinter.close_cover, lambda it: it.cut_paper_short(0.0),
            MemoryPrinter.refill, MemoryPrinter.jam_cutter, MemoryPrinter.free_jams, MemoryPrinter.power_cycle,
            lambda it: it.cut_paper_short(60.0),
        ]  # fmt: skip
        self.trail.append("printer")
        act = self.chance.choice(acts)
        self.hand.running.printer.look(lambda _: act(self.roll.memory), lambda *_: None)

    def lose_answers(self) -> None:
        """Let the hall do what it is asked, and its answers be lost."""
        self.trail.append("answers are lost")
        self.hall.lose_answers = self.chance.randrange(4)

    def refuse(self) -> None:
        """Let the hall refuse the next tickets."""
        self.hall.refuse_issue = self.chance.choice(REFUSALS)
        self.trail.append(f"refusal {self.hall.refuse_issue}")

    def change_day(self) -> None:
        """Close or open the day, or let a service ask who comes."""
        state = self.chance.choice(["open", "open", "over", "closed", "not_yet", "doubtful"])
        self.trail.append(f"day {state}")
        self.hall.hall = self.chance.choice([example_hall(), visitor_kinds_asked(example_hall(), "T")])
        if self.hall.running:
            self.hall.set_day(state)
            self.hall.tell("settings_changed")

    def knock(self) -> None:
        """Open the staff menu as staff do, with the right PIN."""
        self.trail.append("staff")
        for _ in range(5):
            self.hand.window.emblem_touched.emit()
        for key in (*PIN, "enter"):
            self.hand.window.staff_key_pressed.emit(key)

    def look(self) -> None:
        """See that the kiosk covers the screen, shows something, and has a visit for the number that it shows."""
        window, session = self.hand.window, self.hand.kiosk.session
        assert window.isVisible()
        others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
        assert not others, f"something else is on the screen: {others}"
        assert window.size().toTuple() == SIZE
        assert window.bodies.currentWidget().isVisible(), "nothing is shown"
        if session.ticket is not None:
            self.seen[session.ticket.visit] = session.ticket
            assert self.has_visit(session.ticket), f"{session.ticket.ticket} has no visit"
        ends_by_itself = session.step is Step.ISSUING or self.hand.kiosk.staff.cleaning
        can_go_on = ends_by_itself or any(one.isEnabled() for one in self.controls())
        assert can_go_on or window.bodies.currentWidget() is window.bodies.notice, f"a dead end: {session.step}"

    def has_visit(self, ticket: IssuedTicket) -> bool:
        if isinstance(ticket, OwnTicket):
            return any(one.visit == ticket.visit for one in self.hand.kiosk._hall.own.tickets)
        return ticket.visit in self.hall.issued

    def mend(self) -> None:
        """Repair hall and printer, go away, and take a ticket as the next visitor."""
        hall, kiosk = self.hall, self.hand.kiosk
        hall.refuse_issue, hall.lose_answers, hall.hall = None, 0, example_hall()
        if not hall.running:
            hall.start()
        hall.set_day("open")
        hall.tell("settings_changed")
        self.roll.act(lambda it: (it.refill(), it.free_jams(), it.close_cover(), it.tear_off()))
        self.hand.running.printer.ask()
        kiosk.knowledge.judge_roll(whole=True)  # a walk may have answered that the roll does not fit
        kiosk.staff.close()
        kiosk.touch.forgive()  # to the kiosk, many walks in a row look like a faulty touch screen
        self.hand.sees_that(lambda: kiosk.session.step is not Step.ISSUING)
        kiosk._take_idle(1000.0)
        self.hand.sees("welcome")
        self.hand.touch("language_ar")
        # The hall may not answer yet, and the kiosk's reserved numbers of this service may be used up.
        self.hand.sees_that(lambda: self.hand.part("tile_A").isEnabled())
        self.hand.touch("tile_A")
        self.hand.sees_that(lambda: kiosk.session.step is Step.TICKET)
        self.look()
        again = self.hand.window.bodies.ticket.again
        self.hand.sees_that(lambda: kiosk.session.printing is PrintState.CONFIRMED or again.isVisible())
        if again.isVisible():  # the printer was found switched off and on by this very ticket: none of it came out
            self.hand.touch("print_again_button")
            self.hand.sees_that(lambda: kiosk.session.printing is PrintState.CONFIRMED)
        kiosk._take_idle(1000.0)
        self.hand.sees("welcome")

    def stands(self) -> str:
        """Return the state of the kiosk, for the message of a failed walk."""
        kiosk = self.hand.kiosk
        return f"{kiosk.session} {kiosk.conditions.printer} online {kiosk.conditions.online} staff {kiosk.staff.staff}"

    def restart(self) -> None:
        """End the program as a crash does, and start it again on what it left on the disk."""
        self.hand = self._restart()
        self.hand.sees("welcome")


@pytest.fixture
def walker(hall: FakeHall, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walker:
    monkeypatch.setattr("qtkit.hall.live_link.pause_s", lambda *_, **__: 0.002)
    monkeypatch.setattr("kiosk.ticketing.issuing.PAUSE_MS", 2)
    monkeypatch.setattr("kiosk.offline.tickets.AGAIN_MS", 20)
    pins = tmp_path / "pins.json"
    write_pins(pins, StaffPins({}).with_pin("سالم", PIN))
    hall.numbers = own_numbers()
    running: list[Hand] = []

    def begin() -> Hand:
        for one in running:
            one.running.stop()
            one.window.hide()
        roll.memory = MemoryPrinter()
        more = {"open_printer": roll.open, "staff_pins": pins, "own_numbers": tmp_path / "own"}
        hand = start(hall, size=SIZE, **more)
        roll.hand = hand
        running.append(hand)
        hand.sees("welcome")
        hand.sees_that(lambda: (tmp_path / "own" / "reserved.json").exists())
        return hand

    roll = Roll()
    return Walker(begin(), roll, hall, begin)


@pytest.mark.allow_logs
@pytest.mark.qt_log_ignore(
    "event.* not accepted by receiving widget", extend=True
)  # QTest's own word: nothing is there
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("walks", [12, pytest.param(1000, marks=pytest.mark.full)])
def test_random_walks_end_at_a_ticket_for_the_next_visitor(walker: Walker, walks: int) -> None:
    alone = os.environ.get("DAWR_WALK")
    base = random.SystemRandom().randrange(1_000_000_000)
    for seed in [int(alone)] if alone else range(base, base + walks):
        try:
            walker.walk(seed)
        except BaseException as error:
            raise AssertionError(f"DAWR_WALK={seed}: {'; '.join(walker.trail)}: {walker.stands()}") from error
        if seed % 100 == 99:
            log.info("walked until %d, %d tickets seen", seed, len(walker.seen))
            walker.restart()
    walker.hand.sees_that(lambda: walker.hand.kiosk._hall.own.pending == 0)
    own = [ticket.ticket for ticket in walker.seen.values() if isinstance(ticket, OwnTicket)]
    handed_in = Counter(record.ticket for record in walker.hall.handed_in)
    assert set(own) <= set(handed_in), "every ticket that was shown was handed in"
    assert max([*handed_in.values(), 1]) == 1, "each once"
    assert alone or len(walker.seen) >= walks
