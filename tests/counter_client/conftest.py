"""A counter program against a fake hall over real HTTP, driven by real key presses, with a clock of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from contracts.words.hall import Lane, VisitState
from counter_client.config import WINDOW_PX, CounterConfig
from counter_client.program.run import SILENCE_MS, Counter
from qtkit.program.options import ShellOptions
from qtkit.program.shell import Shell
from serial_devices.keypad.reader import KeypadSettings
from tests.counter_client.helpers.views import arabic, english, holder, theme  # noqa: F401 - fixtures of all folders
from tests.helpers.fake_hall_counter import FakeHall, fake_hall
from tests.helpers.fake_hall_state import COUNTER, DEVICE_TOKEN, PIN
from tests.helpers.seen_at_counter import SeenAtCounter
from tests.helpers.speeds import some

WAIT_MS = 60_000


def type_text(widget: QWidget, text: str) -> None:
    """Type `text` as a keyboard layout of its script does; QTest aborts on what is not Latin."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(character), Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(widget, event)


@dataclass
class HandClock:
    """Monotonic seconds that move only when a test says so."""

    now_s: float = 1000.0

    def __call__(self) -> float:
        return self.now_s

    def pass_s(self, seconds: float) -> None:
        self.now_s += seconds


@dataclass
class Seat(SeenAtCounter):
    """An agent's hands and eyes."""

    hall: FakeHall
    counter: Counter
    qtbot: QtBot
    clock: HandClock = field(default_factory=HandClock)

    def press(self, key: Qt.Key, *, later_s: float = 5.0) -> None:
        """Press a key on the window, `later_s` after the one before, when nothing is on its way any more."""
        self.until(self.settled)
        self.clock.pass_s(later_s)
        QTest.keyClick(self.counter.window, key)

    def type(self, text: str) -> None:
        self.clock.pass_s(5.0)
        type_text(self.counter.window, text)

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=WAIT_MS)

    def find(self, name: str) -> QWidget:
        found = self.counter.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def click(self, name: str) -> None:
        self.clock.pass_s(5.0)
        QTest.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def sign_in(self) -> None:
        """Sign in as the second agent of the list, by keyboard."""
        self.until(lambda: self.inputs.hall is not None)
        self.press(Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Down)
        self.type(PIN)
        self.press(Qt.Key.Key_Return)
        self.until(lambda: self.inputs.signed_in)

    def next_thing(self, state: VisitState | None) -> None:
        """Press the space bar and wait for the visit in hand to be in `state`."""
        self.press(Qt.Key.Key_Space)
        self.until(lambda: self.state is state and self.inputs.busy is None)


@pytest.fixture
def hall() -> Iterator[FakeHall]:
    """Give a fake hall over real HTTP."""
    with fake_hall() as running:
        yield running


@pytest.fixture(params=some(["ar", "en"], "ar"))
def language(request: pytest.FixtureRequest) -> str:
    """Run the test in Arabic, in a full run in English too."""
    return str(request.param)


@pytest.fixture
def seat(hall: FakeHall, language: str, qtbot: QtBot) -> Iterator[Seat]:
    """Give a running counter program at its sign-in screen."""
    with running_seat(hall, language, qtbot) as running:
        yield running


@contextmanager
def running_seat(
    hall: FakeHall,
    language: str,
    qtbot: QtBot,
    session: str = "",
    device: str = DEVICE_TOKEN,
    silence_ms: int = SILENCE_MS,
    keypad: KeypadSettings | None = None,
    printer: str = "",
    url: str = "",
    hall_ca: Path | None = None,
) -> Iterator[Seat]:
    """Run a counter program against `hall`, or against what answers at `url` with HTTPS."""
    clock = HandClock()
    shell = Shell("counter", ShellOptions((url or hall.url,), device, language, size_px=WINDOW_PX, hall_ca=hall_ca))
    config = CounterConfig(shell.options, COUNTER, session, keypad, printer_url=printer)
    counter = Counter(config, shell, clock=clock, silence_ms=silence_ms)
    counter.show()
    qtbot.waitExposed(counter.window)
    try:
        yield Seat(hall, counter, qtbot, clock)
    finally:
        counter.stop()
        counter.window.close()
        shell.withdraw()


def issue_three(seat: Seat) -> None:
    with seat.hall.lock:
        seat.hall.state.issue("B012", "B", waited_s=1900)
        seat.hall.state.issue("A047", "A", waited_s=1400)
        seat.hall.state.issue("F021", "F", waited_s=380, lane=Lane.PRIORITY)


def call_first_of_three(seat: Seat) -> None:
    """Sign in where three wait, and call the one whose turn it is: B012."""
    issue_three(seat)
    seat.sign_in()
    seat.next_thing(VisitState.CALLED)


def waiting(seat: Seat) -> list[str]:
    place = seat.inputs.workplace
    return [row.ticket for row in place.waiting] if place else []
