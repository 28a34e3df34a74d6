"""The key is made once, kept from others' eyes, and never silently replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from central.access.centre_key import FILE, CentreKey, load_key, make_key
from central.errors import ConfigError


def test_the_same_folder_gives_the_same_key_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    made = make_key(tmp_path / "new")
    assert load_key(tmp_path / "new") == made
    assert (tmp_path / "new" / FILE).stat().st_mode & 0o077 == 0
    assert made.key.hex() not in repr(made)


def test_each_authenticator_has_a_random_secret_that_opens_for_its_person_alone() -> None:
    key = CentreKey(bytes(32))
    sealed = key.new_authenticator("noor")
    found = {key.authenticator("noor", one) for one in (sealed, sealed, key.new_authenticator("noor"))}
    assert len(found) == 2
    assert {len(one) for one in found} == {20}
    assert key.authenticator("salim", sealed) not in found
    assert key.derive("a", "b") != key.derive("ab")


def test_its_mark_is_its_own_and_tells_nothing_of_it() -> None:
    key = CentreKey(bytes(32))
    assert key.mark == CentreKey(bytes(32)).mark
    assert key.mark != CentreKey(bytes(31) + b"x").mark
    assert len(key.mark) == 64
    assert key.key.hex() not in key.mark


def test_a_damaged_key_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"short")
    with pytest.raises(ConfigError, match="not a centre's key"):
        load_key(tmp_path)
    assert (tmp_path / FILE).read_bytes() == b"short"


def test_where_no_key_is_none_is_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="not here"):
        load_key(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match="cannot be read"):
        make_key(tmp_path / "file")
