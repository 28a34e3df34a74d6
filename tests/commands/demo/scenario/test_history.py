"""The making of the demo's history ends at once when it is to stop, and the next start begins it again."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from commands.demo.scenario import history
from commands.runtime.process_group import FamilyError
from tests.helpers.small_volume import small_volume


@pytest.mark.process
def test_a_history_that_is_to_stop_ends_at_once_and_stays_unfinished(tmp_path: Path) -> None:
    history.write_setups(tmp_path)
    stop = threading.Event()
    stop.set()
    with pytest.raises(FamilyError, match="not finished"):
        history.make(tmp_path, f"sqlite:///{tmp_path / 'hall' / 'hall.sqlite'}", stop)
    assert (tmp_path / history.UNFINISHED).exists()


@pytest.mark.process
def test_a_full_disk_is_said_in_one_sentence_with_what_to_do(tmp_path: Path) -> None:
    with small_volume(tmp_path / "small", 1) as folder:
        history.write_setups(folder)
        with pytest.raises(FamilyError) as ended:
            history.make(folder, f"sqlite:///{folder / 'hall' / 'hall.sqlite'}", threading.Event())
        assert (folder / history.UNFINISHED).exists()
    said = str(ended.value)
    assert said.startswith(f"the demo cannot write in {folder} (")
    assert "disk is full" in said or "No space left" in said  # as SQLite or a file said it
    assert said.endswith("or choose another folder: --data DIR")
