"""The number in a path is read as a person types it."""

from typing import Any

import pytest

from hall.domain.request_errors import RequestNumberError
from hall.service.request_paths import asked_number


class Typed:
    def __init__(self, number: str) -> None:
        self.path_params: dict[str, Any] = {"number": number}


def test_capitals_blanks_and_arabic_digits_do_not_matter() -> None:
    assert asked_number(Typed("muscat-1-٢٦-004278")) == "MUSCAT-1-26-004278"  # type: ignore[arg-type]  # what is used of a call
    assert asked_number(Typed("2026/88 1")) == "2026/881"  # type: ignore[arg-type]  # as above


def test_a_slip_is_named_as_one() -> None:
    with pytest.raises(RequestNumberError):
        asked_number(Typed("MUSCAT-1-26-004279"))  # type: ignore[arg-type]  # as above
