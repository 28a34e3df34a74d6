"""A file that one process holds: the second says that it waits, and comes when the first is done, however it ended."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands.runtime.file_lock import alone

HOLD = """
import sys
from pathlib import Path
from commands.runtime.file_lock import alone
with alone(Path(sys.argv[1]), lambda: print("waits", flush=True)):
    print("has it", flush=True)
    sys.stdin.readline()
"""


def _holder(path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(path)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _hears(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_the_second_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    with _holder(tmp_path / "held") as first, _holder(tmp_path / "held") as second:
        said = {_hears(one): one for one in (first, second)}
        assert set(said) == {"has it", "waits"}
        # Whichever came first: the other one ends only after it.
        for word in ("has it", "waits"):
            said[word].communicate("\n")
    assert (first.returncode, second.returncode) == (0, 0)


def test_whoever_may_not_write_there_goes_on_without(tmp_path: Path) -> None:
    went: list[str] = []
    with alone(tmp_path / "no folder" / "held", lambda: went.append("waits")):
        went.append("on")
    assert went == ["on"]


@pytest.mark.skipif(sys.platform == "win32", reason="locks are taken otherwise there")
def test_where_the_file_system_knows_no_locks_nobody_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", no_locks)
    went: list[str] = []
    with alone(tmp_path / "held", lambda: went.append("waits")):
        went.append("on")
    assert went == ["on"]


def test_what_a_process_held_that_was_killed_is_free(tmp_path: Path) -> None:
    with _holder(tmp_path / "held") as first:
        assert _hears(first) == "has it"
        first.kill()
        first.wait()
    waited: list[str] = []
    with alone(tmp_path / "held", lambda: waited.append("waits")):
        assert waited == []
