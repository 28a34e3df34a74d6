"""Opening and closing a hall's store."""

from __future__ import annotations

from pathlib import Path

import pytest

from hall.composition.store import open_store
from hall.platform.db.engine import make_engine
from hall.platform.db.writer.writer_lock import make_writer_lock
from hall.settings.store.settings_store import NoSettingsError
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import SETTINGS, StoredHall


def test_a_new_hall_is_set_up_from_its_file_and_an_old_one_keeps_its_own(migrated_url: str) -> None:
    hall = StoredHall(migrated_url)
    assert hall.store.imported
    hall.store.close()
    hall.store = open_store(hall.url, hall.clock.now, setup=replace(SETTINGS, governorate="dhofar"))
    assert not hall.store.imported
    assert hall.store.settings().governorate == "muscat"
    hall.store.close()


def test_a_new_hall_without_a_file_says_so_and_gives_its_lock_back(database_url: str) -> None:
    with pytest.raises(NoSettingsError, match="--setup FILE"):
        open_store(database_url, StoredHall.__init__)  # type: ignore[arg-type]  # the clock is never asked
    engine = make_engine(database_url)
    writer_lock = make_writer_lock(engine)
    writer_lock.acquire()
    writer_lock.release()
    engine.dispose()


@pytest.mark.dialect
def test_names_and_numbers_go_on_after_a_restart(stored_hall: StoredHall) -> None:
    stored_hall.issue()
    before = (stored_hall.store.instance, stored_hall.store.live_stream, stored_hall.store.outbox.state())
    stored_hall.reopen()
    assert (stored_hall.store.instance, stored_hall.store.live_stream, stored_hall.store.outbox.state()) == before
    assert stored_hall.issue() == "L002"
    assert stored_hall.store.reads.seq().result(60) == 3


def test_a_closed_sqlite_store_is_one_file(lite: StoredHall) -> None:
    lite.issue()
    lite.store.close()
    folder = Path(lite.url.removeprefix("sqlite:///")).parent
    assert sorted(path.name for path in folder.iterdir()) == ["hall.sqlite", "hall.sqlite.lock"]
    lite.store = open_store(lite.url, lite.clock.now)
