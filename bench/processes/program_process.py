"""One of the Qt programs, offscreen, that says when it was first painted.

`python -m bench.processes.program_process NAME …`; the rest is the program's own command line. One JSON line: the
instant (seconds of the epoch) right after the first paint of its window; then it goes on until it is ended.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from commands import COMMANDS
from commands.runtime import environment


def main(argv: list[str]) -> int:
    """Do what `main.py NAME …` does, with an eye on the first paint."""
    environment.ensure(COMMANDS[argv[0]].needs, argv=argv)
    from PySide6.QtCore import QEvent, QObject, QTimer, SignalInstance
    from PySide6.QtWidgets import QWidget

    from qtkit.program.shell import Shell

    class FirstPaint(QObject):
        """Waits for the first paint of a window."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            """Say, once everything that is painted together is painted, that it is; then look no more."""
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, lambda: print(json.dumps({"painted_at": time.time()}), flush=True))
            return False

    eye, take_picture = FirstPaint(), Shell.take_picture

    def look(shell: Shell, window: QWidget, ready: SignalInstance) -> None:
        # Every program comes here with its window right after it was shown, and before its first paint. The filter is
        # at this window alone: one of the whole application makes PySide build a Python type for each class of object
        # that gets an event, megabytes that the program itself does not take.
        window.installEventFilter(eye)
        take_picture(shell, window, ready)

    Shell.take_picture = look  # type: ignore[method-assign, assignment]
    return int(importlib.import_module(COMMANDS[argv[0]].module).run(argv[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
