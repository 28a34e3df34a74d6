"""Codes that are read aloud and typed."""

from __future__ import annotations

from common.accounts.codes import RECOVERY_CODES, code_hash, new_code, recovery_codes


def test_a_code_is_one_however_it_is_typed() -> None:
    assert code_hash("7kq4-m2x0-aaaa") == code_hash("7KQ4 M2XO AAAA")
    assert code_hash("7KQ4-M2X0-AAAA") != code_hash("7KQ4-M2X0-AAAB")


def test_no_code_comes_twice() -> None:
    assert len({new_code(12) for _ in range(100)}) == 100
    assert len(set(recovery_codes())) == RECOVERY_CODES
