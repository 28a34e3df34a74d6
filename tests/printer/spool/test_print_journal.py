"""The mark of a begun ticket outlives its program, and stops no ticket where it cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from printer.spool.print_journal import BegunMark


def test_a_mark_that_was_put_stands_for_the_next_program_until_it_is_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "dawr" / "begun"
    first = BegunMark(path)
    assert not first.stands
    first.put()
    assert first.stands
    second = BegunMark(path)
    assert second.stands
    second.take_away()
    second.take_away()
    assert not second.stands
    assert not BegunMark(path).stands


def test_without_a_file_it_stands_for_this_process_only() -> None:
    mark = BegunMark()
    mark.put()
    assert mark.stands
    assert not BegunMark().stands
    mark.take_away()
    assert not mark.stands


@pytest.mark.allow_logs
def test_a_folder_that_takes_no_file_is_told_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").touch()
    mark = BegunMark(tmp_path / "file" / "begun")
    for _ in range(3):
        mark.put()
        mark.take_away()
    assert [record.message.count("cannot be written") for record in caplog.records] == [1]
