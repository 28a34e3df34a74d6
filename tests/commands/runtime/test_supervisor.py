"""A program that stands alone is started again when it dies and when it hangs, and ends when it is asked to."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.runtime.supervisor import FIRST_PAUSE_S, LONGEST_PAUSE_S, SILENCE_S, START_S, Watch, restart_pause_s
from tools.qt_driver.driven_program import until

ROOT = Path(__file__).resolve().parents[3]
CHILD = """
import os, signal, socket, sys, time
lives = sys.argv[1]
with open(lives, "a") as file:
    print(os.getpid(), file=file, flush=True)
count = len(open(lives).readlines())
ears = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
def say(word): ears.sendto(word.encode(), os.environ["NOTIFY_SOCKET"])
say("READY=1")
act = sys.argv[1 + count] if len(sys.argv) > 1 + count else "stay"
if act == "kill": os.kill(os.getpid(), signal.SIGKILL)
if act == "segfault": os.kill(os.getpid(), signal.SIGSEGV)
if act == "raise": raise RuntimeError("broken")
if act == "good": sys.exit(0)
if act == "wrong": sys.exit(2)
while act != "hang":
    say("WATCHDOG=1")
    time.sleep(0.05)
time.sleep(600)
"""
KEEPER = """
import sys
from commands.runtime import supervisor
supervisor.SILENCE_S, supervisor.FIRST_PAUSE_S, supervisor.LONGEST_PAUSE_S = 1.0, 0.05, 0.05
sys.exit(supervisor.Keeper([sys.executable, *sys.argv[1:]]).run())
"""


def kept(tmp_path: Path, *acts: str, **environ: str) -> tuple[subprocess.Popen[bytes], Path]:
    """Start a keeper of a child that does one act a life; return it and the file of the child's lives."""
    child, lives = tmp_path / "child.py", tmp_path / "lives"
    child.write_text(CHILD, encoding="utf-8")
    command = [sys.executable, "-c", KEEPER, str(child), str(lives), *acts]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL, env={**os.environ, **environ}), lives


def pids(lives: Path) -> list[int]:
    return [int(line) for line in lives.read_text().split()] if lives.exists() else []


def test_it_starts_again_after_every_kind_of_end_and_after_a_hang(tmp_path: Path) -> None:
    keeping, lives = kept(tmp_path, "kill", "segfault", "raise", "hang", "good")
    assert keeping.wait(60) == 0
    assert len(set(pids(lives))) == 5


def test_a_wrong_command_line_is_not_tried_again(tmp_path: Path) -> None:
    keeping, lives = kept(tmp_path, "wrong")
    assert keeping.wait(60) == 2
    assert len(pids(lives)) == 1


def test_asked_to_end_it_takes_the_program_along(tmp_path: Path) -> None:
    keeping, lives = kept(tmp_path, "stay")
    until(lambda: len(pids(lives)) == 1, "the program lives", lambda: pids(lives), timeout_s=60)
    keeping.send_signal(signal.SIGTERM)
    assert keeping.wait(60) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(pids(lives)[0], 0)


def test_what_the_program_says_reaches_systemd(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "systemd"))
        systemd.settimeout(60)
        keeping, _ = kept(tmp_path, "stay", NOTIFY_SOCKET=str(tmp_path / "systemd"))
        assert systemd.recv(100) == b"READY=1"
        assert systemd.recv(100) == b"WATCHDOG=1"
        keeping.terminate()
        keeping.wait(60)


def test_silence_counts_from_the_last_sign_of_life() -> None:
    watch = Watch(100.0)
    assert not watch.hangs(100.0 + START_S)
    assert watch.hangs(100.1 + START_S)
    watch.hears(200.0)
    assert not watch.hangs(200.0 + SILENCE_S)
    assert watch.hangs(200.1 + SILENCE_S)


@given(st.lists(st.floats(0, 1e5), min_size=1, max_size=20))
def test_the_pause_is_always_one_of_the_steps_and_the_first_is_short(faults: list[float]) -> None:
    assert FIRST_PAUSE_S <= restart_pause_s(faults, max(faults)) <= LONGEST_PAUSE_S
    assert restart_pause_s([5.0], 5.0) == FIRST_PAUSE_S <= 1.0
