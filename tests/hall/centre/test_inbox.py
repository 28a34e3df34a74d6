"""What came in elsewhere is taken once, with its number, and what cannot be taken is kept with its reason."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from contracts.centre.inbox_items import CLOSURE, ClosureItem
from contracts.centre.settings_document import InboxItem
from contracts.codec.reader import to_json
from contracts.words.closures import ClosureReason
from hall.centre import inbox
from hall.centre.inbox import PLATFORM, refused_items, take_items
from hall.settings.store import received_from_centre
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread

AT = datetime(2026, 11, 24, 6, tzinfo=UTC)
ASKED = {"external": "BR-77", "subject": "A plot", "directorate": "lands", "topic": "survey"}


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def item(number: int, kind: str = "request", **body: Any) -> InboxItem:
    return InboxItem(number, kind, body or dict(ASKED), AT)


def held(hall: RunningHall) -> int:
    return int(hall.hall.store.reads.read(lambda work, _now: received_from_centre.inbox_held(work.connection)).result())


def test_a_request_of_the_platform_is_registered_once_however_often_it_comes(hall: RunningHall) -> None:
    store = hall.hall.store
    for _ in range(2):
        take_items(store, [item(1)])
    take_items(store, [item(1), item(2)])
    (made,) = good(hall.get("/requests?list=all", "reception"))
    assert (made["external"], made["source"], made["registered_by"]) == ("BR-77", "platform", PLATFORM)
    assert held(hall) == 2
    assert refused_items(store) == ()


@pytest.mark.allow_logs
def test_what_cannot_be_taken_is_kept_with_its_reason_and_the_next_one_is_taken(hall: RunningHall) -> None:
    store = hall.hall.store
    gone = {"code": "c" * 64, "face": 5, "given_at": "2026-11-24T06:00:00Z"}
    take_items(store, [
        item(1, **{**ASKED, "topic": "weather"}), item(2, "dance"), item(3, "survey", **gone), item(4, face=3), item(5),
    ])  # fmt: skip
    assert held(hall) == 5
    assert [(one.number, one.kind) for one in reversed(refused_items(store))] == [
        (1, "request"), (2, "dance"), (3, "survey"), (4, "request"),
    ]  # fmt: skip
    assert "weather" in refused_items(store)[-1].problem
    assert len(good(hall.get("/requests?list=all", "reception"))) == 1


@pytest.mark.allow_logs
@pytest.mark.parametrize("subject", ["A\x00plot", "A \ud800 plot", "A" * 3000])
def test_what_no_database_holds_does_not_hold_up_what_comes_after_it(hall: RunningHall, subject: str) -> None:
    store = hall.hall.store
    take_items(store, [item(1, **{**ASKED, "subject": subject}), item(2)])
    assert held(hall) == 2
    assert [one.number for one in refused_items(store)] == [1]
    assert len(good(hall.get("/requests?list=all", "reception"))) == 1


@pytest.mark.parametrize("sign", ["\u202d", "\u202e"])
def test_hidden_characters_that_turn_letters_are_left_out_of_what_the_centre_sends(
    hall: RunningHall, sign: str
) -> None:
    now = hall.clock.now().at
    until, texts = now + timedelta(hours=5), {"en": f"St{sign}orm"}
    closing = to_json(ClosureItem("storm", now, until, ClosureReason.STORM, "Salma", now, texts))
    asked = {**ASKED, "subject": f"A{sign} plot"}
    take_items(hall.hall.store, [item(1, **asked), item(2, CLOSURE, **closing)])
    assert refused_items(hall.hall.store) == ()
    (made,) = good(hall.get("/requests?list=all", "reception"))
    assert made["subject"] == "A plot"
    (closed,) = hall.hall.store.settings().closures
    assert dict(closed.texts) == {"en": "Storm"}
    assert not hall.post("/visits", "kiosk", {"service": "A"}).ok, "the hall is closed"


@pytest.mark.allow_logs
def test_a_mistake_of_ours_about_one_item_does_not_hold_up_the_next(
    hall: RunningHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("no luck")

    monkeypatch.setattr(inbox, "_CONSUMERS", {**inbox._CONSUMERS, "broken": broken})
    take_items(hall.hall.store, [item(1, "broken"), item(2)])
    assert held(hall) == 2
    assert refused_items(hall.hall.store)[0].problem == "the hall made a mistake: ZeroDivisionError: no luck"
    assert len(good(hall.get("/requests?list=all", "reception"))) == 1


def a_move(hall: RunningHall, number: int, ticket: dict[str, Any], move: str, ago: timedelta) -> InboxItem:
    code = hashlib.sha256(str(ticket["status_url"]).rpartition("#")[2].encode()).hexdigest()
    asked = hall.clock.now().at - ago
    return item(number, "visitor_move", code=code, move=move, asked_at=asked.isoformat().replace("+00:00", "Z"))


def state(hall: RunningHall, ticket: dict[str, Any]) -> str:
    code = str(ticket["status_url"]).rpartition("#")[2]
    return str(good(hall.get("/place", headers={"Visit-Code": code}))["state"])


def test_an_undo_that_was_asked_in_time_and_fetched_late_is_done(hall: RunningHall) -> None:
    store, ticket = hall.hall.store, hall.issue()
    take_items(store, [a_move(hall, 1, ticket, "cancel", timedelta(seconds=20))])
    hall.clock.move_on(seconds=150)
    take_items(store, [a_move(hall, 2, ticket, "undo-cancel", timedelta(seconds=40))])
    assert refused_items(store) == ()
    assert state(hall, ticket) == "waiting"


@pytest.mark.allow_logs
def test_an_undo_that_was_asked_too_late_is_refused_also_by_a_clock_ahead(hall: RunningHall) -> None:
    store, ticket = hall.hall.store, hall.issue()
    take_items(store, [a_move(hall, 1, ticket, "cancel", timedelta(0))])
    hall.clock.move_on(seconds=150)
    for number, ago in ((2, timedelta(seconds=20)), (3, timedelta(seconds=-60))):
        take_items(store, [a_move(hall, number, ticket, "undo-cancel", ago)])
    assert [one.number for one in refused_items(store)] == [3, 2]
    assert state(hall, ticket) == "cancelled"


@pytest.mark.allow_logs
def test_a_move_of_long_ago_is_refused_as_the_page_shows_the_visitor_as_waiting_again(hall: RunningHall) -> None:
    store, ticket = hall.hall.store, hall.issue()
    take_items(store, [a_move(hall, 1, ticket, "cancel", timedelta(hours=1))])
    assert state(hall, ticket) == "waiting"
    assert refused_items(store)[0].problem.startswith("asked_at: a move of a visitor is good for 5 minutes")
