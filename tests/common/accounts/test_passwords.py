"""Passwords: stored so that neither the database nor its reader can try them, and refused where they are easy."""

from __future__ import annotations

import pytest

from common.accounts.passwords import PasswordError, Passwords, check_password
from common.accounts.text_seal import TextSeal

GOOD = "seven quiet halls"


def passwords(key: int = 0) -> Passwords:
    return Passwords(TextSeal(bytes([key]) * 32, "account.password"), memory_kib=64)


def test_the_password_matches_its_hash_and_nothing_else_does() -> None:
    ours = passwords()
    stored = ours.hashed(GOOD, "muna")
    assert GOOD not in stored
    assert "argon2" not in stored
    assert ours.match(stored, GOOD, "muna")
    assert not ours.match(stored, GOOD + " ", "muna")
    assert not ours.match(None, GOOD, "muna")
    assert not ours.match("no hash", GOOD, "muna")


def test_another_key_makes_the_hash_useless() -> None:
    assert not passwords(1).match(passwords().hashed(GOOD, "muna"), GOOD, "muna")


def test_the_hash_of_somebody_else_copied_into_a_row_or_another_column_signs_nobody_in() -> None:
    ours = passwords()
    stored = ours.hashed(GOOD, "muna")
    assert not ours.match(stored, GOOD, "badr")
    elsewhere = TextSeal(bytes(32), "account.authenticator")
    assert elsewhere.open(stored, "muna") is None


def test_a_letter_written_in_two_ways_is_one_letter() -> None:
    ours = passwords()
    assert ours.match(ours.hashed("\u00e9t\u00e9 on seven halls", "muna"), "e\u0301te\u0301 on seven halls", "muna")


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
