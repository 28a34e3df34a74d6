"""The hall's key file and what derives from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hall.platform.security.secret import HallSecret, SecretError, make_secret, read_secret, token_hash


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "hall" / "hall.key"
    assert read_secret(path) is None
    first = make_secret(path)
    assert read_secret(path) == first
    assert path.stat().st_mode & 0o777 == 0o600


def test_rights_that_are_too_wide_are_narrowed(tmp_path: Path) -> None:
    path = tmp_path / "hall.key"
    make_secret(path)
    path.chmod(0o644)
    read_secret(path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_no_key_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "hall.key"
    path.write_bytes(b"short")
    with pytest.raises(SecretError, match="put the saved one back"):
        read_secret(path)


def test_a_folder_in_the_place_of_the_key_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(SecretError, match=str(tmp_path)):
        read_secret(tmp_path)


def test_a_folder_that_cannot_be_made_is_an_error_that_names_the_key(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(SecretError, match=r"file/hall/hall\.key: Not a directory|File exists"):
        make_secret(tmp_path / "file" / "hall" / "hall.key")


def test_no_two_purposes_share_a_token() -> None:
    secret = HallSecret(b"k" * 32)
    tokens = {secret.token(*names) for names in [("a", "b"), ("a", "c"), ("ab",), ("a", "b", ""), ("a",)]}
    assert len(tokens) == 5
    assert all(len(token) == 64 for token in tokens)


def test_the_key_never_shows() -> None:
    assert "kkk" not in repr(HallSecret(b"k" * 32))


def test_a_hash_is_not_the_token_and_takes_any_text() -> None:
    assert token_hash("a") == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    assert len(token_hash("\udcff")) == 64


def test_no_token_begins_like_an_option_of_a_command(tmp_path: Path) -> None:
    secret = make_secret(tmp_path / "hall.key")
    tokens = [secret.token("device", str(number)) for number in range(300)]
    assert all(len(token) == 64 and token.isalnum() for token in tokens)
