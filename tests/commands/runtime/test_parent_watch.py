"""The lifeline: standard input that ends."""

from __future__ import annotations

import os
import subprocess
import sys

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
