"""Copies while the hall works, and a restored hall that begins new streams."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from contracts.centre.outbox_entry import GENESIS
from hall.composition.store import open_store
from hall.kernel.ids import VisitId
from hall.platform.db.backup.backup import HourlyCopies, copy_to_second_place
from hall.platform.db.backup.restore import restore
from hall.platform.db.engine import StoreError
from hall.platform.db.files.copies import copies_in
from hall.platform.db.files.damage import newest_copy
from hall.platform.db.files.sqlite_copy import problem_of
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.queue.store.running_number import next_of
from tests.helpers.example_hall import ENQUIRIES
from tests.helpers.stored_hall import StoredHall

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


def database_of(stored_hall: StoredHall) -> Path:
    return Path(stored_hall.url.removeprefix("sqlite:///"))


@pytest.fixture
def copies(lite: StoredHall, tmp_path: Path) -> HourlyCopies:
    return HourlyCopies(lite.store.engine, tmp_path / "copies", kept=3)


def test_a_copy_is_whole_while_the_hall_goes_on(lite: StoredHall, copies: HourlyCopies) -> None:
    futures = [lite.submit_issue() for _ in range(50)]
    copy = copies.take(NOW)
    assert sorted(future.result(60).body.decode() for future in futures) == [f"L{n:03}" for n in range(1, 51)]
    assert copy.name == "hall-20261125T030000.000Z.sqlite"
    assert problem_of(copy) is None
    assert not list(copy.parent.glob("*.part"))


def test_two_copies_of_one_second_are_two_files(copies: HourlyCopies) -> None:
    first, second = copies.take(NOW), copies.take(NOW + timedelta(milliseconds=250))
    assert copies.all() == [first, second]


def test_only_the_newest_copies_are_kept(copies: HourlyCopies) -> None:
    for hour in range(5):
        copies.take(NOW + timedelta(hours=hour))
    names = [path.name for path in copies.all()]
    assert names == [f"hall-20261125T0{hour}0000.000Z.sqlite" for hour in (5, 6, 7)]


def test_other_copies_of_the_database_neither_count_nor_are_removed(copies: HourlyCopies, tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    others = [tmp_path / "copies" / f"hall-{why}-20261125T030000.000Z.sqlite" for why in ("replaced", "before-0002")]
    for other in others:
        other.write_bytes(b"put here by a technician")
    for hour in range(4):
        newest = copies.take(NOW + timedelta(hours=hour))
    assert len(copies.all()) == 3
    assert newest_copy((tmp_path / "copies",)) == newest
    assert all(other.exists() for other in others)


def test_the_second_place_gets_each_new_copy_once_and_keeps_the_newest(copies: HourlyCopies, tmp_path: Path) -> None:
    second = tmp_path / "other disk"
    second.mkdir()
    (second / "hall-20261124T030000.000Z.sqlite.part").write_text("half of a copy: the machine went down")
    assert copy_to_second_place(tmp_path / "copies", second) is None, "there is no copy yet"
    for hour in range(3):
        first = copies.take(NOW + timedelta(hours=hour))
        brought = copy_to_second_place(tmp_path / "copies", second, kept=2)
        assert brought is not None
        assert brought.read_bytes() == first.read_bytes()
        assert copy_to_second_place(tmp_path / "copies", second, kept=2) is None, "it is there already"
    assert [path.name for path in copies_in(second)] == [f"hall-20261125T0{hour}0000.000Z.sqlite" for hour in (4, 5)]
    assert not list(second.glob("*.part"))


def test_a_disk_that_is_not_mounted_gets_no_copy_on_the_disk_below_it(copies: HourlyCopies, tmp_path: Path) -> None:
    copies.take(NOW)
    with pytest.raises(StoreError, match="is the disk or share mounted"):
        copy_to_second_place(tmp_path / "copies", tmp_path / "mount point" / "hall")
    assert not (tmp_path / "mount point").exists()


def test_a_copy_that_is_damaged_on_its_way_does_not_count(copies: HourlyCopies, tmp_path: Path) -> None:
    copy = copies.take(NOW)
    content = bytearray(copy.read_bytes())
    content[4096 * 3 : 4096 * 5] = b"\xff" * 8192
    copy.write_bytes(content)
    (second := tmp_path / "second").mkdir()
    with pytest.raises(StoreError, match="came out damaged"):
        copy_to_second_place(tmp_path / "copies", second)
    assert list(second.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(lite: StoredHall, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(StoreError, match="no copy could be written to"):
        HourlyCopies(lite.store.engine, tmp_path / "file" / "copies").take(NOW)


def test_a_restored_hall_has_the_copys_visits_and_new_streams(lite: StoredHall, copies: HourlyCopies) -> None:
    lite.issue(visit="kept")
    lite.run(cancel, Cancel(VisitId("kept"), "head"))
    old = lite.store.outbox.state()
    lite.store.outbox.delivered(1, old.stream)
    copy = copies.take(NOW)
    lite.issue(visit="lost")
    names = (lite.store.instance, lite.store.live_stream)
    lite.store.close()
    aside = restore(copy, database_of(lite), NOW)
    lite.store = open_store(lite.url, lite.clock.now)
    assert lite.ask(lambda work, _now: (work.visits.find("kept") is not None, work.visits.find("lost"))) == (True, None)
    assert lite.store.instance != names[0]
    assert lite.store.live_stream != names[1]
    state = lite.store.outbox.state()
    assert state.stream != old.stream
    assert (state.start, state.delivered, state.newest) == (1, 0, 1)
    assert lite.store.outbox.chain_at(0) == GENESIS
    assert lite.issue() == "L101", "L002 is in the hands of the visitor whom the copy does not know"
    assert aside is not None
    assert problem_of(aside) is None
    assert aside.name == "hall-replaced-20261125T030000.000Z.sqlite"


def test_numbers_given_after_the_copy_are_not_given_again(lite: StoredHall, copies: HourlyCopies) -> None:
    lite.issue(service=ENQUIRIES)
    for _ in range(100):
        lite.issue()
    copy = copies.take(NOW)
    given = {lite.issue() for _ in range(30)} | {lite.issue(service=ENQUIRIES)}
    lite.store.close()
    restore(copy, database_of(lite), NOW)
    lite.store = open_store(lite.url, lite.clock.now)
    again = {lite.issue() for _ in range(30)} | {lite.issue(service=ENQUIRIES)}
    assert not again & given
    assert "L101" in given, "the next full hundred alone would not do"


def test_numbers_of_requests_complaints_and_enquiries_are_not_given_again_either(
    lite: StoredHall, copies: HourlyCopies
) -> None:
    names = ["request-2026", "enquiry", "complaint-2025"]
    with lite.store.engine.begin() as connection:
        for name in names:
            assert next_of(connection, name) == 1
    copy = copies.take(NOW)
    lite.store.close()
    restore(copy, database_of(lite), NOW)
    lite.store = open_store(lite.url, lite.clock.now)
    with lite.store.engine.begin() as connection:
        assert [next_of(connection, name) for name in names] == [101, 101, 101]
        assert next_of(connection, "complaint-2026") == 101, "the year may have turned after the copy"


def test_a_hall_can_be_restored_where_there_is_none(lite: StoredHall, copies: HourlyCopies, tmp_path: Path) -> None:
    lite.issue()
    copy = copies.take(NOW)
    assert restore(copy, tmp_path / "elsewhere" / "hall.sqlite", NOW) is None
    store = open_store(f"sqlite:///{tmp_path / 'elsewhere' / 'hall.sqlite'}", lite.clock.now)
    assert store.reads.read(lambda work, _now: work.visits.get(VisitId("v1")).ticket).result(60) == "L001"
    store.close()


def test_nothing_is_restored_under_a_running_hall(lite: StoredHall, copies: HourlyCopies) -> None:
    copy = copies.take(NOW)
    with pytest.raises(StoreError, match=r"runs on .*; stop it first"):
        restore(copy, database_of(lite), NOW)
    assert lite.issue() == "L001"


def test_a_damaged_copy_changes_nothing(lite: StoredHall, copies: HourlyCopies) -> None:
    lite.issue()
    copy = copies.take(NOW)
    content = bytearray(copy.read_bytes())
    content[4096:40960] = b"\x55" * (40960 - 4096)
    copy.write_bytes(content)
    lite.store.close()
    with pytest.raises(StoreError, match="is damaged and was not restored"):
        restore(copy, database_of(lite), NOW)
    lite.store = open_store(lite.url, lite.clock.now)
    assert lite.issue() == "L002"


def test_a_file_that_is_no_database_changes_nothing(lite: StoredHall, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear hall " * 2000, encoding="utf-8")
    lite.store.close()
    with pytest.raises(StoreError, match="is damaged"):
        restore(tmp_path / "letter.txt", database_of(lite), NOW)
    with pytest.raises(StoreError, match="there is no file"):
        restore(tmp_path / "nowhere.sqlite", database_of(lite), NOW)
    lite.store = open_store(lite.url, lite.clock.now)


def test_somebody_elses_database_is_not_restored(lite: StoredHall, tmp_path: Path) -> None:
    other = create_engine(f"sqlite:///{tmp_path / 'other.sqlite'}")
    with other.begin() as connection:
        connection.execute(text("CREATE TABLE payroll (id INTEGER)"))
    other.dispose()
    lite.store.close()
    with pytest.raises(StoreError, match="is not a copy of a hall's database"):
        restore(tmp_path / "other.sqlite", database_of(lite), NOW)
    assert not list(tmp_path.glob("*.restoring*"))
    lite.store = open_store(lite.url, lite.clock.now)
    assert lite.issue() == "L001"


def test_an_older_copy_is_brought_to_this_version(lite: StoredHall, copies: HourlyCopies) -> None:
    copy = copies.take(NOW)
    lite.store.close()
    restore(copy, database_of(lite), NOW)
    restore(copy, database_of(lite), NOW + timedelta(seconds=1))
    lite.store = open_store(lite.url, lite.clock.now)
    assert lite.issue() == "L001"
