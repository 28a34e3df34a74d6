"""A sealed copy opens with the key of its hall, under its own name, and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from hall.platform.db.engine import StoreError
from hall.platform.security.copy_seal import open_copy, seal_copy
from hall.platform.security.secret import HallSecret

KEY, OTHER = HallSecret(b"k" * 32), HallSecret(b"o" * 32)
NAME = "hall-20261129T080000.000Z.sqlite"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_bytes(b"SQLite format 3\x00" + b"visit A047 " * 1000)
    return path


def test_only_the_halls_own_key_opens_it_under_its_own_name(copy: Path, tmp_path: Path) -> None:
    sealed = seal_copy(copy, KEY, "nizwa-1")
    assert b"A047" not in sealed
    assert len(sealed) < copy.stat().st_size
    assert open_copy(sealed, [OTHER, KEY], "nizwa-1", tmp_path / "back" / NAME).read_bytes() == copy.read_bytes()
    other_name = tmp_path / "back" / "hall-20261129T090000.000Z.sqlite"
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for content, key, hall, to in (
        (sealed, OTHER, "nizwa-1", tmp_path / "x" / NAME),
        (sealed, KEY, "sohar-1", tmp_path / "x" / NAME),
        (sealed, KEY, "nizwa-1", other_name),
        (changed, KEY, "nizwa-1", tmp_path / "x" / NAME),
        (sealed[:15], KEY, "nizwa-1", tmp_path / "x" / NAME),
        (copy.read_bytes(), KEY, "nizwa-1", tmp_path / "x" / NAME),
    ):
        with pytest.raises(StoreError, match=r"cannot be opened|not a sealed copy"):
            open_copy(content, [key], hall, to)
        assert not to.exists()


def test_two_seals_of_one_copy_have_nothing_in_common(copy: Path) -> None:
    one, two = seal_copy(copy, KEY, "nizwa-1"), seal_copy(copy, KEY, "nizwa-1")
    assert one[12:60] != two[12:60]
