"""A list of leaked passwords is searched where it lies; each of its lines is found and no other password is."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from common.accounts.breached_passwords import BreachedPasswords, BreachedPasswordsError
from common.accounts.passwords import PasswordError, Passwords
from common.accounts.text_seal import TextSeal

LEAKED = [f"seven quiet lamps {number}" for number in range(300)]


def written(folder: Path, passwords: list[str], *, counts: bool = True, end: str = "\n") -> Path:
    hashes = sorted(hashlib.sha1(one.encode(), usedforsecurity=False).hexdigest().upper() for one in passwords)
    file = folder / "breached.txt"
    lines = [f"{one}:{at}" if counts else one for at, one in enumerate(hashes, start=1)]
    file.write_text(end.join(lines) + end, encoding="ascii", newline="")
    return file


@pytest.mark.parametrize("many", [1, 2, 3, 7, 300])
@pytest.mark.parametrize("counts", [True, False])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_password_of_the_list_is_found_and_no_other(tmp_path: Path, many: int, counts: bool, end: str) -> None:
    breached = BreachedPasswords(written(tmp_path, LEAKED[:many], counts=counts, end=end))
    assert [one for one in LEAKED[:many] if not breached.has(one)] == []
    assert [one for one in (*LEAKED[many:], "", "سبع قاعات هادئة جدا") if breached.has(one)] == []


def test_a_leaked_password_is_refused(tmp_path: Path) -> None:
    seal = TextSeal(bytes(32), "account.password")
    passwords = Passwords(seal, memory_kib=64, breached=BreachedPasswords(written(tmp_path, LEAKED)))
    with pytest.raises(PasswordError, match="was in a leak"):
        passwords.check(LEAKED[7], "muna")
    passwords.check("eleven slow boats at noon", "muna")


def test_another_way_to_write_a_leaked_password_is_refused_too(tmp_path: Path) -> None:
    seal = TextSeal(bytes(32), "account.password")
    breached = BreachedPasswords(written(tmp_path, ["seven quiet caf\u00e9s"]))
    with pytest.raises(PasswordError, match="was in a leak"):
        Passwords(seal, memory_kib=64, breached=breached).check("seven quiet cafe\u0301s", "muna")


@pytest.mark.allow_logs
def test_a_list_that_was_moved_away_refuses_nothing_and_is_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = written(tmp_path, LEAKED)
    breached = BreachedPasswords(file)
    file.rename(tmp_path / "elsewhere.txt")
    assert not any(breached.has(one) for one in LEAKED[:3])
    assert caplog.text.count("cannot be read") == 1
    (tmp_path / "elsewhere.txt").rename(file)
    assert breached.has(LEAKED[0])


@pytest.mark.parametrize("content", ["", "password\n", "ABCDEF\n"])
def test_a_file_that_is_no_such_list_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "list.txt"
    file.write_text(content)
    with pytest.raises(BreachedPasswordsError, match="SHA-1"):
        BreachedPasswords(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BreachedPasswordsError, match="cannot be read"):
        BreachedPasswords(tmp_path / "nothing")
