"""The page that closes halls: whom it touches is shown first, each hall gets it once, and it is taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from central.halls import inbox
from central.store.tables.rollups import centre_act
from contracts.centre.inbox_items import CLOSURE, CLOSURE_END
from tests.central.web.conftest import Caller
from tests.helpers.lived_centre import fill


def form(**more: str) -> dict[str, str]:
    until = datetime.now(UTC) + timedelta(days=2)
    return {"reason": "storm", "ar": "ابقوا في بيوتكم", "until_day": f"{until:%Y-%m-%d}", "until_time": "08:00", **more}


@pytest.fixture
def lived(admin: Caller) -> Caller:
    fill(admin.centre.engine, datetime.now(UTC), days=0)
    return admin


def kinds(caller: Caller, hall: str = "mct") -> list[str]:
    return [item.kind for item in inbox.after(caller.centre.engine, hall, 0)]


def test_the_effect_is_shown_before_anything_happens(lived: Caller) -> None:
    page = lived.call("POST", "/closures/check?lang=en", data=form(hall_mct="on")).text
    assert "Close these halls?" in page
    assert "ابقوا في بيوتكم" in page
    assert kinds(lived) == []


def test_each_hall_gets_a_closure_once_and_it_is_taken_back(lived: Caller) -> None:
    sent = form(halls="mct", closure="c1")
    for _ in range(2):
        answer = lived.call("POST", "/closures?lang=en", data=sent)
        assert answer.status_code == 303
    assert kinds(lived) == [CLOSURE]
    page = lived.call("GET", answer.headers["Location"]).text
    assert "not received yet" in page
    inbox.note_taken(lived.centre.engine, "mct", inbox.after(lived.centre.engine, "mct", 0)[0].number)
    assert "received" in lived.call("GET", "/closures?lang=en").text
    assert lived.call("POST", "/closures/c1/end?lang=en").status_code == 303
    assert kinds(lived) == [CLOSURE, CLOSURE_END]
    assert "Opened again by" in lived.call("GET", "/closures?lang=en").text
    with lived.centre.engine.connect() as connection:
        acts = set(connection.execute(select(centre_act.c.action)).scalars())
    assert {"hall_closed", "hall_opened_again"} <= acts


@pytest.mark.parametrize("sign", ["\u202d", "\u202e"])
def test_the_words_go_to_halls_without_hidden_characters_that_turn_letters(lived: Caller, sign: str) -> None:
    sent = form(halls="mct", closure="c1", ar=f"ابقوا {sign}في بيوتكم", en=f"{sign}Stay at home")
    assert lived.call("POST", "/closures?lang=en", data=sent).status_code == 303
    (item,) = inbox.after(lived.centre.engine, "mct", 0)
    assert item.body["texts"] == {"ar": "ابقوا في بيوتكم", "en": "Stay at home"}


def test_a_governorate_is_all_its_halls(lived: Caller) -> None:
    page = lived.call("POST", "/closures/check?lang=en", data=form(place_muscat="on")).text
    assert 'name="halls" value="' in page
    assert "mct" in page.partition('name="halls" value="')[2].partition('"')[0].split(",")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({}, "at least one hall"),
        ({"hall_mct": "on", "reason": "rain"}, "Choose a reason"),
        ({"hall_mct": "on", "until_day": "2020-01-01"}, "open again"),
        ({"hall_mct": "on", "until_time": ""}, "open again"),
        ({"hall_mct": "on", "first_day": "2026-13-01"}, "or neither for now"),
        ({"hall_mct": "on", "en": "x" * 141}, "too long"),
    ],
)
def test_what_cannot_be_a_closure_says_why_and_keeps_what_was_written(
    lived: Caller, wrong: dict[str, str], says: str
) -> None:
    answer = lived.call("POST", "/closures/check?lang=en", data=form(**wrong))
    assert answer.status_code == 422
    assert says in answer.text
    assert "ابقوا في بيوتكم" in answer.text


def test_only_who_may_act_closes_halls(lived: Caller) -> None:
    assert lived.refused("POST", "/closures", token="", data=form()) == (401, "token_missing")
    assert lived.refused("POST", "/closures/x/end") == (404, "no_such_path")
