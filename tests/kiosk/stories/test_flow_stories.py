"""Visitors at a kiosk that asks, tells and has zones: every path by touch and by keyboard, at a hall over HTTP."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from contracts.queue.queues_view import QueuesView
from contracts.words.hall import VisitorKind
from kiosk.visitor.offer import ZONE
from kiosk.visitor.session import Step
from qtkit.widgets.tile import Tile
from tests.helpers.fake_hall import FakeHall, visitor_kinds_asked
from tests.helpers.kiosk_halls import PREMIUM, WOMEN, with_page, with_rules, with_zones
from tests.helpers.replacing import replace
from tests.helpers.speeds import some
from tests.kiosk.conftest import Hand, Start

PRESS = {"touch": None, "keyboard": Qt.Key.Key_Space}
"""How a visitor presses a control."""


def press(hand: Hand, name: str, way: str) -> None:
    """Touch a control, or walk to it with Tab alone and press the way's key."""
    key = PRESS[way]
    if key is None:
        hand.touch(name)
        return
    hand.part(name)
    hand.window.activateWindow()
    for _ in range(60):
        QTest.keyClick(hand.window.focusWidget() or hand.window, Qt.Key.Key_Tab)
        if (at := hand.window.focusWidget()) is not None and at.objectName() == name:
            QTest.keyClick(at, key)
            return
    pytest.fail(f"{name} is not reached by the keyboard")


def at_step(hand: Hand, step: Step) -> None:
    hand.sees_that(lambda: hand.kiosk.session.step is step)


@pytest.mark.parametrize("way", PRESS)
@pytest.mark.parametrize("language", some(["ar", "en"], "ar"))
@pytest.mark.parametrize("size", some([(1920, 1080), (1080, 1920)], (1080, 1920)), ids=["lying", "upright"])
def test_everything_a_service_asks_is_answered(
    hall: FakeHall, start: Start, way: str, language: str, size: tuple[int, int]
) -> None:
    hall.hall = with_rules(with_page(visitor_kinds_asked(hall.hall, "T"), "T"), long_wait_s=600)
    hand = start(hall, size=size)
    hand.sees("welcome")
    press(hand, f"language_{language}", way)
    press(hand, "priority_switch", way)
    press(hand, "tile_T", way)
    hand.sees("information")
    press(hand, "take_button", way)
    at_step(hand, Step.VISITOR_KIND)
    press(hand, "tile_resident", way)
    at_step(hand, Step.LONG_WAIT)
    press(hand, "tile_take", way)
    at_step(hand, Step.TICKET)
    request = hall.requests[0]
    assert (request.visitor_kind, request.priority, request.language) == (VisitorKind.RESIDENT, True, language)
    press(hand, "back_button", way)
    hand.sees("welcome")


@pytest.mark.parametrize("way", PRESS)
def test_a_long_wait_is_declined_and_another_service_taken(hall: FakeHall, start: Start, way: str) -> None:
    hall.hall = with_rules(hall.hall, long_wait_s=600)
    hand = start(hall)
    hand.sees("welcome")
    press(hand, "language_en", way)
    press(hand, "tile_T", way)
    assert hand.window.bodies.services._explanation.text == (
        "Real-estate transactions: 25 to 55 minutes. Do you still want a ticket?"
    )
    press(hand, "tile_other", way)
    at_step(hand, Step.SERVICES)
    assert hall.requests == []
    press(hand, "tile_Q", way)
    at_step(hand, Step.TICKET)
    assert [request.service for request in hall.requests] == ["Q"]


@pytest.mark.parametrize("way", PRESS)
def test_the_womens_section_has_a_tile_and_nothing_of_it_is_stored(hall: FakeHall, start: Start, way: str) -> None:
    hall.hall = with_zones(hall.hall, WOMEN)
    hall.queues = queues_of_all(hall)
    hand = start(hall)
    hand.sees("welcome")
    press(hand, "language_ar", way)
    press(hand, "tile_zone:women", way)
    assert [tile.content.key for tile in hand.window.bodies.services.grid.tiles] == ["women-A", "women-L"]
    press(hand, "back_button", way)
    assert "tile_A" in {tile.objectName() for tile in hand.window.bodies.services.grid.tiles}
    press(hand, "tile_zone:women", way)
    press(hand, "tile_women-L", way)
    at_step(hand, Step.TICKET)
    request = hall.requests[0]
    assert (request.service, request.visitor_kind, request.priority) == ("women-L", None, False)


def test_a_hall_without_zones_has_no_such_tile(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hand.touch("language_ar")
    assert not [tile for tile in hand.window.bodies.services.grid.tiles if tile.content.key.startswith(ZONE)]


def test_a_kiosk_of_a_zone_offers_its_services_alone(hall: FakeHall, start: Start) -> None:
    hall.hall = with_zones(hall.hall, WOMEN, PREMIUM)
    hall.queues = queues_of_all(hall)
    hand = start(hall, zone="premium")
    hand.sees("welcome")
    hand.touch("language_en")
    assert [tile.content.key for tile in hand.window.bodies.services.grid.tiles] == ["premium-A", "premium-L"]
    hand.touch("back_button")
    hand.sees("welcome")


def test_a_page_is_left_by_back_and_by_time(hall: FakeHall, start: Start) -> None:
    hall.hall = with_page(hall.hall, "T")
    hand = start(hall)
    hand.sees("welcome")
    hand.touch("language_en")
    hand.touch("tile_T")
    hand.sees("information")
    QTest.keyClick(hand.window, Qt.Key.Key_Escape)
    hand.sees("services")
    hand.touch("tile_T")
    hand.kiosk._take_idle(31.0)
    assert hand.part("time_notice").isVisible()
    hand.kiosk._take_idle(50.0)
    hand.sees("welcome")
    assert hall.requests == []


def queues_of_all(hall: FakeHall) -> QueuesView:
    """Return figures with a row for each service of the hall."""
    rows = hall.queues.services
    more = [replace(rows[0], service=s.code) for s in hall.hall.services if s.code not in {r.service for r in rows}]
    return replace(hall.queues, services=(*rows, *more))


@pytest.mark.parametrize("way", PRESS)
def test_a_service_without_tickets_left_says_what_to_do_and_leads_back(hall: FakeHall, start: Start, way: str) -> None:
    hall.queues = replace(
        hall.queues,
        services=tuple(replace(q, quota_left=0 if q.service == "T" else None) for q in hall.queues.services),
    )
    hand = start(hall)
    hand.sees("welcome")
    press(hand, "language_en", way)
    tile = hand.part("tile_T")
    assert isinstance(tile, Tile)
    assert (tile.content.facts, tile.content.aside) == ("No tickets left today", "")
    press(hand, "tile_T", way)
    hand.sees("notice")
    assert hand.window.bodies.notice.headline.text == "No tickets left today for this service"
    assert hall.requests == []
    press(hand, "back_button", way)
    hand.sees("welcome")


def test_a_quota_that_ended_meanwhile_is_told_as_calmly(hall: FakeHall, start: Start) -> None:
    hall.refuse_issue = "quota_reached"
    hand = start(hall)
    hand.sees("welcome")
    hand.touch("language_ar")
    hand.touch("tile_T")
    hand.sees("notice")
    assert hand.window.bodies.notice.headline.text == "نفدت تذاكر اليوم لهذه الخدمة"


@pytest.mark.parametrize("way", PRESS)
def test_the_premium_entrance_is_its_own_and_shows_a_number_only(hall: FakeHall, start: Start, way: str) -> None:
    hall.hall = with_zones(hall.hall, WOMEN, PREMIUM)
    hall.queues = queues_of_all(hall)
    hand = start(hall, zone="premium")
    hand.sees("welcome")
    assert hand.window.bodies.welcome.other_greeting.text == "الخدمة المميزة  ·  للمستثمرين والمطورين العقاريين"
    press(hand, "language_en", way)
    press(hand, "tile_premium-A", way)
    at_step(hand, Step.TICKET)
    assert hand.window.bodies.ticket.service.text == "Premium service"
    assert hand.window.bodies.ticket.number.text == "U047"
