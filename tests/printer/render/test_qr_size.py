from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.qr import qr_rows
from printer.documents.ticket import LONGEST_URL
from printer.render.qr_size import module_dots, modules
from tests.helpers.speeds import examples


@settings(max_examples=examples(60), deadline=None)
@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=LONGEST_URL))
def test_a_code_is_as_large_as_the_encoder_draws_it(text: str) -> None:
    assert modules(text + "x") == len(qr_rows(text + "x"))


@pytest.mark.parametrize("length", [1, 20, 21, 38, 39, 62, 90, 91, 122, 123, 221, 299, 300, 970])
def test_capitals_take_less_room_at_every_size(length: int) -> None:
    text = "A" * length
    assert modules(text) == len(qr_rows(text))
    if 20 < length <= 666:
        assert modules(text) <= modules(text.lower())


def test_modules_are_as_wide_as_the_room_allows_within_limits() -> None:
    assert module_dots("x", 170) == 8
    assert module_dots("https://dawr.example.om/t#MCT1.k3Jx9QeVtR2mZ8bLw5Yp0A", 170) == 5
    assert module_dots("x" * 300, 140) == 3
