"""Passwords: stored so that neither the database nor its reader can try them, and refused where they are easy."""

from __future__ import annotations

import pytest

from common.accounts.passwords import PasswordError, Passwords, check_password

GOOD = "seven quiet halls"


def passwords(key: int = 0) -> Passwords:
    return Passwords(bytes([key]) * 32, memory_kib=64)


def test_the_password_matches_its_hash_and_nothing_else_does() -> None:
    ours = passwords()
    stored = ours.hashed(GOOD)
    assert GOOD not in stored
    assert "argon2" not in stored
    assert ours.match(stored, GOOD)
    assert not ours.match(stored, GOOD + " ")
    assert not ours.match(None, GOOD)
    assert not ours.match("no hash", GOOD)


def test_another_key_makes_the_hash_useless() -> None:
    assert not passwords(1).match(passwords().hashed(GOOD), GOOD)


def test_a_letter_written_in_two_ways_is_one_letter() -> None:
    ours = passwords()
    assert ours.match(ours.hashed("\u00e9t\u00e9 on seven halls"), "e\u0301te\u0301 on seven halls")


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short", "password_short"),
        ("x" * 201, "password_long"),
        ("aaaaaaaaaaaaaaaabbb", "password_easy"),
        ("my name is Salim 77", "password_easy"),
    ],
)
def test_what_is_easily_guessed_is_refused(password: str, code: str) -> None:
    with pytest.raises(PasswordError) as refused:
        check_password(password, "salim")
    assert refused.value.code == code


def test_a_sentence_will_do_in_any_language() -> None:
    check_password(GOOD, "salim")
    check_password("سبع قاعات هادئة جدا", "salim")
