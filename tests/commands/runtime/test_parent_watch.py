"""The lifeline: standard input that ends."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from bench.running_demo import ROOT
from commands.runtime import parent_watch

_HELD = "from commands.runtime.parent_watch import hold; import signal; hold(); print('up', flush=True); signal.pause()"


def test_a_process_on_a_lifeline_ends_when_it_is_cut() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _HELD],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, parent_watch.VARIABLE: "stdin"},
    )
    assert process.stdout
    assert process.stdin
    assert process.stdout.readline() == b"up\n"
    assert process.poll() is None
    process.stdin.close()
    assert process.wait(timeout=60) != 0
    process.stdout.close()


def test_without_the_variable_standard_input_is_left_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from commands.runtime.parent_watch import hold; hold(); print(input())"],
        cwd=ROOT, input="mine\n", capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "mine\n"


@pytest.mark.skipif(sys.platform != "linux", reason="Linux only")
def test_a_process_without_a_lifeline_gets_its_signal_when_its_parent_is_killed() -> None:
    ends = (
        "from commands.runtime.parent_watch import end_with_parent; import signal; "
        "end_with_parent(); print('up', flush=True); signal.pause()"
    )
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {ends!r}])"
    process = subprocess.Popen([sys.executable, "-c", parent], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.readline() == b"up\n"
    process.kill()
    assert process.stdout.read() == b"", "it ends: nobody holds the pipe"
    process.wait()
    process.stdout.close()
