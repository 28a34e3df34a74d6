"""A full disk under a real hall: it stays in trouble, and says so once, until something was really written again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.failing_disk import build_full_disk
from tests.helpers.hall_process import HallProcess, prepare_hall
from tests.helpers.live_reader import LiveReader
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.full

LOOKS = 30


def test_only_a_transaction_that_wrote_ends_the_trouble_of_a_full_disk(tmp_path: Path) -> None:
    disk = build_full_disk(tmp_path)
    prepared = prepare_hall(tmp_path)
    with HallProcess(prepared, environment=disk.environment) as hall:
        live = LiveReader(hall.port, prepared.tokens["head"])
        live.start()
        until(lambda: bool(live.snapshots), "a first snapshot", hall.log)
        assert hall.issue(key="first").json()["ticket"] == "A001"
        disk.fail()
        assert hall.issue(key="second").json()["code"] == "hall_away"
        # An answer that is stored already: the transaction of the repeated command changes nothing, so it could commit.
        repeated = [hall.issue(key="first").status_code for _ in range(LOOKS)]
        seen = [hall.health() for _ in range(LOOKS)]
        assert repeated == [503] * LOOKS
        assert [status for status, _ in seen] == [503] * LOOKS
        assert all("database_away" in reasons for _, reasons in seen)
        assert "the hall stores again" not in hall.log()
        disk.mend()
        until(lambda: hall.health()[0] == 200, "the hall stores again without being asked", hall.log)
        assert hall.issue(key="second").json()["ticket"] == "A002"
        assert hall.issue(key="first").json()["ticket"] == "A001"
        newest = hall.ask("GET", "/queues", "head").json()["seq"]
        until(lambda: bool(live.seqs) and live.seqs[-1] >= newest, "the newest fact is announced", lambda: live.facts)
        live.stop()
    assert live.seqs == list(range(live.snapshots[0] + 1, newest + 1))
    assert hall.log().count("the hall cannot store") == hall.log().count("the hall stores again") == 1
    # Tasks that fall due meanwhile log their own failures, once each: only the lines of the writer are counted.
    assert hall.log().count(" ERROR hall.platform.db.writer.command_queue: ") == 1, (
        "one traceback, however often it is tried"
    )
