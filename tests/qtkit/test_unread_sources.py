"""What Python keeps of sources is looked at in a process of its own: this one has imported everything already."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from qtkit.unread_sources import leave_sources_unread

PROGRAM = """
import json, linecache, sys
from qtkit.unread_sources import leave_sources_unread
import PySide6.QtWidgets, qtkit.theme
before = len(linecache.cache)
asks = leave_sources_unread()
import qtkit.shell
from PySide6.QtCore import QObject, Signal
class Speaker(QObject):
    said = Signal(int)
heard, speaker = [], Speaker()
speaker.said.connect(heard.append)
speaker.said.emit(7)
print(json.dumps([asks, before, sorted(linecache.cache), heard, speaker.objectName()]))
"""


def test_what_is_imported_later_is_not_read_and_what_was_read_is_dropped() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    asks, before, kept, heard, name = json.loads(done.stdout)
    if not asks:
        pytest.skip("this PySide reads no sources: the module is needed no more")
    assert before > 0, "PySide has not read them: the module is needed no more"
    assert kept == []
    assert (heard, name) == ([7], ""), "signals and methods are as they were"


@pytest.mark.parametrize("program", ["kiosk", "counter", "board"])
def test_no_program_keeps_the_sources_of_its_modules(program: str) -> None:
    script = (
        "import contextlib, linecache, sys\n"
        f"from commands.{program} import run\n"
        "with contextlib.suppress(SystemExit):\n"
        "    run(['--help'])\n"
        "import qtkit.shell\n"
        "sys.stderr.write(str(len(linecache.cache)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == "0"


def test_it_may_be_said_again() -> None:
    assert leave_sources_unread() is leave_sources_unread()
