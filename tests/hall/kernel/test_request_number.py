"""A number with a slip in it is never somebody else's."""

from __future__ import annotations

import pytest

from hall.kernel.request_number import check_digit, hall_part, is_own_number, looks_own, request_number, tidy_number


def test_every_single_wrong_digit_is_seen() -> None:
    number = request_number("MUSCAT-1", 2026, 427)
    for at, sign in enumerate(number):
        if at < len("MUSCAT-1-") or not sign.isdigit():
            continue
        for other in "0123456789":
            assert is_own_number(number[:at] + other + number[at + 1 :]) is (other == sign)


def test_numbers_of_a_year_are_all_good_and_different() -> None:
    made = [request_number("X", 2026, running) for running in range(1, 2000)]
    assert all(map(is_own_number, made))
    assert len(set(made)) == len(made)
    assert request_number("X", 2026, 123456).startswith("X-26-123456")


@pytest.mark.parametrize(("digits", "check"), [("0794", 5), ("000000000", None), ("1", None)])
def test_the_check_digit_is_that_of_the_standard(digits: str, check: int | None) -> None:
    product, found = 10, check_digit(digits)
    for digit in [*digits, str(found)]:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    assert total == 1, "the standard's own test: all digits with the check digit leave 1"
    assert check is None or found == check


@pytest.mark.parametrize("text", ["", "4711", "MUSCAT-1", "2026/4711", "MUSCAT-1-26-00"])
def test_other_numbers_are_not_ours(text: str) -> None:
    assert not looks_own(text)
    assert hall_part(text) is None


def test_what_a_person_types_is_tidied() -> None:
    assert tidy_number("muscat-1-26-004278\n") == "MUSCAT-1-26-004278"
    assert looks_own("MUSCAT-1-26-004279")
    assert not is_own_number("MUSCAT-1-26-004279")


def test_a_number_copied_from_a_page_is_found_although_marks_of_direction_come_along() -> None:
    number = request_number("MUSCAT-1", 2026, 427)
    assert tidy_number(f"\u2066{number}\u2069\u200f") == number
