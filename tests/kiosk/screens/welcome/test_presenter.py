from __future__ import annotations

import pytest

from kiosk.screens.welcome.presenter import derive_welcome
from tests.helpers.fake_hall import example_hall
from tests.helpers.kiosk_halls import PREMIUM, WOMEN, with_zones
from tests.helpers.replacing import replace


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


def test_a_zones_entrance_says_where_one_is_and_for_whom_it_is() -> None:
    hall = with_zones(example_hall(), WOMEN, PREMIUM)
    view = derive_welcome(hall, ("ar",), "premium")
    assert (view.zone_names, view.for_whom, view.premium) == (PREMIUM.names, PREMIUM.for_whom, True)
    assert not derive_welcome(hall, ("ar",), "women").premium
    assert derive_welcome(hall, ("ar",)).zone_names == {}


def test_a_whole_hall_may_be_premium() -> None:
    view = derive_welcome(replace(example_hall(), site_kind="premium_hall"), ("ar",))
    assert view.premium
    assert view.zone_names["en"] == "Premium service"
