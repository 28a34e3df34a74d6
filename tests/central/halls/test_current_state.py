"""Halls now: only fresh words count, strain decides the level, and troubles are named."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from central.halls import heartbeats, inbox
from central.halls.current_state import INBOX_WAIT, HallNow, desk_sites, halls_now
from contracts.centre.inbox_items import RefusedItem
from contracts.centre.sync_api import Heartbeat, LiveAlert, LiveFigures, LiveService
from contracts.words.site_kinds import DESKS
from tests.central.conftest import NOW
from tests.helpers.batches import outbox_of, take


def now_of(engine: Engine, later: timedelta = timedelta(0)) -> HallNow:
    (found,) = halls_now(engine, now=NOW + later)
    return found


def tell(engine: Engine, *waits_s: int, state: str = "open", target_s: int | None = 600) -> None:
    services = tuple(
        LiveService(code, int(wait_s > 0), wait_s, {"en": f"Service {code}"}, target_s)
        for code, wait_s in zip("ABC", waits_s, strict=False)
    )
    figures = LiveFigures(NOW, services, 2, {}, 4, "muscat", "hall", state, {}, (LiveAlert("over_target", "A"),))
    heartbeats.note_live(engine, "1", figures, now=NOW)


def test_a_hall_never_heard_of_is_silent_and_tells_nothing(engine: Engine) -> None:
    found = now_of(engine)
    assert (found.level, found.waiting, found.services, found.troubles) == ("silent", None, (), ("silent",))


@pytest.mark.parametrize(
    ("waits_s", "state", "level"),
    [
        ((0, 600), "open", "calm"), ((601,), "open", "busy"), ((1200, 30), "open", "busy"), ((1201,), "open", "over"),
        ((0,), "closed", "closed"), ((0,), "over", "closed"), ((60,), "over", "calm"), ((), "open", "calm"),
    ],
)  # fmt: skip
def test_the_level_is_the_strain_of_the_service_that_waits_longest(
    engine: Engine, waits_s: tuple[int, ...], state: str, level: str
) -> None:
    tell(engine, *waits_s, state=state)
    assert now_of(engine).level == level


def test_a_call_centre_and_a_social_desk_are_known_as_sites_that_nobody_walks_into(engine: Engine) -> None:
    tell(engine, 0)
    assert (now_of(engine).is_desk, desk_sites(engine)) == (False, frozenset())
    for kind in DESKS:
        heartbeats.note_live(engine, "1", LiveFigures(NOW, (), 2, {}, 4, "muscat", kind, "open"), now=NOW)
        assert (now_of(engine).is_desk, desk_sites(engine)) == (True, {"1"})


def test_what_was_told_two_minutes_ago_is_shown_no_more(engine: Engine) -> None:
    tell(engine, 300, 900)
    fresh = now_of(engine, timedelta(seconds=119))
    assert (fresh.waiting, fresh.longest_wait_s, fresh.counters_open, fresh.counters) == (2, 900, 2, 4)
    assert (fresh.service_name("A", "en"), fresh.service_name("Z", "en")) == ("Service A", "Z")
    assert [one.kind for one in fresh.alerts] == ["over_target"]
    stale = now_of(engine, timedelta(seconds=120))
    assert (stale.level, stale.waiting, stale.alerts, stale.governorate) == ("silent", None, (), "muscat")


def test_what_a_hall_could_not_take_is_a_trouble(engine: Engine) -> None:
    tell(engine, 0)
    bad = RefusedItem(3, "request", "no such topic")
    heartbeats.note_heartbeat(engine, "1", Heartbeat(0, refused=(bad,)), now=NOW)
    assert (now_of(engine).refused, now_of(engine).troubles) == ((bad,), ("inbox",))


def test_an_item_of_the_inbox_that_a_hall_in_contact_does_not_take_is_a_trouble(engine: Engine) -> None:
    number = inbox.put(engine, "1", "survey", "a", {"face": 5}, now=NOW)
    tell(engine, 0)
    assert (now_of(engine).inbox, now_of(engine).troubles) == (inbox.Waiting(1, NOW), ())
    later = INBOX_WAIT + timedelta(seconds=1)
    assert now_of(engine, later).troubles == ("silent",), "of a hall that is silent this says it all"
    heartbeats.note_live(engine, "1", LiveFigures(NOW, (), 2), now=NOW + later)
    assert now_of(engine, later).troubles == ("inbox_stuck",)
    inbox.note_taken(engine, "1", number)
    assert (now_of(engine, later).inbox, now_of(engine, later).troubles) == (None, ())
    heartbeats.note_heartbeat(engine, "1", Heartbeat(0, inbox_problem="item 3 came after item 3"), now=NOW + later)
    assert now_of(engine, later).troubles == ("inbox_stuck",)


def test_troubles_are_named(engine: Engine) -> None:
    outbox = outbox_of()
    outbox.write(b'{"kind":"dance"}')
    take(engine, outbox, 1, 1, sent_at=NOW - timedelta(minutes=5))
    heartbeats.note_heartbeat(engine, "1", Heartbeat(7, 3601), now=NOW)
    tell(engine, 0)
    assert now_of(engine).troubles == ("behind", "clock", "quarantine")
