from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.presenters.welcome import derive_welcome
from tests.helpers.fake_hall import example_hall


@pytest.mark.parametrize(
    ("hall", "available", "shown"),
    [
        (("ar", "en"), ("ar", "en"), ("ar", "en")),
        (("en", "ar", "ur"), ("ar", "en"), ("en", "ar")),
        (("ur",), ("ar", "en"), ("ar", "en")),
    ],
)
def test_a_language_needs_the_halls_consent_and_a_catalogue(
    hall: tuple[str, ...], available: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    assert derive_welcome(replace(example_hall(), languages=hall), available).languages == shown


def test_names_and_notices_are_the_halls() -> None:
    hall = replace(example_hall(), notices=({"ar": "تنويه"},))
    view = derive_welcome(hall, ("ar",))
    assert (view.hall_names, view.notices) == (hall.names, ({"ar": "تنويه"},))
