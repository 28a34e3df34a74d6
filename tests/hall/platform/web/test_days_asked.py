"""Days in an address."""

from __future__ import annotations

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

pytestmark = pytest.mark.one_hall


def test_a_day_left_out_is_chosen_by_the_hall_and_a_day_given_is_taken(hall: RunningHall) -> None:
    assert good(hall.get("/figures?day=", "head"))["first"] == good(hall.get("/figures", "head"))["first"]
    assert good(hall.get("/figures?day=2026-02-03", "head"))["first"] == "2026-02-03"


@pytest.mark.parametrize("text", ["yesterday", "2026-13-01", "2026-02-30", "١٢", "0001-01-03", "9999-12-31"])
def test_what_is_no_day_is_refused_by_its_name(hall: RunningHall, text: str) -> None:
    problem = refused(hall.get(f"/figures?day={text}", "head"), "field_invalid", 422)
    assert [one["field"] for one in problem["fields"]] == ["day"]
