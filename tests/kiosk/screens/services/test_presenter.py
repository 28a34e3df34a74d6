from __future__ import annotations

from datetime import date

from contracts.queue.queues_view import QueuesView
from contracts.settings.hall_view import DayView, HallView
from kiosk.offline.numbers import OwnState
from kiosk.screens.services.presenter import derive_categories, derive_services
from kiosk.screens.view_data.visitor import ServiceTile
from kiosk.state.conditions import Conditions
from kiosk.visitor.session import Session
from tests.helpers.fake_hall import example_hall, example_queues
from tests.helpers.replacing import replace

KNOWN = Conditions(True, example_hall(), example_queues())


def in_categories() -> HallView:
    hall = example_hall()
    first, rest = {"ar": "الإسكان", "en": "Housing"}, {"ar": "أخرى", "en": "Other"}
    services = tuple(
        replace(s, category="h" if at < 2 else None, category_names=first if at < 2 else rest, open=at < 2)
        for at, s in enumerate(hall.services)
    )
    return replace(hall, services=services)


def test_a_tile_tells_who_waits_and_how_long() -> None:
    tile = derive_services(Session("ar"), KNOWN).tiles[0]
    names = {"ar": "المساعدات السكنية", "en": "Housing assistance"}
    assert tile == ServiceTile("A", names, "A", waiting=7, wait_min=(10, 35), enabled=True, sign="house")


def test_what_is_not_known_is_not_said() -> None:
    tiles = derive_services(Session("ar"), replace(KNOWN, queues=None)).tiles
    assert {(tile.waiting, tile.wait_min) for tile in tiles} == {(None, None)}
    assert derive_services(Session("ar"), KNOWN).tiles[6].wait_min is None


def test_a_closed_service_is_shown_and_cannot_be_chosen() -> None:
    tiles = derive_services(Session("ar"), replace(KNOWN, hall=in_categories())).tiles
    assert [tile.enabled for tile in tiles] == [True, True, False, False, False, False, False]


def test_a_category_shows_its_own_services() -> None:
    conditions = replace(KNOWN, hall=in_categories())
    assert [tile.key for tile in derive_services(Session("ar", category="h"), conditions).tiles] == ["A", "L"]
    assert [tile.key for tile in derive_services(Session("ar", category=""), conditions).tiles] == list("TMFQO")


def test_categories_add_up_who_waits_and_are_open_with_any_of_theirs() -> None:
    view = derive_categories(Session("ar", priority=True), replace(KNOWN, hall=in_categories()))
    assert [(tile.key, tile.waiting, tile.enabled) for tile in view.tiles] == [("h", 10, True), ("", 20, False)]
    assert (view.of_categories, view.priority) == (True, True)


def test_without_a_hall_there_are_no_tiles() -> None:
    assert derive_services(Session("ar"), Conditions()).tiles == ()
    assert derive_categories(Session("ar"), Conditions()).tiles == ()


def test_without_the_hall_only_what_has_own_numbers_can_be_chosen_and_nobody_knows_who_waits() -> None:
    own = OwnState(DayView(date(2026, 11, 25), "open", None), frozenset({"A", "T"}))
    tiles = derive_services(Session("ar"), replace(KNOWN, online=False, own=own)).tiles
    assert {tile.key for tile in tiles if tile.enabled} == {"A", "T"}
    assert {(tile.waiting, tile.wait_min) for tile in tiles} == {(None, None)}
    assert derive_categories(Session("ar"), replace(KNOWN, online=False, own=own)).tiles[0].enabled


def test_a_tile_tells_whether_a_counter_is_open_for_its_service_and_when_it_begins() -> None:
    rows = example_queues().services
    nobody = replace(rows[0], counters_open=0, forecast=None)
    early = replace(nobody, begins_at="08:00")
    on_break = replace(rows[0], counters_open=0)
    told = [
        derive_services(Session("en"), known(replace(example_queues(), services=(row, *rows[1:])))).tiles[0]
        for row in (rows[0], nobody, early, on_break)
    ]
    assert [(tile.staffed, tile.begins_at) for tile in told] == [(True, ""), (False, ""), (False, "08:00"), (True, "")]


def known(queues: QueuesView) -> Conditions:
    return Conditions(True, example_hall(), queues)


def test_a_tile_shows_the_pictogram_that_the_hall_chose_for_its_service() -> None:
    hall = example_hall()
    services = (replace(hall.services[0], pictogram="house"), *hall.services[1:])
    tiles = derive_services(Session("ar"), replace(KNOWN, hall=replace(hall, services=services))).tiles
    assert [tile.sign for tile in tiles[:2]] == ["house", hall.services[1].pictogram]
