from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from common.text.digits import ARABIC_INDIC, WESTERN, in_digits, isolated, quoted


@given(st.text())
def test_digits_go_over_and_back_and_nothing_else_changes(text: str) -> None:
    western = in_digits(text, WESTERN)
    assert in_digits(in_digits(western, ARABIC_INDIC), WESTERN) == western
    assert [c for c in western if not c.isascii() or not c.isdigit()] == [
        c for c in text if c not in "0123456789٠١٢٣٤٥٦٧٨٩"
    ]


def test_a_number_of_four_digits_gets_no_group_mark() -> None:
    assert in_digits("A1000", ARABIC_INDIC) == "A١٠٠٠"


def test_a_code_is_wrapped_in_isolates() -> None:
    assert isolated("09:30") == "\u206609:30\u2069"


def test_what_somebody_typed_keeps_the_direction_of_its_own_script() -> None:
    assert quoted("متى؟") == "\u2068متى؟\u2069"
