"""Folders that belong to one user."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from common.files.private import make_private_folder, write_for_owner_only


def mode(path: Path) -> str:
    return oct(path.stat().st_mode & 0o777)


@pytest.fixture
def _umask_of_most_systems() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_umask_of_most_systems")
def test_a_new_folder_and_an_open_one_are_closed_for_others(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir()
    assert mode(tmp_path / "open") == "0o755"
    for name in ("new", "open"):
        make_private_folder(tmp_path / name)
        assert mode(tmp_path / name) == "0o700"


@pytest.mark.usefixtures("_umask_of_most_systems")
def test_what_is_written_afterwards_is_the_owners(tmp_path: Path) -> None:
    write_for_owner_only()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    assert (mode(tmp_path / "file"), mode(tmp_path / "folder")) == ("0o600", "0o700")
