"""A file is written whole or not at all."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from common.files.durable import append_line, make_key_file, write_whole
from common.files.private import OWNER_ONLY


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond `size` bytes, as on a full disk."""
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, most[1]))
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
        signal.signal(signal.SIGXFSZ, ignored)


def test_it_is_written_with_its_folder_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "new" / "kept.json"
    write_whole(file, "رقم")
    write_whole(file, "رقمان")
    assert file.read_text(encoding="utf-8") == "رقمان"
    assert file.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in file.parent.iterdir()] == ["kept.json"], "no draft is left behind"


def test_where_it_cannot_be_written_the_old_one_stands_and_no_draft_lies_about(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    file.mkdir()
    (file / "inside").touch()
    with pytest.raises(OSError, match=r"kept\.json"):
        write_whole(file, "new")
    assert [one.name for one in tmp_path.iterdir()] == ["kept.json"]


def test_each_line_stands_by_itself_also_after_one_that_a_power_cut_tore(tmp_path: Path) -> None:
    file = tmp_path / "kept.jsonl"
    append_line(file, "one")
    append_line(file, "اثنان")
    file.write_bytes(file.read_bytes()[:-3])
    append_line(file, "three")
    lines = file.read_bytes().split(b"\n")
    assert (lines[0], lines[2], lines[3]) == (b"one", b"three", b"")
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_line_that_does_not_fit_on_the_disk_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "kept.jsonl"
    append_line(file, "one")
    with room_for(6), pytest.raises(OSError, match="too large"):
        append_line(file, "two")
    append_line(file, "three")
    assert file.read_text().splitlines() == ["one", "tw", "three"]


def test_a_key_is_made_once_and_never_replaced(tmp_path: Path) -> None:
    file = tmp_path / "new" / "hall.key"
    key = make_key_file(file, 32)
    assert (len(key), file.read_bytes(), file.stat().st_mode & 0o777) == (32, key, 0o600)
    with pytest.raises(FileExistsError):
        make_key_file(file, 32)
    assert file.read_bytes() == key


def test_a_key_that_does_not_fit_on_the_disk_leaves_no_file_that_passes_for_one(tmp_path: Path) -> None:
    file = tmp_path / "hall.key"
    with room_for(6), pytest.raises(OSError, match="too large"):
        make_key_file(file, 32)
    assert not file.exists()
    assert len(make_key_file(file, 32)) == 32


def test_the_asked_rights_hold_in_a_program_that_writes_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(OWNER_ONLY)
    try:
        write_whole(tmp_path / "offered", "for everybody", mode=0o644)
    finally:
        os.umask(before)
    assert (tmp_path / "offered").stat().st_mode & 0o777 == 0o644
