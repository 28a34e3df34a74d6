"""Codes that are read aloud and typed."""

from __future__ import annotations

from math import log2

from common.accounts.codes import CODE_LETTERS, RECOVERY_CODES, code_hash, new_code, recovery_codes


def test_a_code_is_one_however_it_is_typed() -> None:
    assert code_hash("7kq4-m2x0-aaaa") == code_hash("7KQ4 M2XO AAAA")
    assert code_hash("7KQ4-M2X0-AAAA") != code_hash("7KQ4-M2X0-AAAB")


def test_no_code_comes_twice() -> None:
    assert len({new_code(12) for _ in range(100)}) == 100
    assert len(set(recovery_codes())) == RECOVERY_CODES


def test_a_recovery_code_cannot_be_found_from_its_plain_hash() -> None:
    """A hash without salt and cost is right for 112 bits and more only."""
    drawn = recovery_codes()[0].replace("-", "")
    assert len(drawn) * log2(len(CODE_LETTERS)) >= 112
