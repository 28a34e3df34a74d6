"""Whole copies of a database that is in use."""

from __future__ import annotations

from pathlib import Path

import pytest

from hall.platform.db.engine import StoreError, make_engine
from hall.platform.db.files.sqlite_copy import copy_database, problem_of
from tests.helpers.stored_hall import StoredHall


def test_a_copy_has_what_was_committed_and_not_what_was_not(lite: StoredHall, tmp_path: Path) -> None:
    lite.issue()

    def copies(work, _now) -> None:
        work.numbers.set_last(work.today(), "L", 77)
        copy_database(lite.store.engine, tmp_path / "copy.sqlite")

    lite.do(copies)
    copy = make_engine(f"sqlite:///{tmp_path / 'copy.sqlite'}")
    with copy.connect() as connection:
        assert connection.exec_driver_sql("SELECT last FROM number_line").scalar_one() == 1
    copy.dispose()


def test_what_is_left_of_a_copy_that_was_cut_off_is_overwritten(lite: StoredHall, tmp_path: Path) -> None:
    (tmp_path / "copy.sqlite.part").write_bytes(b"half a copy")
    assert problem_of(copy_database(lite.store.engine, tmp_path / "copy.sqlite")) is None


def test_a_connection_that_was_a_readers_can_copy(lite: StoredHall, tmp_path: Path) -> None:
    for _ in range(4):
        lite.ask(lambda work, _now: work.days.latest())
    assert copy_database(lite.store.engine, tmp_path / "copy.sqlite").exists()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + b"\x00" * 5000, b"no database at all" * 100])
def test_what_is_no_sound_database_has_a_problem(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.sqlite").write_bytes(content)
    assert (problem_of(tmp_path / "x.sqlite") is None) == (content == b"")


def test_a_missing_file_has_a_problem(tmp_path: Path) -> None:
    assert "unable to open" in (problem_of(tmp_path / "nowhere.sqlite") or "")


def test_a_copy_that_came_out_damaged_is_removed(
    lite: StoredHall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Only a broken disk makes such a copy: the test lets the checker see one.
    monkeypatch.setattr("hall.platform.db.files.sqlite_copy.problem_of", lambda _file: "row 7 missing from index")
    with pytest.raises(StoreError, match="damaged and was removed: row 7 missing"):
        copy_database(lite.store.engine, tmp_path / "copy.sqlite")
    assert not list(tmp_path.glob("copy*"))
