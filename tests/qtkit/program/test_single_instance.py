from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from qtkit.program.single_instance import AlreadyRunningError, SingleInstance

ROOT = Path(__file__).resolve().parents[3]


def test_the_second_of_a_name_is_refused_and_told_who_holds_it(tmp_path: Path) -> None:
    first = SingleInstance("kiosk", tmp_path)
    first.take()
    with pytest.raises(AlreadyRunningError, match=f"process {os.getpid()}"):
        SingleInstance("kiosk", tmp_path).take()
    SingleInstance("board", tmp_path).take()
    first.release()
    SingleInstance("kiosk", tmp_path).take()


def test_a_lock_that_this_account_may_not_read_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "dawr_kiosk.lock").mkdir()  # as root reads every file
    with pytest.raises(AlreadyRunningError, match="its process is not known"):
        SingleInstance("kiosk", tmp_path).take()


@pytest.mark.process
def test_a_process_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    program = (
        f"import sys, os, signal; sys.path.insert(0, {str(ROOT)!r}); from pathlib import Path\n"
        f"from qtkit.program.single_instance import SingleInstance\n"
        f"held = SingleInstance('kiosk', Path({str(tmp_path)!r})); held.take(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, timeout=60)
    assert done.returncode != 0
    assert (tmp_path / "dawr_kiosk.lock").exists()
    SingleInstance("kiosk", tmp_path).take()
