"""Processes that live and die together, tried with a real centre."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import psutil
import pytest

from bench.running_demo import ROOT
from commands.runtime.process_group import Family, FamilyError

_PARENT = """
import sys
from pathlib import Path
from commands.runtime.process_group import Family
family = Family(Path(sys.argv[1]) / "logs")
member = family.start("central", ["--data", sys.argv[1], "--port", "0"])
print(member.process.pid, family.address(member), flush=True)
sys.stdin.read()
"""


@pytest.mark.full
def test_a_member_tells_its_address_and_ends_with_the_family(tmp_path: Path) -> None:
    with Family(tmp_path / "logs") as family:
        member = family.start("central", ["--data", str(tmp_path / "centre"), "--port", "0"])
        address = family.address(member)
        with urllib.request.urlopen(f"{address}/healthz", timeout=5) as answer:
            assert answer.status == 200
        assert family.ended() is None
    assert member.process.poll() is not None
    assert address in (tmp_path / "logs" / "central.log").read_text()


@pytest.mark.full
def test_a_member_that_does_not_come_up_is_named_with_what_it_said(tmp_path: Path) -> None:
    with Family(tmp_path) as family:
        member = family.start("central", ["--database", "oracle://x"])
        with pytest.raises(FamilyError, match=r"central ended with status 2; its log is .*central.log; it said:\n"):
            family.address(member)
        assert family.ended() is member


def test_a_window_may_be_closed_without_ending_the_rest(tmp_path: Path) -> None:
    with Family(tmp_path) as family:
        member = family.start("central", ["--help"], window=True)
        member.process.wait(timeout=20)
        assert family.ended() is None


def test_members_end_when_the_parent_is_killed(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout
    assert parent.stdin
    pid = int(parent.stdout.readline().split()[0])
    child = psutil.Process(pid)
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    parent.stdin.close()
    parent.stdout.close()
    assert psutil.wait_procs([child], timeout=10)[0] == [child]
