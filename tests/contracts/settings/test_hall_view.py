"""The hall's own description arrives as it was sent."""

from __future__ import annotations

from contracts.settings import hall_view
from tests.helpers.fake_hall import example_hall
from tests.helpers.kiosk_halls import PREMIUM, WOMEN, with_zones
from tests.helpers.replacing import replace


def test_premium_is_a_zone_of_its_kind_or_a_whole_hall() -> None:
    hall = with_zones(example_hall(), WOMEN, PREMIUM)
    assert [hall_view.is_premium(hall, code) for code in ("L", "women-L", "premium-L", "gone")] == [
        False, False, True, False
    ]  # fmt: skip
    assert hall_view.is_premium(replace(hall, site_kind="premium_hall"), "L")
    assert hall_view.zone_of(hall, "premium") == PREMIUM
    assert (hall_view.zone_of(hall, "x"), hall_view.zone_of(hall, None)) == (None, None)
