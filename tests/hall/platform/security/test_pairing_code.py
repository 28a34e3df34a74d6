"""Pairing codes survive being read aloud."""

from __future__ import annotations

import pytest

from hall.platform.security.pairing_code import ALPHABET, as_typed, fresh_code, well_formed


def test_codes_are_eight_of_crockfords_characters_and_not_the_same() -> None:
    codes = {fresh_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(well_formed(code) for code in codes)
    assert not set("ILOU") & set(ALPHABET)


@pytest.mark.parametrize("typed", ["k7oq-2xil", "K70Q2X11", " K7OQ 2XLI ", "k70q-2x1l"])
def test_what_people_type_is_what_was_meant(typed: str) -> None:
    assert as_typed(typed) == "K70Q2X11"


@pytest.mark.parametrize("code", ["", "K70Q2X1", "K70Q2X111", "K70Q2XU1", "K70Q2X1!"])
def test_what_cannot_be_a_code_is_known_without_asking_the_database(code: str) -> None:
    assert not well_formed(code)
