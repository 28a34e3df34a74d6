"""The next hour is made once for all who look, and again when it is old or something was arranged."""

from __future__ import annotations

import asyncio

from hall.waits.workers.outlook_cache import KEPT_S, OUTLOOK
from tests.helpers.hall_in_a_thread import RunningHall, good


def test_it_is_made_once_for_all_who_look_and_anew_when_it_is_old(hall: RunningHall) -> None:
    hall.sign_in()
    first = good(hall.get("/outlook", "head"))
    hall.issue()
    assert good(hall.get("/outlook", "admin")) == first
    # However long the child took to start: an outlook is kept the longer, the longer it took.
    hall.clock.move_on(seconds=KEPT_S * 60)
    assert good(hall.get("/outlook", "head"))["at"] > first["at"]


def test_what_was_arranged_is_seen_at_once(hall: RunningHall) -> None:
    hall.sign_in()
    first = good(hall.get("/outlook", "head"))
    good(hall.post("/services/A/close", "head"), 201)
    assert good(hall.get("/outlook", "head"))["at"] != first["at"]


def test_a_hall_without_a_service_day_has_none(hall: RunningHall) -> None:
    told = asyncio.run(hall.hall.parts.get(OUTLOOK).newest())
    assert (told.services, told.advice) == ((), ())
