"""Two administrators change one release in the same moment: one of them is first, and the other sees what came of it.

On PostgreSQL alone: SQLite has one writer at a time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from central.errors import CentralError
from central.halls import registry
from central.halls.heartbeats import note_heartbeat
from central.releases import files, rollout
from central.releases.plan import CHOSEN, Plan
from common.releases.signature import read_public_keys
from contracts.centre.sync_api import Heartbeat
from tests.helpers.releases import SYSTEM, make_release_keys, small_release

pytestmark = pytest.mark.postgres
NOW = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
NEW = "0.3.0"


@pytest.fixture(autouse=True)
def release(postgres_engine: Engine, tmp_path: Path) -> None:
    registry.add_hall(postgres_engine, "2", {"en": "Hall 2"}, now=NOW)
    keys = read_public_keys(make_release_keys(tmp_path)[1])
    folder = tmp_path / files.FOLDER
    files.add_file(postgres_engine, folder, small_release(tmp_path, NEW), keys, by="salim", now=NOW)


def publish(engine: Engine, pilot: str) -> None:
    rollout.publish(engine, NEW, Plan(pilot, halls=("1", "2")), by="noor", now=NOW)


def meanwhile(engine: Engine, statement: str, act: Callable[[], None]) -> threading.Thread:
    """Let somebody act just before the first statement that begins like this; who has to wait is not waited for."""
    other = threading.Thread(target=act)

    @event.listens_for(engine, "before_cursor_execute")
    def _begin(_connection: object, _cursor: object, text: str, *_others: object) -> None:
        if text.startswith(statement) and other.ident is None:
            other.start()
            other.join(timeout=0.5)

    return other


def test_a_release_that_is_being_removed_is_not_published(postgres_engine: Engine, tmp_path: Path) -> None:
    refused = []

    def publish_it() -> None:
        with pytest.raises(CentralError) as refusal:
            publish(postgres_engine, "1")
        refused.append(refusal.value.code)

    other = meanwhile(postgres_engine, "DELETE", publish_it)
    files.remove_release(postgres_engine, tmp_path / files.FOLDER, NEW, by="salim", now=NOW)
    other.join()
    assert refused == ["release_unknown"]


def test_no_group_is_opened_in_a_plan_that_another_administrator_made_meanwhile(postgres_engine: Engine) -> None:
    publish(postgres_engine, "1")
    note_heartbeat(postgres_engine, "1", Heartbeat(0, app=NEW), now=NOW)

    def publish_again() -> None:
        rollout.change(postgres_engine, NEW, "stop", by="noor", now=NOW)
        publish(postgres_engine, "2")

    other = meanwhile(postgres_engine, "UPDATE release", publish_again)
    rollout.open_group(postgres_engine, NEW, CHOSEN, by="salim", now=NOW)
    other.join()
    given = {hall for hall in ("1", "2") if rollout.offered(postgres_engine, hall, SYSTEM) is not None}
    assert given == {"2"}, "the first hall of the newer plan alone"
