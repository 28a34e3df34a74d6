"""The places that go up: everybody in the hall, visitors who have just left, and nothing while nothing changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from contracts.queue.places import PlacedVisit, Places
from hall.centre import place_publisher as module
from hall.centre.place_publisher import AGAIN, KEPT, PlacePublisher
from hall.queue.routes.from_other_capabilities import EXPECTED_WAITS
from tests.helpers.examples import assert_examples_hold
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def by_ticket(places: Places | None) -> dict[str, PlacedVisit]:
    assert places is not None
    return {one.ticket: one for one in places.visits}


def test_the_examples_hold() -> None:
    assert_examples_hold(module)


def test_whoever_waits_has_a_place_and_the_code_is_told_as_its_digest_alone(hall: RunningHall) -> None:
    told = PlacePublisher(hall.hall.store, hall.hall.parts.get(EXPECTED_WAITS))
    first, second = hall.issue(), hall.issue()
    places = told()
    found = by_ticket(places)
    assert [found[one["ticket"]].people_ahead for one in (first, second)] == [0, 1]
    assert {one.state for one in found.values()} == {"waiting"}
    code = first["status_url"].rpartition("#")[2]
    assert len(code) == 22
    assert code not in str(places)


def test_what_has_not_changed_is_told_again_only_after_a_while(hall: RunningHall) -> None:
    told = PlacePublisher(hall.hall.store, hall.hall.parts.get(EXPECTED_WAITS))
    hall.issue()
    assert told() is not None
    assert told() is None
    hall.clock.move_on(seconds=AGAIN.total_seconds())
    assert told() is not None
    hall.issue()
    assert told() is not None


def test_whoever_has_left_is_told_for_a_while_with_the_end(hall: RunningHall) -> None:
    told = PlacePublisher(hall.hall.store, hall.hall.parts.get(EXPECTED_WAITS))
    gone = hall.issue()
    told()
    good(hall.post(f"/visits/{gone['visit']}/cancel", "kiosk"))
    assert by_ticket(told())[gone["ticket"]].state == "cancelled"
    hall.clock.move_on(seconds=KEPT.total_seconds())
    assert by_ticket(told()) == {}
