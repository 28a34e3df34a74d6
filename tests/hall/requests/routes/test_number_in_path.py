"""Numbers with slashes are one part of the path, whatever follows them."""

from __future__ import annotations

import pytest

from hall.requests.routes.number_in_path import one_part, request_number

BELOW = "/api/v1/requests/"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("SEEB-2026-000017", "SEEB-2026-000017"),
        ("12/2026", "12%2F2026"),
        ("12/2026/receipt", "12%2F2026/receipt"),
        ("MOH/2026/88/refer", "MOH%2F2026%2F88/refer"),
        ("receipt", "receipt"),
        ("12/receipt/2026", "12%2Freceipt%2F2026"),
    ],
)
def test_a_number_is_one_part(path: str, expected: str) -> None:
    assert one_part(BELOW + path) == BELOW + expected


def test_the_number_is_read_as_it_was_written() -> None:
    assert request_number("MOH%2F2026%2F88") == "MOH/2026/88"
