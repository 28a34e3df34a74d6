"""The centre keeps signed release files alone, whole, each once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from central.errors import BodyError, CentralError, NotFoundError
from central.releases import files, rollout
from central.releases.plan import Plan
from common.releases.signature import read_public_keys
from contracts.releases import PART_BYTES
from tests.helpers.releases import SYSTEM, make_release_keys, small_release

NOW = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)


def add(engine: Engine, folder: Path, file: Path) -> tuple[str, str]:
    keys = read_public_keys(make_release_keys(folder)[1])
    return files.add_file(engine, folder / files.FOLDER, file, keys, by="salim", now=NOW)


def test_a_signed_file_is_kept_and_read_in_parts(sqlite_engine: Engine, tmp_path: Path) -> None:
    file = small_release(tmp_path, "0.3.0", padding=PART_BYTES)
    assert add(sqlite_engine, tmp_path, file) == ("0.3.0", SYSTEM)
    rollout.publish(sqlite_engine, "0.3.0", Plan("1"), by="salim", now=NOW)
    found = rollout.offered(sqlite_engine, "1", SYSTEM)
    assert found is not None
    assert (found.name, found.size, found.parts) == (file.name, file.stat().st_size, 2)
    folder = tmp_path / files.FOLDER
    read = [files.read_part(folder, found.name, found.size, part) for part in range(found.parts)]
    assert b"".join(read) == file.read_bytes()
    assert sorted(one.name for one in folder.iterdir()) == [file.name]
    with pytest.raises(NotFoundError, match="has no part 2"):
        files.read_part(folder, found.name, found.size, 2)


def cut_short(file: Path) -> Path:
    file.write_bytes(file.read_bytes()[:-512])
    return file


def lose_signature(file: Path) -> Path:
    file.with_name(f"{file.name}.sig").unlink()
    return file


def rename(file: Path) -> Path:
    other = file.with_name("release.tar")
    file.with_name(f"{file.name}.sig").rename(other.with_name("release.tar.sig"))
    return file.rename(other)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [(cut_short, "no known key has signed"), (lose_signature, "sig"), (rename, "not named like a release file")],
)
def test_what_is_no_signed_release_is_refused_and_leaves_nothing(
    sqlite_engine: Engine, tmp_path: Path, spoil: Callable[[Path], Path], why: str
) -> None:
    file = spoil(small_release(tmp_path, "0.3.0"))
    with pytest.raises(BodyError, match=why):
        add(sqlite_engine, tmp_path, file)
    assert list((tmp_path / files.FOLDER).glob("*")) == []


def test_a_file_that_is_too_large_is_not_copied(
    sqlite_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 100)
    with pytest.raises(BodyError, match="more than 100"):
        add(sqlite_engine, tmp_path, small_release(tmp_path, "0.3.0"))
    assert not (tmp_path / files.FOLDER).exists()


def test_a_version_has_one_file_for_each_system(sqlite_engine: Engine, tmp_path: Path) -> None:
    add(sqlite_engine, tmp_path, small_release(tmp_path, "0.3.0"))
    add(sqlite_engine, tmp_path, small_release(tmp_path, "0.3.0", system="debian12"))
    with pytest.raises(BodyError) as refusal:
        add(sqlite_engine, tmp_path, small_release(tmp_path, "0.3.0", padding=5))
    assert refusal.value.code == "release_kept"
    assert rollout.offered(sqlite_engine, "1", SYSTEM) is None, "it is not published"


def test_a_file_that_is_named_after_another_version_does_not_replace_the_file_of_that_one(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    kept = small_release(tmp_path, "0.3.0")
    add(sqlite_engine, tmp_path, kept)
    whole, other = kept.read_bytes(), small_release(tmp_path, "0.3.1")
    other.with_name(f"{other.name}.sig").rename(kept.with_name(f"{kept.name}.sig"))
    with pytest.raises(BodyError, match=r"holds version 0\.3\.1"):
        add(sqlite_engine, tmp_path, other.rename(kept))
    (file,) = (tmp_path / files.FOLDER).iterdir()
    assert file.read_bytes() == whole


def test_a_release_that_halls_get_is_not_removed(sqlite_engine: Engine, tmp_path: Path) -> None:
    add(sqlite_engine, tmp_path, small_release(tmp_path, "0.3.0"))
    rollout.publish(sqlite_engine, "0.3.0", Plan("1"), by="salim", now=NOW)
    folder = tmp_path / files.FOLDER
    with pytest.raises(CentralError) as refusal:
        files.remove_release(sqlite_engine, folder, "0.3.0", by="salim", now=NOW)
    assert refusal.value.code == "release_rolling"
    rollout.change(sqlite_engine, "0.3.0", "stop", by="salim", now=NOW)
    files.remove_release(sqlite_engine, folder, "0.3.0", by="salim", now=NOW)
    assert list(folder.iterdir()) == []
