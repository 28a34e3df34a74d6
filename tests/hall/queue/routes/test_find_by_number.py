"""A visit is found by its number over HTTP."""

from __future__ import annotations

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

pytestmark = pytest.mark.one_hall


def test_a_number_finds_the_visits_that_have_it(hall: RunningHall) -> None:
    lands, houses = hall.issue(), hall.issue("B", visitor_kind="resident")
    agent = hall.sign_in()
    number = int(lands["ticket"][1:])
    found = good(hall.get(f"/visits/by-number?number={number:03}", agent))["visits"]
    assert lands["visit"] in [one["visit"] for one in found]
    assert {one["state"] for one in found} == {"waiting"}
    other = good(hall.get(f"/visits/by-number?number={int(houses['ticket'][1:])}", agent))["visits"]
    assert [one["visitor_kind"] for one in other if one["visit"] == houses["visit"]] == ["resident"]
    plain = good(hall.get(f"/visits/by-number?number={int(houses['ticket'][1:])}", "reception"))["visits"]
    assert {one["visitor_kind"] for one in plain} == {None}


@pytest.mark.parametrize("number", ["", "A047", "-1", "1234567", "٤٧"])
def test_what_is_no_number_is_said(hall: RunningHall, number: str) -> None:
    refused(hall.get(f"/visits/by-number?number={number}", "reception"), "field_invalid", 422)
