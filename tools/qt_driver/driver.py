"""Run a Qt program of the hall in this process, and press its real controls as told on standard input.

`python -m tools.qt_driver.driver kiosk --hall URL …` starts `main.py kiosk` offscreen. Each line read is a
JSON command; each is answered by one JSON line: `{"press": NAME}` (mouse), `{"touch": NAME}`, `{"key": "Space"}`,
`{"type": TEXT}`, `{"place": NAME}` (its middle on the
screen), `{"find": NAME}` (visible? text, accessible name), `{"names": 1}`, `{"grab": FILE}` (with `"of": NAME` that
control alone), `{"quit": 1}`.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import sys
import threading
import time
from typing import Any

from commands import COMMANDS

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

# The program's own log goes to standard error; standard output is for answers alone.
_answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)

AGAIN_MS = 50


class Driver(QObject):
    """Acts on the GUI thread; `asked` carries one command line from the reading thread."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._act, Qt.ConnectionType.QueuedConnection)

    def _act(self, line: str) -> None:
        command = {}
        try:
            command = dict(json.loads(line))
            answer = self._answer(command)
        except Exception as error:  # the edge of a command: the test must see what went wrong
            answer = {"error": f"{type(error).__name__}: {error}"}
        if "quit" in command:
            self._end()
        with contextlib.suppress(BrokenPipeError):  # the test that asked is gone
            _answers.write(json.dumps(answer) + "\n")
            _answers.flush()

    def _end(self) -> None:
        """End the program's event loop, and the next one: while it waits for its first paint it runs a nested loop."""
        QApplication.exit(0)  # quit() asks the windows first, and a full-screen one refuses
        QTimer.singleShot(AGAIN_MS, self, self._end)

    def _answer(self, command: dict[str, Any]) -> dict[str, Any]:
        match command:
            case {"press": name}:
                QTest.mouseClick(_seen(name), Qt.MouseButton.LeftButton)
                return {"ok": True}
            case {"touch": name}:
                _touch(_seen(name))
                return {"ok": True}
            case {"key": key}:
                QTest.keyClick(_target(), getattr(Qt.Key, f"Key_{key}"))
                return {"ok": True}
            case {"type": text}:
                QTest.keyClicks(_target(), text)
                return {"ok": True}
        return _told(command)


def _told(command: dict[str, Any]) -> dict[str, Any]:
    """Answer what only asks."""
    match command:
        case {"find": name}:
            return _described(name)
        case {"place": name}:
            return _place(_seen(name))
        case {"names": _}:
            return {"names": sorted({w.objectName() for w in _widgets() if w.objectName()})}
        case {"grab": path, "of": name}:
            return {"ok": _seen(name).grab().save(path)}
        case {"grab": path}:
            return {"ok": _in_front().grab().save(path)}
    return {"ok": "quit" in command}


def _widgets() -> list[QWidget]:
    """Return what can be seen; Qt calls a control of a minimised window visible, too."""
    return [one for one in QApplication.allWidgets() if one.isVisible() and not one.window().isMinimized()]


def _seen(name: str) -> QWidget:
    found = [widget for widget in _widgets() if widget.objectName() == name]
    if not found:
        raise LookupError(f"no visible control {name!r}")
    return found[0]


def _described(name: str) -> dict[str, Any]:
    found = [widget for widget in _widgets() if widget.objectName() == name]
    if not found:
        return {"visible": False}
    text = getattr(found[0], "text", None)
    return {
        "visible": True,
        "enabled": found[0].isEnabled(),
        "text": text() if callable(text) else str(text or ""),
        "name": found[0].accessibleName(),
        "description": found[0].accessibleDescription(),
    }


def _place(widget: QWidget) -> dict[str, Any]:
    middle = widget.mapToGlobal(widget.rect().center())
    return {"middle": [middle.x(), middle.y()]}


def _target() -> QWidget:
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    return widget or next(w for w in QApplication.topLevelWidgets() if w.isVisible())


def _in_front() -> QWidget:
    """Return the window with the focus, or another that is not minimised, as the counter's small bar."""
    window = _target().window()
    return next(one.window() for one in _widgets()) if window.isMinimized() else window


def _touch(widget: QWidget) -> None:
    device = QTest.createTouchDevice()
    window = widget.window().windowHandle()
    at = widget.mapTo(widget.window(), QPoint(widget.width() // 2, widget.height() // 2))
    QTest.touchEvent(window, device).press(0, at, window).commit()
    QTest.touchEvent(window, device).release(0, at, window).commit()


def _read(kept: list[Driver]) -> None:
    while (app := QApplication.instance()) is None:
        time.sleep(0.01)  # the program makes it in its own time and tells nobody; until then nothing can be driven
    driver = Driver()
    driver.moveToThread(app.thread())
    kept.append(driver)  # it must outlive this thread, which ends with the input, to act on what came last
    for line in sys.stdin:
        driver.asked.emit(line)
    driver.asked.emit('{"quit": 1}')


def main(argv: list[str]) -> int:
    """Start the program named first, with its arguments."""
    kept: list[Driver] = []
    threading.Thread(target=_read, args=[kept], name="commands", daemon=True).start()
    return int(importlib.import_module(COMMANDS[argv[0]].module).run(argv[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
