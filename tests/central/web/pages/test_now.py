"""The tiles: each hall once on them and once beside it, with its alerts."""

from __future__ import annotations

from datetime import UTC, datetime

from central.halls.current_state import halls_now
from central.web.pages.now import drawn
from tests.central.web.conftest import Caller
from tests.helpers.lived_centre import HALLS, fill, fill_desk, fill_enquiries


def test_every_hall_is_on_a_tile_and_in_its_governorate(hall: Caller) -> None:
    now = datetime.now(UTC)
    fill(hall.centre.engine, now, days=1, many=1)
    shown = drawn(halls_now(hall.centre.engine, now=now))
    assert sum(len(of_it) for _, _, _, of_it in shown["tiles"]) == 22
    assert len(shown["tiles"]) == 11, "a governorate without a hall has its tile too"
    groups = dict(shown["groups"])
    assert [one.hall for one in groups["elsewhere"]] == ["1"]
    assert {one.hall for one in groups["muscat"]} == {code for code, where, _, _ in HALLS if where == "muscat"}
    assert (shown["in_touch"], shown["all_halls"], len(shown["alerts"])) == (21, 23, 2)
    assert shown["longest"].longest_wait_s == 2100
    page = hall.call("GET", "/?lang=en").text
    assert page.count('class="marker ') == 22
    assert "the wait has passed its target" in page


def test_a_call_centre_stands_beside_the_tiles_and_in_no_total_of_halls(hall: Caller) -> None:
    now = datetime.now(UTC)
    fill(hall.centre.engine, now, days=1, many=1)
    before = drawn(halls_now(hall.centre.engine, now=now))
    fill_desk(hall.centre.engine, now)
    fill_enquiries(hall.centre.engine, now)
    shown = drawn(halls_now(hall.centre.engine, now=now))
    assert [one.hall for one in shown["desks"]] == ["cc"]
    for name in ("tiles", "open_counters", "in_touch", "all_halls", "waiting"):
        assert shown[name] == before[name], name
    page = hall.call("GET", "/?lang=en").text
    assert "Call centre and social desks" in page
    assert "3 of 6" in page


def test_a_centre_without_halls_says_how_to_begin(stranger: Caller) -> None:
    assert drawn([])["longest"] is None
    assert stranger.call("GET", "/").headers["Location"] == "/sign-in?lang=ar"
