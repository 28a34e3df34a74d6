"""The page of the moon: what changes is shown first, every hall gets the act once, and it is undone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from central.halls import heartbeats, inbox, settings
from common.clock.hijri import offset_to_begin
from contracts.centre.inbox_items import MOON, MOON_BACK, MoonItem, RefusedItem
from contracts.centre.settings_document import CentreValue
from contracts.centre.sync_api import Heartbeat
from contracts.codec.reader import from_json
from contracts.words.moon import FIRST_DAYS
from tests.central.web.conftest import Caller
from tests.helpers.lived_centre import fill


def tomorrow() -> str:
    return f"{datetime.now(ZoneInfo('Asia/Muscat')) + timedelta(days=1):%Y-%m-%d}"


@pytest.fixture
def lived(admin: Caller) -> Caller:
    fill(admin.centre.engine, datetime.now(UTC), days=0)
    return admin


def test_what_changes_is_shown_first_and_every_hall_gets_it_once(lived: Caller) -> None:
    form = {"event": "eid_adha", "begins": tomorrow()}
    page = lived.call("POST", "/moon/check?lang=en", data=form).text
    assert "Eid al-Adha begins on" in page
    assert inbox.after(lived.centre.engine, "mct", 0) == []
    halls = page.partition('name="halls" value="')[2].partition('"')[0]
    assert "mct" in halls.split(",")
    for _ in range(2):
        assert (
            lived.call("POST", "/moon?lang=en", data={**form, "halls": halls, "act": "m1", "far": "yes"}).status_code
            == 303
        )
    item = from_json(MoonItem, dict(inbox.after(lived.centre.engine, "mct", 0)[0].body))
    assert (item.last - item.first).days == 3
    assert lived.call("POST", "/moon/m1/end?lang=en").status_code == 303
    assert [one.kind for one in inbox.after(lived.centre.engine, "mct", 0)] == [MOON, MOON_BACK]
    assert "Undone by" in lived.call("GET", "/moon?lang=en").text


def test_back_keeps_what_was_filled_in(lived: Caller) -> None:
    form = {
        "event": "ramadan",
        "begins": tomorrow(),
        "source": "Oman TV",
        "doors": "08:30",
        "halls": "mct",
        "back": "yes",
    }
    page = lived.call("POST", "/moon/check?lang=en", data=form).text
    assert "Set this in the halls?" not in page
    assert 'value="ramadan" selected' in page
    for name, value in (("source", "Oman TV"), ("doors", "08:30")):
        assert re.search(rf'name="{name}"[^>]* value="{value}"', page), name
    assert 'name="hall_mct" checked' in page
    assert page.count(" checked") == 1
    assert "<details open>" in page


def test_a_day_far_from_the_printed_one_is_taken_only_with_a_tick(lived: Caller) -> None:
    day = date.fromisoformat(tomorrow())
    event = next(one for one, begins in FIRST_DAYS.items() if offset_to_begin(day, *begins) is None)
    form = {"event": event.value, "begins": f"{day}", "halls": "mct", "act": "m1"}
    assert 'name="far" value="yes" required' in lived.call("POST", "/moon/check?lang=en", data=form).text
    answer = lived.call("POST", "/moon?lang=en", data=form)
    assert (answer.status_code, "Check the month" in answer.text) == (422, True)
    assert inbox.after(lived.centre.engine, "mct", 0) == []


def test_a_hall_whose_hours_are_locked_from_here_is_marked_before_the_act_is_sent(lived: Caller) -> None:
    now = datetime.now(UTC)
    settings.publish(lived.centre.engine, "mct", {"hours": CentreValue({}, locked=True)}, by="Salma", now=now)
    settings.publish(lived.centre.engine, "seeb", {"hours": CentreValue({})}, by="Salma", now=now)
    form = {"event": "ramadan", "begins": tomorrow(), "halls": "mct,seeb"}
    assert lived.call("POST", "/moon/check?lang=en", data=form).text.count("hours locked by the centre") == 1


def test_an_undo_that_a_hall_refused_is_not_shown_as_undone(lived: Caller) -> None:
    engine = lived.centre.engine
    lived.call(
        "POST",
        "/moon?lang=en",
        data={"event": "eid_adha", "begins": tomorrow(), "halls": "mct,seeb", "act": "m1", "far": "yes"},
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
        (
            dict.fromkeys(("first_ticket", "counters_open", "last_ticket", "closing"), "10:00")
            | {"doors": "09:00+04:00"},
            "all five times",
        ),
    ],
)
def test_what_cannot_be_says_why(lived: Caller, wrong: dict[str, str], says: str) -> None:
    answer = lived.call("POST", "/moon/check?lang=en", data={"event": "ramadan", "begins": tomorrow(), **wrong})
    assert answer.status_code == 422
    assert says in answer.text
