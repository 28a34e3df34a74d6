"""A whole counter program, offscreen, whose space bar is pressed through visit after visit.

`python -m bench.processes.counter_process HALL COUNTER VISITS`; the counter's session is read from
DAWR_COUNTER_SESSION. One JSON line is printed: milliseconds from each press to the end of the painting that shows
what it did, by what it did.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from contracts.words.hall import NextAction, VisitState
from counter_client.config import SESSION_ENV, CounterConfig
from counter_client.program.app import CounterApp
from counter_client.program.run import Counter
from counter_client.state.state import QUESTION_S, Inputs
from qtkit.program.options import ShellOptions
from qtkit.program.shell import Shell

PATIENCE_S = 20.0
REST_S = QUESTION_S + 0.05
"""From what a press did on the screen to the next press: what comes sooner is a double press, for program and hall.

Counted from the paint, as a person sees it: the hall counts from its own answer, which may come a while after a press.
"""
CALL_REST_S = 3.1
"""Between two calls: sooner the hall asks whether a second one is meant (`call_guard_s`)."""


class Eye(QObject):
    """Sees when a part of the screen is painted in a state that is waited for."""

    def __init__(self, counter: Counter, name: str) -> None:
        super().__init__()
        part = counter.window.findChild(QWidget, name)
        if not isinstance(part, QWidget):
            raise LookupError(name)
        self._app = counter.app
        self._done: Callable[[Inputs], bool] | None = None
        self.painted_s: float | None = None
        part.installEventFilter(self)

    def look_for(self, done: Callable[[Inputs], bool]) -> None:
        """Wait from now on for a painting of what is `done`."""
        self._done, self.painted_s = done, None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the end of the first painting that shows it, and let every event pass."""
        if event.type() == QEvent.Type.Paint and self._done is not None and self._done(self._app.inputs):
            self._done = None
            # All that is painted together is on the screen when the loop comes round again.
            QTimer.singleShot(0, self._note)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self.painted_s = time.perf_counter()


class Hand:
    """Presses the space bar and waits for the screen that shows it."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._shown_s = self._called_s = float("-inf")
        self._card = Eye(counter, "visit_card")
        self._sheet = Eye(counter, "choice_sheet")
        self.took_ms: defaultdict[str, list[float]] = defaultdict(list)

    def press(self, step: NextAction, what: str, done: Callable[[Inputs], bool], *, on_sheet: bool = False) -> None:
        """Press when `step` is next, wait until it is done and painted, and note how long it took."""
        eye = self._sheet if on_sheet else self._card
        _wait(lambda: self._rested(step), f"before {what}", self._counter.app)
        eye.look_for(done)
        begun = time.perf_counter()
        QTest.keyClick(self._counter.window, Qt.Key.Key_Space)
        _wait(lambda: eye.painted_s is not None, what, self._counter.app)
        self._shown_s = time.monotonic()
        if step is NextAction.CALL_NEXT:
            self._called_s = self._shown_s
        self.took_ms[what].append(1000 * ((eye.painted_s or 0.0) - begun))

    def _rested(self, step: NextAction) -> bool:
        now_s, place = time.monotonic(), self._counter.app.inputs.workplace
        calls_soon = step is NextAction.CALL_NEXT and now_s - self._called_s < CALL_REST_S
        return place is not None and place.next_action == step and now_s - self._shown_s > REST_S and not calls_soon


def state_of(inputs: Inputs) -> VisitState | None:
    """Return the state of the visit in hand, None for a free counter or while a command is on its way."""
    current = inputs.workplace.current if inputs.workplace else None
    return current.state if current and inputs.busy is None else None


def free(inputs: Inputs) -> bool:
    """Return whether the counter is free and nothing is on its way."""
    place = inputs.workplace
    return place is not None and place.current is None and inputs.busy is None and inputs.sheet is None


def serve(hand: Hand, visits: int) -> None:
    """Call, begin and finish `visits` visits by the space bar alone."""
    for _ in range(visits):
        hand.press(NextAction.CALL_NEXT, "call", lambda inputs: state_of(inputs) is VisitState.CALLED)
        hand.press(NextAction.BEGIN, "begin", lambda inputs: state_of(inputs) is VisitState.SERVING)
        hand.press(NextAction.FINISH, "ask", lambda inputs: inputs.sheet is not None, on_sheet=True)
        hand.press(NextAction.FINISH, "finish", free)


def _wait(true: Callable[[], bool], what: str, app: CounterApp) -> None:
    end = time.monotonic() + PATIENCE_S
    while not true():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        if time.monotonic() > end:
            inputs = app.inputs
            raise TimeoutError(f"{what}: {inputs.busy} {inputs.notice} {state_of(inputs)} {inputs.sheet}")


def main(argv: list[str]) -> int:
    """Serve, print what it took, and end."""
    hall, number, visits = argv[0], int(argv[1]), int(argv[2])
    session = os.environ[SESSION_ENV]
    shell = Shell("counter", ShellOptions((hall,), session, "ar", 24.0, (1366, 768)))
    counter = Counter(CounterConfig(shell.options, number, session), shell)
    counter.show()
    _wait(lambda: free(counter.app.inputs), "start", counter.app)
    hand = Hand(counter)
    print("ready", flush=True)
    serve(hand, visits)
    print(json.dumps(hand.took_ms), flush=True)
    counter.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
