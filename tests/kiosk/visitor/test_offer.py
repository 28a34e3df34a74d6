"""What is offered: a zone's services behind its tile alone, categories where tiles are many, questions in order."""

from __future__ import annotations

import pytest

from kiosk.state.conditions import Conditions
from kiosk.visitor.offer import (
    asks_of,
    by_category,
    services_in,
    shown_zone,
    takes_bookings,
    waits_long,
    zones_offered,
)
from kiosk.visitor.session import Session, Step
from tests.helpers.fake_hall import example_hall, example_queues, visitor_kinds_asked
from tests.helpers.kiosk_halls import PREMIUM, WOMEN, with_page, with_rules, with_zones
from tests.helpers.replacing import replace

KNOWN = Conditions(True, example_hall(), example_queues())
START = Session("ar", Step.SERVICES)


def ten(*categories: str) -> Conditions:
    hall = example_hall()
    services = tuple(
        replace(hall.services[0], code=str(n), category=categories[n % len(categories)]) for n in range(10)
    )
    return replace(KNOWN, hall=replace(hall, services=services))


def test_categories_come_first_from_ten_tiles_in_two_categories() -> None:
    assert by_category(START, ten("a", "b"))
    assert not by_category(START, ten("a"))
    assert not by_category(START, Conditions())
    nine = ten("a", "b").hall
    assert nine is not None
    nine = replace(nine, services=nine.services[:9])
    assert not by_category(START, replace(KNOWN, hall=nine))
    assert by_category(START, replace(KNOWN, hall=replace(nine, zones=(WOMEN,)))), "a zone's tile takes a place too"


def test_a_zones_services_are_its_own() -> None:
    hall = with_zones(example_hall(), WOMEN, PREMIUM)
    known = replace(KNOWN, hall=hall)
    assert [service.code for service in services_in(known, "women")] == ["women-A", "women-L"]
    assert services_in(known, None) == example_hall().services
    assert zones_offered(START, known) == (WOMEN, PREMIUM)


def test_zones_have_tiles_on_the_main_screen_alone() -> None:
    known = replace(KNOWN, hall=with_zones(example_hall(), WOMEN))
    assert zones_offered(replace(START, zone="women"), known) == ()
    assert zones_offered(replace(START, category="a"), known) == ()
    in_zone = replace(known, own_zone="women")
    assert (zones_offered(START, in_zone), shown_zone(START, in_zone)) == ((), "women")
    assert zones_offered(START, Conditions()) == ()


def test_a_service_asks_what_the_hall_wants_in_this_order() -> None:
    hall = with_rules(with_page(visitor_kinds_asked(example_hall(), "T"), "T"), long_wait_s=600)
    known = replace(KNOWN, hall=hall)
    assert asks_of(known, "T") == (Step.INFORMATION, Step.VISITOR_KIND, Step.LONG_WAIT)
    assert (asks_of(known, "Q"), asks_of(known, "no such")) == ((), ())


@pytest.mark.parametrize(
    ("long_wait_s", "service", "asked"),
    [(0, "T", False), (2489, "T", True), (2490, "T", False), (60, "O", False), (60, "no such", False)],
)
def test_a_wait_is_long_past_what_the_hall_set_and_never_where_it_is_unknown(
    long_wait_s: int, service: str, asked: bool
) -> None:
    known = replace(KNOWN, hall=with_rules(example_hall(), long_wait_s=long_wait_s))
    assert waits_long(known, service) is asked
    assert not waits_long(replace(known, queues=None), service)


def test_appointments_have_a_tile_where_the_hall_offers_them_and_answers() -> None:
    known = replace(KNOWN, hall=with_rules(example_hall(), appointments=True))
    assert takes_bookings(START, known)
    assert takes_bookings(START, replace(known, own_zone="premium"))
    assert not takes_bookings(START, KNOWN)
    assert not takes_bookings(START, replace(known, online=False))
    assert not takes_bookings(replace(START, zone="women"), known)
    assert not takes_bookings(replace(START, category="a"), known)
