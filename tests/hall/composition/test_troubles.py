"""An older database is noticed once; a leap over numbers that could not be stored is tried again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hall.composition.store import open_store
from hall.composition.troubles import HISTORY_SHORTER, Troubles
from hall.platform.clock import SystemClock
from hall.platform.db.backup.history_mark import MARK_FILE
from hall.platform.db.writer.fact_rows import last_fact
from tests.helpers.example_hall import SETTINGS


@pytest.mark.allow_logs
def test_a_leap_that_could_not_be_stored_is_tried_again_with_the_next_sign(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    url = f"sqlite:///{tmp_path / 'hall.sqlite'}"
    store = open_store(url, SystemClock().now, setup=SETTINGS)
    troubles = Troubles(store)
    store.close()
    for _ in range(2):
        troubles.history_is_shorter("a client has seen more")
        assert HISTORY_SHORTER not in troubles.reasons()
    assert [record.message for record in caplog.records if "could not go on" in record.message] == [
        "numbers could not go on at the next full hundred: the hall service is stopping; try again in a moment"
    ] * 2


@pytest.mark.allow_logs
@pytest.mark.parametrize(("marked", "leaps"), [(None, False), (0, False), (50, True)])
def test_a_client_that_is_ahead_counts_only_where_the_halls_own_mark_agrees(
    tmp_path: Path, marked: int | None, leaps: bool
) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'hall.sqlite'}", SystemClock().now, setup=SETTINGS)
    mark = tmp_path / MARK_FILE
    if marked is not None:
        mark.write_text(json.dumps({"stream": store.live_stream, "fact": marked}))
    troubles = Troubles(store, mark=mark)
    newest = store.commands.run(lambda work, _now: last_fact(work.connection)).result()
    assert newest == 0
    troubles.client_is_ahead(60)
    for _ in range(2):  # the look, then the leap
        store.commands.run(lambda _work, _now: None).result()
    store.close()
    assert (HISTORY_SHORTER in troubles.reasons()) is leaps


@pytest.mark.allow_logs
def test_a_leap_that_is_stored_is_done_once(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'hall.sqlite'}", SystemClock().now, setup=SETTINGS)
    troubles = Troubles(store)
    troubles.history_is_shorter("a client has seen more")
    store.commands.run(lambda _work, _now: None).result()
    assert HISTORY_SHORTER in troubles.reasons()
    store.close()
