"""The making of the demo's history ends at once when it is to stop, and the next start begins it again."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from commands.demo.scenario import history
from commands.runtime.process_group import FamilyError


@pytest.mark.process
def test_a_history_that_is_to_stop_ends_at_once_and_stays_unfinished(tmp_path: Path) -> None:
    history.write_setups(tmp_path)
    stop = threading.Event()
    stop.set()
    with pytest.raises(FamilyError, match="not finished"):
        history.make(tmp_path, f"sqlite:///{tmp_path / 'hall' / 'hall.sqlite'}", stop)
    assert (tmp_path / history.UNFINISHED).exists()
