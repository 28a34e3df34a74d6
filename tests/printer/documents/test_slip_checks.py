"""What no paper may be made of is refused by name."""

from __future__ import annotations

import pytest

from printer.documents.slip_checks import LONGEST_NUMBER, SlipError, check_instant, check_number
from tests.printer.samples import TEN_35


@pytest.mark.parametrize("number", ["", "٧", "A\n1", "x" * (LONGEST_NUMBER + 1)])
def test_a_number_that_does_not_print_is_refused(number: str) -> None:
    with pytest.raises(SlipError, match="number"):
        check_number(number)


@pytest.mark.parametrize("number", ["7", "MUSCAT-1-C26-004278", "x" * LONGEST_NUMBER])
def test_a_number_that_prints_is_taken(number: str) -> None:
    check_number(number)


def test_an_instant_needs_its_zone() -> None:
    check_instant("printed_at", TEN_35)
    with pytest.raises(SlipError, match="printed_at: has no time zone"):
        check_instant("printed_at", TEN_35.replace(tzinfo=None))
