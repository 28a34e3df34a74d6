"""A disk whose syncs fail: a real hall answers nothing that is not on the disk, and announces what was stored once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.failing_disk import build_failing_sync
from tests.helpers.hall_process import HallProcess, prepare_hall
from tests.helpers.live_reader import LiveReader
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.full

KEY = {"Idempotency-Key": "call-once"}


def test_a_call_whose_sync_failed_is_answered_only_after_a_sync_and_announced_once(tmp_path: Path) -> None:
    syncs = build_failing_sync(tmp_path)
    prepared = prepare_hall(tmp_path)
    with HallProcess(prepared, environment=syncs.environment) as hall:
        live = LiveReader(hall.port, prepared.tokens["head"])
        live.start()
        until(lambda: bool(live.snapshots), "a first snapshot", hall.log)
        assert hall.issue().status_code == 201  # the WAL has a beginning: what is written after it can be found again
        syncs.fail()
        answers = [hall.ask("POST", "/counters/1/call-next", "agent", body={}, headers=KEY) for _ in range(8)]
        assert [answer.status_code for answer in answers] == [503] * 8
        status, reasons = hall.health()
        assert status == 503
        assert "database_away" in reasons
        syncs.mend()
        until(lambda: hall.health()[0] == 200, "the hall stores again without being asked", hall.log)
        answer = hall.ask("POST", "/counters/1/call-next", "agent", body={}, headers=KEY)
        assert (answer.status_code, answer.json()["ticket"]) == (200, "A001")
        newest = hall.ask("GET", "/queues", "head").json()["seq"]
        until(lambda: bool(live.seqs) and live.seqs[-1] >= newest, "the newest fact is announced", lambda: live.facts)
        live.stop()
    assert [fact["kind"] for _, fact in live.facts].count("visit_called") == 1
    assert live.seqs == list(range(live.snapshots[0] + 1, newest + 1))
    assert "Traceback" not in hall.log().partition("the hall stores again")[2]
