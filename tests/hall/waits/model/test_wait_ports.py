"""What an estimate belongs to; `test_ports` holds the stores against their shape."""

from __future__ import annotations

from contracts.words.hall import Lane
from hall.waits.model.wait_ports import groups_of
from tests.helpers.example_hall import LANDS


def test_an_estimate_belongs_to_its_service_its_lane_and_its_hour():
    assert groups_of(LANDS, Lane.PRIORITY, 9) == (("service", LANDS), ("lane", "priority"), ("hour", 9))


def test_groups_are_told_apart_by_kind_even_where_their_names_are_alike():
    assert len({*groups_of(LANDS, Lane.STANDARD, 9), ("lane", LANDS)}) == 4
