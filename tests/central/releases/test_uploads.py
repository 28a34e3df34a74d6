"""A release file comes in parts and lies apart until its signature is checked; nothing is left of a refused one."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from central.audit.staff_acts import acts_before
from central.errors import BodyError
from central.releases import files, uploads
from common.releases.signature import signature_of
from contracts.releases import PART_BYTES
from tests.helpers.releases import SYSTEM, make_release_keys, small_release

NOW = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give the centre's data folder, which knows no release."""
    folder = tmp_path / "centre"
    folder.mkdir()
    return folder


def parts_of(file: Path) -> list[bytes]:
    content = file.read_bytes()
    return [content[begin : begin + PART_BYTES] for begin in range(0, len(content), PART_BYTES)]


def send(data: Path, file: Path, *, name: str = "") -> None:
    for number, part in enumerate(parts_of(file)):
        uploads.put_part(data, name or file.name, number, part, size=file.stat().st_size, now=NOW)


def finish(engine: Engine, data: Path, file: Path, *, name: str = "", signature: str | None = None) -> tuple[str, str]:
    signed = signature_of(file).read_text(encoding="ascii") if signature is None else signature
    keys = file.parent / "keys"
    return uploads.finish(engine, data, name or file.name, signed, keys, by="salim", now=NOW)


def left_in(data: Path) -> list[str]:
    return sorted(one.name for one in (data / files.FOLDER).rglob("*") if one.is_file())


def acts(engine: Engine) -> list[tuple[str, str, str]]:
    return [(one.action, one.who, one.detail) for one in acts_before(engine, None)[0]]


def test_a_file_that_came_whole_and_signed_is_kept(sqlite_engine: Engine, data: Path, tmp_path: Path) -> None:
    file = small_release(tmp_path, "0.3.0", padding=2 * PART_BYTES)
    send(data, file)
    uploads.put_part(data, file.name, 2, parts_of(file)[2], size=file.stat().st_size, now=NOW)  # the answer was lost
    assert left_in(data) == [f"{file.name}.part"], "it lies apart"
    assert finish(sqlite_engine, data, file) == ("0.3.0", SYSTEM)
    assert left_in(data) == [file.name]
    assert (data / files.FOLDER / file.name).read_bytes() == file.read_bytes()
    assert acts(sqlite_engine) == [("release_added", "salim", f"0.3.0, {SYSTEM}")]


def test_an_upload_that_begins_again_leaves_nothing_of_the_one_before(
    sqlite_engine: Engine, data: Path, tmp_path: Path
) -> None:
    file = small_release(tmp_path, "0.3.0", padding=PART_BYTES)
    longer = small_release(tmp_path, "0.3.1", padding=3 * PART_BYTES)
    send(data, longer, name=file.name)
    send(data, file)
    assert finish(sqlite_engine, data, file) == ("0.3.0", SYSTEM)


@pytest.mark.parametrize("signature", ["", "no signature at all", "A" * 86 + "==", "ا" * 300])
def test_a_file_without_a_good_signature_is_removed_and_the_act_is_written_down(
    sqlite_engine: Engine, data: Path, tmp_path: Path, signature: str
) -> None:
    file = small_release(tmp_path, "0.3.0")
    send(data, file)
    with pytest.raises(BodyError) as refused:
        finish(sqlite_engine, data, file, signature=signature)
    assert (refused.value.code, left_in(data)) == ("release_not_signed", [])
    assert acts(sqlite_engine) == [("release_refused", "salim", f"{file.name}: release_not_signed")]


def test_a_signed_file_under_another_versions_name_is_refused(
    sqlite_engine: Engine, data: Path, tmp_path: Path
) -> None:
    file = small_release(tmp_path, "0.3.0")
    send(data, file, name=f"dawr-0.4.0-{SYSTEM}.tar")
    with pytest.raises(BodyError, match="name it after that") as refused:
        finish(sqlite_engine, data, file, name=f"dawr-0.4.0-{SYSTEM}.tar")
    assert (refused.value.code, left_in(data)) == ("release_refused", [])


def test_what_would_be_refused_is_refused_before_it_is_sent(sqlite_engine: Engine, data: Path, tmp_path: Path) -> None:
    file, keys = small_release(tmp_path, "0.3.0"), make_release_keys(tmp_path)[1]
    uploads.check_wanted(sqlite_engine, file.name, keys)
    send(data, file)
    finish(sqlite_engine, data, file)
    for name, folder, code in (
        (file.name, keys, "release_kept"),
        (file.name, tmp_path / "nothing", "release_keys_missing"),
        ("../dawr-0.3.0-debian13.tar", keys, "release_name_wrong"),
    ):
        with pytest.raises(BodyError) as refused:
            uploads.check_wanted(sqlite_engine, name, folder)
        assert refused.value.code == code
    send(data, file)
    with pytest.raises(BodyError) as refused:
        finish(sqlite_engine, data, file)
    assert (refused.value.code, left_in(data)) == ("release_kept", [file.name]), "the one that is there stays"


@pytest.mark.parametrize(
    ("name", "part", "size", "content", "code"),
    [
        ("../../x", 0, 10, bytes(10), "release_name_wrong"),
        ("dawr-0.3.0-debian13.tar", 0, files.MOST_BYTES + 1, bytes(PART_BYTES), "release_too_large"),
        ("dawr-0.3.0-debian13.tar", 0, 0, b"", "release_empty"),
        ("dawr-0.3.0-debian13.tar", 0, 2**40, b"", "release_too_large"),
        ("dawr-0.3.0-debian13.tar", 0, 10, bytes(9), "part_wrong"),
        ("dawr-0.3.0-debian13.tar", 7, 10, bytes(10), "part_wrong"),
        ("dawr-0.3.0-debian13.tar", 1, PART_BYTES + 10, bytes(10), "part_missing"),
    ],
)
def test_a_part_that_does_not_fit_is_refused_and_writes_nothing(
    data: Path, name: str, part: int, size: int, content: bytes, code: str
) -> None:
    with pytest.raises(BodyError) as refused:
        uploads.put_part(data, name, part, content, size=size, now=NOW)
    assert refused.value.code == code
    assert [one for one in data.rglob("*") if one.is_file()] == []


def test_a_full_disk_takes_no_upload(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LEFT_FREE", 10**18)
    with pytest.raises(BodyError, match="MB free") as refused:
        uploads.put_part(data, "dawr-0.3.0-debian13.tar", 0, b"x", size=1, now=NOW)
    assert (refused.value.code, refused.value.status) == ("release_no_space", 507)


def test_what_broke_off_is_removed_a_day_later(data: Path, tmp_path: Path) -> None:
    file, other = small_release(tmp_path, "0.3.0"), small_release(tmp_path, "0.4.0")
    send(data, file)
    send(data, other)
    assert left_in(data) == [f"{file.name}.part", f"{other.name}.part"]
    old = (NOW - timedelta(days=2)).timestamp()
    os.utime(data / files.FOLDER / uploads.UPLOADS / f"{file.name}.part", (old, old))
    os.utime(data / files.FOLDER / uploads.UPLOADS / f"{other.name}.part", (NOW.timestamp(), NOW.timestamp()))
    send(data, other)
    assert left_in(data) == [f"{other.name}.part"]
