from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtkit.program.crash_guard import (
    CRASHES_ENV,
    FIRST_PAUSE_S,
    LONGEST_PAUSE_S,
    CrashGuard,
    read_crashes,
    restart_pause_s,
)
from tests.helpers.hand_driven import HandClock

ROOT = Path(__file__).resolve().parents[3]


def crash(guard: CrashGuard, error: BaseException) -> None:
    guard.take(type(error), error, error.__traceback__)


@given(st.lists(st.floats(0, 1e6), max_size=20), st.floats(0, 1e6))
def test_the_pause_is_always_one_of_the_steps(crashes: list[float], now: float) -> None:
    assert FIRST_PAUSE_S <= restart_pause_s(crashes, now) <= LONGEST_PAUSE_S


def test_what_is_no_time_is_left_out() -> None:
    assert read_crashes("1.5,,x,2") == [1.5, 2.0]


@pytest.mark.allow_logs
def test_a_crash_is_logged_whole_and_remembered_for_the_next_start(caplog: pytest.LogCaptureFixture) -> None:
    pauses: list[float] = []
    environ: dict[str, str] = {}
    clock = HandClock(100.0)
    crash(CrashGuard(pauses.append, now=clock, environ=environ), RuntimeError("broken"))
    clock.pass_s(10)
    crash(CrashGuard(pauses.append, now=clock, environ=environ), RuntimeError("again"))
    crash(CrashGuard(pauses.append, now=clock, environ=environ), RuntimeError("and again"))
    assert pauses == [1.0, 2.0, 4.0]
    assert environ[CRASHES_ENV] == "100.0,110.0,110.0"
    assert "RuntimeError: broken" in caplog.text


@pytest.mark.allow_logs
def test_only_the_first_exception_begins_a_restart() -> None:
    pauses: list[float] = []
    guard = CrashGuard(pauses.append, now=HandClock(), environ={})
    crash(guard, RuntimeError("one"))
    crash(guard, RuntimeError("two"))
    assert pauses == [1.0]


def test_an_interrupt_is_no_crash(capsys: pytest.CaptureFixture[str]) -> None:
    guard = CrashGuard(lambda _: pytest.fail("restarted"), environ={})
    crash(guard, KeyboardInterrupt())
    assert not guard.crashed


@pytest.mark.process
def test_an_exception_in_a_slot_starts_the_program_again_with_its_arguments(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
from PySide6.QtCore import QCoreApplication, QTimer
from qtkit.program.crash_guard import CRASHES_ENV, CrashGuard, restart
if os.environ.get(CRASHES_ENV):
    print("second life", sys.argv[1:])
    sys.exit(0)
sys.stdout = None  # as under Windows' pythonw, which starts the counter program
app = QCoreApplication([])
CrashGuard(lambda pause_s: QTimer.singleShot(0, restart)).install()
QTimer.singleShot(0, lambda: 1 / 0)
app.exec()
""",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(program), "--hall", "x"], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "second life ['--hall', 'x']")
    assert "ZeroDivisionError" in done.stderr
