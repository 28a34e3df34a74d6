"""Opening and closing a hall's store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hall.adapters.engine import make_engine
from hall.adapters.settings_store import NoSettingsError
from hall.adapters.store import open_store
from hall.adapters.writer_seat import make_seat
from tests.hall.adapters.conftest import SETTINGS, Hall


def test_a_new_hall_is_set_up_from_its_file_and_an_old_one_keeps_its_own(hall: Hall) -> None:
    assert hall.store.imported
    hall.store.close()
    hall.store = open_store(hall.url, hall.clock.now, setup=replace(SETTINGS, governorate="dhofar"))
    assert not hall.store.imported
    assert hall.store.settings().governorate == "muscat"


def test_a_new_hall_without_a_file_says_so_and_gives_its_seat_back(database_url: str) -> None:
    with pytest.raises(NoSettingsError, match="--setup FILE"):
        open_store(database_url, Hall.__init__)  # type: ignore[arg-type]  # the clock is never asked
    engine = make_engine(database_url)
    seat = make_seat(engine)
    seat.take()
    seat.leave()
    engine.dispose()


@pytest.mark.dialect
def test_names_and_numbers_go_on_after_a_restart(hall: Hall) -> None:
    hall.issue()
    before = (hall.store.instance, hall.store.live_stream, hall.store.outbox.state())
    hall.reopen()
    assert (hall.store.instance, hall.store.live_stream, hall.store.outbox.state()) == before
    assert hall.issue() == "L002"
    assert hall.store.reads.seq().result(60) == 3


def test_a_closed_sqlite_store_is_one_file(lite: Hall) -> None:
    lite.issue()
    lite.store.close()
    folder = Path(lite.url.removeprefix("sqlite:///")).parent
    assert sorted(path.name for path in folder.iterdir()) == ["hall.sqlite", "hall.sqlite.lock"]
    lite.store = open_store(lite.url, lite.clock.now)
