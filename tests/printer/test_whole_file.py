from __future__ import annotations

from pathlib import Path

import pytest

from printer.whole_file import write_whole


def test_a_file_is_replaced_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "state" / "units.json"
    write_whole(path, "one")
    write_whole(path, "عُمان")
    assert path.read_text("utf-8") == "عُمان"
    assert list(path.parent.iterdir()) == [path]


def test_where_it_cannot_be_replaced_the_old_one_stands(tmp_path: Path) -> None:
    path = tmp_path / "taken"
    (path / "kept").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        write_whole(path, "new")
    assert (path / "kept").is_dir()
