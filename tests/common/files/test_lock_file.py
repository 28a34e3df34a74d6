"""A lock that goes with its process."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from common.files.lock_file import FileLock

HOLD = """
import sys
from pathlib import Path
from common.files.lock_file import FileLock
lock = FileLock(Path(sys.argv[1]))
assert lock.take()
print("locked", flush=True)
sys.stdin.read()
"""


def test_a_lock_is_held_once_and_can_be_given_back(tmp_path: Path) -> None:
    one, two = FileLock(tmp_path / "a.lock"), FileLock(tmp_path / "a.lock")
    assert one.take()
    assert not two.take()
    assert two.holder() == os.getpid()
    one.leave()
    assert two.take()
    two.leave()


@pytest.mark.process
def test_a_killed_process_leaves_its_lock(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert holder.stdout is not None
    assert holder.stdin is not None
    assert holder.stdout.readline() == "locked\n"
    mine = FileLock(path)
    assert not mine.take()
    assert mine.holder() == holder.pid
    holder.kill()
    holder.wait()
    assert mine.take(5)
    mine.leave()
    holder.stdout.close()
    holder.stdin.close()


def test_whoever_waits_gets_it_when_it_is_given_back(tmp_path: Path) -> None:
    one, two = FileLock(tmp_path / "a.lock"), FileLock(tmp_path / "a.lock")
    assert one.take()
    got: list[bool] = []
    waiting = threading.Thread(target=lambda: got.append(two.take(20)))
    waiting.start()
    one.leave()
    waiting.join(60)
    assert got == [True]
    two.leave()


def test_an_unreadable_lock_file_names_nobody(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    path.write_bytes(b"\xff\xfe")
    assert FileLock(path).holder() is None
    assert FileLock(tmp_path / "none.lock").holder() is None
