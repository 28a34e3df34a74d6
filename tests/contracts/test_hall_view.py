"""What the hall says of itself arrives as it was sent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts import hall_view
from tests.contracts.round_trip import FEW, assert_it_arrives, assert_what_is_missing_is_named, messages_of
from tests.helpers.fake_hall import example_hall
from tests.helpers.kiosk_halls import PREMIUM, WOMEN, with_zones

MESSAGES = messages_of(hall_view)


def test_the_messages_are_still_found() -> None:
    assert len(MESSAGES) >= 6


@pytest.mark.parametrize("kind", MESSAGES)
@FEW
@given(data=st.data())
def test_a_message_arrives_as_it_was_sent(kind: type[Any], data: st.DataObject) -> None:
    message = data.draw(st.from_type(kind))
    assert_it_arrives(message)
    assert_what_is_missing_is_named(message)


def test_premium_is_a_zone_of_its_kind_or_a_whole_hall() -> None:
    hall = with_zones(example_hall(), WOMEN, PREMIUM)
    assert [hall_view.is_premium(hall, code) for code in ("L", "women-L", "premium-L", "gone")] == [
        False, False, True, False
    ]  # fmt: skip
    assert hall_view.is_premium(replace(hall, site_kind="premium_hall"), "L")
    assert hall_view.zone_of(hall, "premium") == PREMIUM
    assert (hall_view.zone_of(hall, "x"), hall_view.zone_of(hall, None)) == (None, None)
