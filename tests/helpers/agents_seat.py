"""An agent's hands and eyes at a real hall process: the real window, real keys, the real clock."""

from __future__ import annotations

import contextlib
import io
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from commands.admin import command
from commands.demo.setup_file import write_setup
from commands.hall_client import HallClient
from contracts.words.hall import VisitState
from counter_client.config import CounterConfig
from counter_client.program.run import Counter
from counter_client.state.state import ANSWER_S, QUESTION_S
from qtkit.program.options import ShellOptions
from qtkit.program.shell import Shell
from tests.helpers.hall_alone import HallAlone
from tests.helpers.seen_at_counter import SeenAtCounter

WAIT_MS = 30_000
COUNTER, AGENT = 1, "salim"
Key = Qt.Key
DOCUMENTS = """documents = [
    { ar = "البطاقة الشخصية", en = "Identity card" }, { ar = "عقد الزواج", en = "Marriage contract" },
]"""


@dataclass
class RealHall:
    """A hall service in a separate process with its devices paired; `pin` is the agent's."""

    base: str
    pin: str
    head: HallClient
    kiosk: HallClient
    counter_token: str
    admin_token: str

    def issue(self, service: str, **more: object) -> str:
        """Give a ticket at the kiosk and return its number."""
        return str(self.kiosk.post("/visits", {"service": service, **more})["ticket"])

    def visit(self, ticket: str) -> Any:
        """Return the visit of a ticket, as reception finds it."""
        return self.head.get(f"/visits?ticket={ticket}")


@contextmanager
def real_hall(folder: Path) -> Iterator[RealHall]:
    """Run a land-and-housing hall whose agent of counter 1 has chosen the automatic call."""
    setup = folder / "hall.toml"
    pin = write_setup("middle", setup)[AGENT]
    text = setup.read_text(encoding="utf-8").replace(f'code = "{AGENT}"\n', f'code = "{AGENT}"\nauto_call = true\n')
    text = text.replace('prefix = "A"\n', f'prefix = "A"\n{DOCUMENTS}\n')
    setup.write_text(text, encoding="utf-8")
    with HallAlone(folder) as hall:
        admin_token = token_of(folder, "admin")
        boss = HallClient(hall.base, admin_token)
        kiosk, counter = paired(boss, "kiosk"), paired(boss, "counter", COUNTER)
        head = HallClient(hall.base, token_of(folder, "head"))
        yield RealHall(hall.base, pin, head, HallClient(hall.base, kiosk), counter, admin_token)


def token_of(folder: Path, role: str) -> str:
    """Make a token of the hall whose data lie in `folder` and return it."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        assert command.run(["--data", str(folder / "hall"), "token", role, "--json"]) == 0
    return str(json.loads(said.getvalue())["token"])


def paired(boss: HallClient, kind: str, counter: int | None = None) -> str:
    """Pair a device and return its token."""
    code = boss.post("/devices/codes", {"kind": kind, "name": kind, "counter": counter})["code"]
    return str(HallClient(boss.base, "").post("/devices/pair", {"code": code, "kind": kind})["token"])


@dataclass
class AgentsSeat(SeenAtCounter):
    """Presses keys as fast as a hand does, and waits for what the screen shows."""

    hall: RealHall
    counter: Counter
    qtbot: QtBot
    pictures: Path
    _pressed: float = field(default=0.0)
    _called: float = field(default=0.0)
    _last: Qt.Key = Key.Key_Escape

    @property
    def asked(self) -> str:
        return self.inputs.sheet.kind.value if self.inputs.sheet else ""

    def press(self, *keys: Qt.Key) -> None:
        """Press keys one after the other, each when the one before has its answer and is no bounce any more."""
        for key in keys:
            self.until(lambda: self.settled() and time.monotonic() - self._pressed > QUESTION_S + 0.05)
            self._strike(key)

    def _strike(self, key: Qt.Key) -> None:
        self._pressed, self._last = time.monotonic(), key
        QTest.keyClick(self.counter.window, key)

    def type(self, digits: str) -> None:
        QTest.keyClicks(self.counter.window, digits)

    def write(self, field: str, text: str) -> None:
        """Write in the line or box that has the keyboard, and send it with Enter."""
        line = self.fill(field, text)
        self._pressed, self._last = time.monotonic(), Key.Key_Return
        QTest.keyClick(line, Key.Key_Return)

    def fill(self, field: str, text: str) -> QWidget:
        """Write in a line or box, and return it."""
        self.until(lambda: self.inputs.busy is None and time.monotonic() - self._pressed > QUESTION_S + 0.05)
        line = self.counter.window.findChild(QWidget, field)
        assert line is not None
        assert line.isVisible()
        if isinstance(line, QLineEdit):
            line.insert(text)
            line.textEdited.emit(line.text())
        else:
            assert isinstance(line, QPlainTextEdit)
            line.insertPlainText(text)
        return line

    def arrow_to(self, button: str) -> None:
        """Come to a button of the open sheet with the down key, and press it with Enter."""
        window = self.counter.window
        for _ in range(9):
            if window.focusWidget().objectName() != button:
                QTest.keyClick(window.focusWidget(), Key.Key_Down)
        assert window.focusWidget().objectName() == button
        QTest.keyClick(window.focusWidget(), Key.Key_Return)

    def call(self) -> str:
        """Call the next visitor with space, not so soon after the last call that it would be asked about."""
        self.until(lambda: time.monotonic() - self._called > ANSWER_S + 0.1)
        self.press(Key.Key_Space)
        self.until(lambda: self.state is VisitState.CALLED)
        self._called = time.monotonic()
        return self.ticket

    def begin(self) -> None:
        self.press(Key.Key_Space)
        self.until(lambda: self.state is VisitState.SERVING)

    def said(self, code: str) -> None:
        """Wait for a notice."""
        self.until(lambda: self.told == code)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait; where a busy machine gave no answer, press the same key again, as the screen says."""

        def there() -> bool:
            if self.inputs.busy is not None:  # nobody presses before the answer; the hall counts from its own time
                self._pressed = time.monotonic()
            lost = self.told == "no_answer" and self.inputs.busy is None
            if lost and time.monotonic() - self._pressed > QUESTION_S + 0.05:
                self._strike(self._last)
            return true()

        self.qtbot.waitUntil(there, timeout=WAIT_MS)

    def words(self) -> str:
        """Return all that the window says in words, as a screen reader has it."""
        widgets = [one for one in self.counter.window.findChildren(QWidget) if one.isVisible()]
        labels = [one.text() for one in widgets if isinstance(one, QLabel)]
        return " | ".join(text for text in (*labels, *(one.accessibleName() for one in widgets)) if text)

    def picture(self, name: str) -> None:
        """Keep what is on the screen, for a person who looks."""
        QApplication.processEvents()
        assert self.counter.window.grab().save(str(self.pictures / f"{name}-{self.inputs.language}.png"))


@contextmanager
def agents_seat(hall: RealHall, language: str, qtbot: QtBot, pictures: Path) -> Iterator[AgentsSeat]:
    """Run the counter program at its sign-in screen."""
    shell = Shell("counter", ShellOptions((hall.base,), hall.counter_token, language))
    counter = Counter(CounterConfig(shell.options, COUNTER), shell)
    counter.show()
    qtbot.waitExposed(counter.window)
    try:
        yield AgentsSeat(hall, counter, qtbot, pictures)
    finally:
        counter.stop()
        counter.window.close()
        shell.withdraw()
