"""A touched tile leads one step on, Back one step back, through zones, categories and questions."""

from __future__ import annotations

from contracts.words.hall import VisitorKind
from kiosk.state.conditions import Conditions
from kiosk.visitor.choosing import OTHER, TAKE, back, chosen, speak, start
from kiosk.visitor.session import Session, Step
from tests.helpers.fake_hall import example_hall, example_queues, visitor_kinds_asked
from tests.helpers.kiosk_halls import WOMEN, with_page, with_rules, with_zones
from tests.helpers.replacing import replace

PLAIN = Conditions(True, example_hall(), example_queues())
ASKING = replace(PLAIN, hall=with_rules(with_page(visitor_kinds_asked(example_hall(), "T"), "T"), long_wait_s=600))
ZONED = replace(PLAIN, hall=with_zones(example_hall(), WOMEN))


def many(conditions: Conditions) -> Conditions:
    """Return the conditions with ten services in two categories beside what there is."""
    hall = conditions.hall
    assert hall is not None
    more = tuple(replace(hall.services[0], code=str(n), category="ab"[n % 2]) for n in range(10))
    return replace(conditions, hall=replace(hall, services=(*hall.services, *more)))


def touch(session: Session, conditions: Conditions, *keys: str) -> Session:
    for key in keys:
        session = chosen(session, conditions, key, "v1")
    return session


def test_a_language_at_the_welcome_begins_and_later_only_speaks() -> None:
    begun = speak(Session("ar"), PLAIN, "en")
    assert (begun.step, begun.language) == (Step.SERVICES, "en")
    assert speak(Session("ar"), many(PLAIN), "en").step is Step.CATEGORIES
    ticket = replace(begun, step=Step.TICKET)
    assert speak(ticket, PLAIN, "ar") == replace(ticket, language="ar")


def test_two_touches_ask_for_a_ticket_where_nothing_is_asked() -> None:
    session = touch(speak(Session("ar"), PLAIN, "ar"), PLAIN, "A")
    assert (session.step, session.service, session.visit) == (Step.ISSUING, "A", "v1")


def test_everything_that_is_asked_comes_in_its_order_and_back_again() -> None:
    page = touch(start(Session("ar"), ASKING), ASKING, "T")
    kind = touch(page, ASKING, TAKE)
    wait = touch(kind, ASKING, "company")
    issuing = touch(wait, ASKING, TAKE)
    steps = [session.step for session in (page, kind, wait, issuing)]
    assert steps == [Step.INFORMATION, Step.VISITOR_KIND, Step.LONG_WAIT, Step.ISSUING]
    assert (issuing.visitor_kind, issuing.visit) == (VisitorKind.COMPANY, "v1")
    assert [back(session, ASKING).step for session in (wait, kind, page)] == [
        Step.VISITOR_KIND, Step.INFORMATION, Step.SERVICES
    ]  # fmt: skip
    assert back(issuing, ASKING) == issuing


def test_who_does_not_want_to_wait_sees_the_services_again() -> None:
    wait = touch(start(Session("ar"), ASKING), ASKING, "T", TAKE, "citizen")
    again = touch(wait, ASKING, OTHER)
    assert (again.step, again.service, again.visitor_kind, again.visit) == (Step.SERVICES, None, None, None)
    inside = replace(wait, category="a")
    assert touch(inside, ASKING, OTHER).category == "a"


def test_a_zone_is_entered_by_its_tile_and_left_by_back() -> None:
    inside = touch(start(Session("ar"), ZONED), ZONED, "zone:women")
    assert (inside.step, inside.zone) == (Step.SERVICES, "women")
    assert touch(inside, ZONED, "women-A").step is Step.ISSUING
    outside = back(inside, ZONED)
    assert (outside.step, outside.zone) == (Step.SERVICES, None)
    assert back(outside, ZONED).step is Step.WELCOME


def test_a_zone_is_left_to_the_categories_where_the_main_screen_has_them() -> None:
    conditions = many(ZONED)
    main = start(Session("ar"), conditions)
    assert main.step is Step.CATEGORIES
    inside = touch(main, conditions, "zone:women")
    assert (inside.step, inside.zone) == (Step.SERVICES, "women")
    assert back(inside, conditions).step is Step.CATEGORIES
    category = touch(main, conditions, "a")
    assert (category.step, category.category) == (Step.SERVICES, "a")
    assert back(category, conditions).step is Step.CATEGORIES


def test_priority_is_kept_through_everything_but_a_new_start() -> None:
    asked = replace(start(Session("ar"), ASKING), priority=True)
    assert touch(asked, ASKING, "T", TAKE, "citizen", TAKE).priority
    assert touch(asked, ASKING, "T", TAKE, "citizen", OTHER).priority
    assert not back(asked, ASKING).priority


def test_a_tile_means_nothing_where_there_are_none() -> None:
    for step in (Step.WELCOME, Step.ISSUING, Step.TICKET, Step.REFUSED):
        session = Session("ar", step)
        assert touch(session, PLAIN, "A") == session


def test_no_tickets_left_is_told_without_asking_the_hall() -> None:
    queues = PLAIN.queues
    assert queues is not None
    full = replace(PLAIN, queues=replace(queues, services=tuple(replace(q, quota_left=0) for q in queues.services)))
    told = touch(start(Session("ar"), full), full, "A")
    assert (told.step, told.refusal, told.visit) == (Step.REFUSED, "quota_reached", None)
