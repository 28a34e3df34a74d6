from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.text.phone_number import masked, read_phone


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("91234567", "+96891234567"),
        ("7123 4567", "+96871234567"),
        ("+968 9123-4567", "+96891234567"),
        ("0096891234567", "+96891234567"),
        ("\u202a+968 9123 4567\u202c", "+96891234567"),
        ("00971501234567", "+971501234567"),
        ("+447911123456", "+447911123456"),
    ],
)
def test_a_mobile_number_is_read_in_every_way_it_is_written(typed: str, number: str) -> None:
    assert read_phone(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "1",
        "9123456",
        "24123456",
        "+96824123456",
        "+9689123456",
        "+0123456789",
        "00",
        "+" + "1" * 16,
        "91a34567",
        "٩١٢٣٤٥٦٧",
    ],
)
def test_what_no_message_reaches_is_no_number(typed: str) -> None:
    assert read_phone(typed) is None


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_number_in_one_form_or_none(text: str) -> None:
    number = read_phone(text)
    assert number is None or (number[0] == "+" and number[1:].isascii() and number[1:].isdigit() and len(number) <= 16)


@given(st.from_regex(r"\+?[0-9]{0,15}", fullmatch=True))
def test_a_mask_shows_two_digits_at_most_and_as_many_places(number: str) -> None:
    shown = masked(number)
    assert sum(letter.isdigit() for letter in shown) <= 2
    assert len(shown.replace("+", "")) == len(number.replace("+", ""))
