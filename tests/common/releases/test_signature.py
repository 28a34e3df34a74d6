"""A signature is good for the file as it was signed, by a key that the machine knows, and for nothing else."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from common.releases.signature import (
    SignatureError,
    make_keys,
    read_public_keys,
    sign_file,
    signature_of,
    verify_file,
)


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    (tmp_path / "keys").mkdir()
    make_keys(tmp_path / "release.key", tmp_path / "keys" / "release.pub", None)
    file = tmp_path / "dawr-0.3.0-debian13.tar.gz"
    file.write_bytes(b"a release" * 1000)
    sign_file(file, tmp_path / "release.key")
    return file


def test_a_signed_file_is_accepted_also_beside_other_known_keys(signed: Path) -> None:
    make_keys(signed.with_name("next.key"), signed.with_name("keys") / "next.pub", b"long words")
    keys = read_public_keys(signed.with_name("keys"))
    assert len(keys) == 2
    verify_file(signed, keys)
    sign_file(signed, signed.with_name("next.key"), b"long words")
    verify_file(signed, keys)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def change(file: Path) -> None:
    file.write_bytes(b"b" + file.read_bytes()[1:])


def sign_by_another(file: Path) -> None:
    make_keys(file.with_name("foreign.key"), file.with_name("foreign.pub"), None)
    sign_file(file, file.with_name("foreign.key"))


def lose_signature(file: Path) -> None:
    signature_of(file).unlink()


def spoil_signature(file: Path) -> None:
    signature_of(file).write_text("كلا", encoding="utf-8")


def take_signature_of_another_file(file: Path) -> None:
    other = file.with_name("other")
    other.write_bytes(b"other")
    sign_file(other, file.with_name("release.key")).replace(signature_of(file))


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (cut, "cut short"),
        (change, "changed"),
        (sign_by_another, "signed by someone else"),
        (lose_signature, "no signature"),
        (spoil_signature, "cannot be read"),
        (take_signature_of_another_file, "no known key"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_any_other_file_is_refused(signed: Path, spoil: Callable[[Path], None], why: str) -> None:
    spoil(signed)
    with pytest.raises(SignatureError, match=why):
        verify_file(signed, read_public_keys(signed.with_name("keys")))


def test_the_private_key_is_for_its_owner_alone_and_is_never_replaced(signed: Path) -> None:
    key = signed.with_name("release.key")
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    with pytest.raises(SignatureError, match="already"):
        make_keys(key, signed.with_name("keys") / "release.pub", None)


def test_a_wrong_passphrase_and_an_empty_folder_of_keys_are_refused(signed: Path, tmp_path: Path) -> None:
    make_keys(tmp_path / "safe.key", tmp_path / "safe.pub", b"long words")
    with pytest.raises(SignatureError, match="cannot be used"):
        sign_file(signed, tmp_path / "safe.key", b"other words")
    (tmp_path / "none").mkdir()
    with pytest.raises(SignatureError, match="no public key"):
        read_public_keys(tmp_path / "none")
