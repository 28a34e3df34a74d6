"""The page of the moon: what changes is shown first, every hall gets the act once, and it is undone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from central.halls import heartbeats, inbox
from contracts.centre.inbox_items import MOON, MOON_BACK, MoonItem, RefusedItem
from contracts.centre.sync_api import Heartbeat
from contracts.codec.reader import from_json
from tests.central.web.conftest import Caller
from tests.helpers.lived_centre import fill


def tomorrow() -> str:
    return f"{datetime.now(ZoneInfo('Asia/Muscat')) + timedelta(days=1):%Y-%m-%d}"


@pytest.fixture
def lived(admin: Caller) -> Caller:
    fill(admin.centre.engine, datetime.now(UTC), days=1, many=2)
    return admin


def test_what_changes_is_shown_first_and_every_hall_gets_it_once(lived: Caller) -> None:
    form = {"event": "eid_adha", "begins": tomorrow()}
    page = lived.call("POST", "/moon/check?lang=en", data=form).text
    assert "Eid al-Adha begins on" in page
    assert inbox.after(lived.centre.engine, "mct", 0) == []
    halls = page.partition('name="halls" value="')[2].partition('"')[0]
    assert "mct" in halls.split(",")
    for _ in range(2):
        assert lived.call("POST", "/moon?lang=en", data={**form, "halls": halls, "act": "m1"}).status_code == 303
    item = from_json(MoonItem, dict(inbox.after(lived.centre.engine, "mct", 0)[0].body))
    assert (item.last - item.first).days == 3
    assert lived.call("POST", "/moon/m1/end?lang=en").status_code == 303
    assert [one.kind for one in inbox.after(lived.centre.engine, "mct", 0)] == [MOON, MOON_BACK]
    assert "Undone by" in lived.call("GET", "/moon?lang=en").text


def test_an_undo_that_a_hall_refused_is_not_shown_as_undone(lived: Caller) -> None:
    engine = lived.centre.engine
    lived.call(
        "POST", "/moon?lang=en", data={"event": "eid_adha", "begins": tomorrow(), "halls": "mct,seeb", "act": "m1"}
    )
    lived.call("POST", "/moon/m1/end?lang=en")
    items = inbox.after(engine, "mct", 0)
    problem = "changed since: hours"
    refused = RefusedItem(items[-1].number, MOON_BACK, problem)
    heartbeats.note_heartbeat(engine, "mct", Heartbeat(0, refused=(refused,)), now=datetime.now(UTC))
    page = lived.call("GET", "/moon?lang=en").text
    assert problem in page
    assert page.count("undo refused") == 1
    assert "Undone by" not in page
    assert "Asked to undo it:" in page


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"event": "easter"}, "Choose what begins"),
        ({"begins": "2020-01-01"}, "Choose tomorrow"),
        ({"first": "2026-01-01"}, "31 days at most"),
        ({"doors": "09:00"}, "all five times"),
    ],
)
def test_what_cannot_be_says_why(lived: Caller, wrong: dict[str, str], says: str) -> None:
    answer = lived.call("POST", "/moon/check?lang=en", data={"event": "ramadan", "begins": tomorrow(), **wrong})
    assert answer.status_code == 422
    assert says in answer.text
