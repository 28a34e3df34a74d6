"""A private file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from common.private_files import write_private


def test_it_is_written_with_its_folder_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "new" / "kept.json"
    write_private(file, "رقم")
    write_private(file, "رقمان")
    assert file.read_text(encoding="utf-8") == "رقمان"
    assert file.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in file.parent.iterdir()] == ["kept.json"], "no draft is left behind"


def test_where_it_cannot_be_written_the_old_one_stands_and_no_draft_lies_about(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    file.mkdir()
    (file / "inside").touch()
    with pytest.raises(OSError, match=r"kept\.json"):
        write_private(file, "new")
    assert [one.name for one in tmp_path.iterdir()] == ["kept.json"]
