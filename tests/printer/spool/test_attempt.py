from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from printer.spool.attempt import token_of


@given(st.text())
def test_a_token_is_four_printable_bytes_and_always_the_same_for_an_attempt(attempt: str) -> None:
    token = token_of(attempt)
    assert len(token) == 4
    assert all(0x21 <= byte <= 0x7E for byte in token)
    assert token_of(attempt) == token


def test_attempts_of_a_day_have_different_tokens() -> None:
    assert len({token_of(f"attempt {number}") for number in range(2000)}) == 2000
