"""The visitor's page at the ministry's address, over HTTP and in a browser."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from central.errors import BusyError
from central.halls.visit_places import CUT_OFF, code_hash, note_places
from central.web.pages.visitor import MOVES_OF_CODE, OF_ADDRESS, OF_CODE, Limits
from central.web.rate_limit import Shares
from contracts.codec.reader import to_json
from contracts.queue.answers import NewestCall
from contracts.queue.places import PlacedVisit, Places
from contracts.surveys.answers import SurveyView
from tests.central.web.conftest import Caller
from tests.helpers.axe import violations
from tests.helpers.replacing import replace

CODE = "abcdefghijklmnopqrstuv"
WITH_CODE = {"headers": {"Visit-Code": CODE}}


def places(state: str = "waiting", **more: object) -> Places:
    names = {"ar": "قاعة مسقط", "en": "Muscat hall"}
    visit = PlacedVisit(code_hash(CODE), "A047", "A", state, 3, 300, 400, 600, **more)  # type: ignore[arg-type]
    return Places(datetime.now(UTC), "western", names, {"A": {"ar": "الأراضي", "en": "Lands"}}, (visit,))


def test_the_hall_tells_the_places_and_the_visitor_reads_the_own_one(hall: Caller) -> None:
    answer = hall.call("PUT", "/v1/halls/1/places", json=to_json(places()))
    assert answer.status_code == 204
    told = hall.call("GET", "/h/1/place", token="", **WITH_CODE).json()
    assert (told["ticket"], told["people_ahead"], told["wait"]["high_s"], told["cut_off"]) == ("A047", 3, 600, False)
    assert told["service_names"]["en"] == "Lands"
    assert hall.refused("GET", "/h/1/place", headers={"Visit-Code": "wrong"}) == (404, "code_unknown")
    assert hall.refused("GET", "/h/9/t") == (404, "hall_unknown")
    assert hall.refused("PUT", "/v1/halls/1/places", token="x", json=to_json(places()))[0] == 401


def test_an_answer_is_taken_once_the_visit_has_ended(hall: Caller) -> None:
    hall.call("PUT", "/v1/halls/1/places", json=to_json(places()))
    given = {"face": 5}
    assert hall.refused("POST", "/h/1/place/survey", json=given, **WITH_CODE) == (409, "survey_early")
    ended = SurveyView(True, datetime.now(UTC) + timedelta(hours=48))
    hall.call("PUT", "/v1/halls/1/places", json=to_json(places("finished", survey=ended)))
    assert hall.call("POST", "/h/1/place/survey", json=given, **WITH_CODE).json()["face"] == 5
    (item,) = hall.call("GET", "/v1/halls/1/inbox").json()["items"]
    assert (item["kind"], item["body"]["face"]) == ("survey", 5)
    long = {"face": 5, "words": "x" * 201}
    assert hall.refused("POST", "/h/1/place/survey", json=long, **WITH_CODE) == (422, "invalid")
    unstorable = {"face": 5, "words": "half of a pair: \ud83d"}
    assert hall.refused("POST", "/h/1/place/survey", json=unstorable, **WITH_CODE) == (422, "invalid")


def test_a_move_goes_down_by_the_inbox_and_is_shown_as_asked_until_the_hall_tells(hall: Caller) -> None:
    hall.call("PUT", "/v1/halls/1/places", json=to_json(places()))
    late = hall.call("POST", "/h/1/place/late", token="", **WITH_CODE).json()
    assert (late["late"], late["asked"]) == (True, True)
    assert hall.refused("POST", "/h/1/place/late", **WITH_CODE) == (409, "already_so")
    hall.call("PUT", "/v1/halls/1/places", json=to_json(places(late=True)))
    told = hall.call("GET", "/h/1/place", token="", **WITH_CODE).json()
    assert (told["late"], told["asked"]) == (True, False), "the hall tells the same"
    gone = hall.call("POST", "/h/1/place/cancel", **WITH_CODE).json()
    assert (gone["state"], gone["asked"]) == ("cancelled", True)
    assert 0 < gone["undo_s"] <= 60
    assert hall.refused("POST", "/h/1/place/in-time", **WITH_CODE) == (409, "not_waiting")
    back = hall.call("POST", "/h/1/place/undo-cancel", **WITH_CODE).json()
    assert back["state"] == "waiting"
    items = hall.call("GET", "/v1/halls/1/inbox").json()["items"]
    assert [(one["kind"], one["body"]["move"]) for one in items] == [
        ("visitor_move", "late"), ("visitor_move", "cancel"), ("visitor_move", "undo-cancel"),
    ]  # fmt: skip


def test_a_move_that_the_place_does_not_allow_is_refused_and_goes_nowhere(hall: Caller) -> None:
    hall.call("PUT", "/v1/halls/1/places", json=to_json(places("called")))
    for move, code in (("late", "not_waiting"), ("cancel", "not_waiting"), ("undo-cancel", "nothing_to_undo")):
        assert hall.refused("POST", f"/h/1/place/{move}", **WITH_CODE) == (409, code)
    hall.call("PUT", "/v1/halls/1/places", json=to_json(places()))
    assert hall.refused("POST", "/h/1/place/in-time", **WITH_CODE) == (409, "nothing_to_undo")
    assert hall.refused("POST", "/h/1/place/late", headers={"Visit-Code": "wrong"}) == (404, "code_unknown")
    assert hall.call("GET", "/v1/halls/1/inbox").json()["items"] == []


def test_a_hall_that_is_cut_off_takes_no_moves(hall: Caller) -> None:
    note_places(hall.centre.engine, "1", places(), now=datetime.now(UTC) - CUT_OFF - timedelta(seconds=5))
    assert hall.refused("POST", "/h/1/place/cancel", **WITH_CODE) == (409, "hall_away")
    assert hall.call("GET", "/v1/halls/1/inbox").json()["items"] == []


def test_the_same_move_again_and_again_waits(hall: Caller) -> None:
    hall.call("PUT", "/v1/halls/1/places", json=to_json(places("called")))
    for _ in range(MOVES_OF_CODE):
        assert hall.refused("POST", "/h/1/place/cancel", **WITH_CODE)[1] == "not_waiting"
    assert hall.refused("POST", "/h/1/place/cancel", **WITH_CODE) == (429, "too_many_tries")


def test_the_page_has_the_pictogram_and_the_newest_call_of_the_hall(page: Page, hall: Caller) -> None:
    told = replace(
        places(),
        pictograms={"A": "house"},
        newest_calls={"A": NewestCall("A044", 3, stands=True)},
    )
    note_places(hall.centre.engine, "1", told, now=datetime.now(UTC))
    for language in ("en", "ar", "ur"):
        page.goto(f"{hall.centre.url}/h/1/t?lang={language}#{CODE}")
        expect(page.locator("#calling-ticket")).to_have_text("A044")
        expect(page.locator("#pictogram use")).to_have_attribute("href", "/static/common/signs.svg#house")
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert violations(page) == []
        page.goto("about:blank")


def test_a_page_that_asks_too_often_waits(hall: Caller) -> None:
    for _ in range(OF_CODE):
        hall.call("GET", "/h/1/place", **WITH_CODE)
    assert hall.refused("GET", "/h/1/place", **WITH_CODE) == (429, "too_many_tries")
    assert OF_ADDRESS >= 100 * 10, "a hundred visitors behind one address, each of whose pages asks ten times a minute"


def test_made_up_codes_push_nobodys_count_out() -> None:
    """The limits remember 10,000 codes: beyond an address's share those from there are none of them."""
    limits, now = Limits(of_code=Shares(2, most=25), of_address=Shares(20)), datetime.now(UTC)
    for _ in range(2):
        limits.count(CODE, "192.0.2.1", now)
    for at in range(20):
        limits.count(f"made-up-{at}", "192.0.2.2", now)
    for at in range(20, 30):
        with pytest.raises(BusyError):
            limits.count(f"made-up-{at}", "192.0.2.2", now)
    with pytest.raises(BusyError):
        limits.count(CODE, "192.0.2.1", now)


def test_a_phone_that_asked_too_often_is_told_so_and_not_that_the_hall_is_cut_off(page: Page, hall: Caller) -> None:
    for _ in range(OF_CODE):
        hall.call("GET", "/h/1/place", **WITH_CODE)
    page.goto(f"{hall.centre.url}/h/1/t?lang=en#{CODE}")
    expect(page.locator("#status")).to_contain_text("Too many requests")


def test_on_a_phone_the_place_is_shown_with_its_age_and_the_cut_is_told(page: Page, hall: Caller) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    note_places(hall.centre.engine, "1", places(), now=datetime.now(UTC))
    for language, name in (("ar", "قاعة مسقط"), ("en", "Muscat hall")):
        page.goto(f"{hall.centre.url}/h/1/t?lang={language}#{CODE}")
        expect(page.locator("#hall-name")).to_have_text(name)
        expect(page.locator("#ticket")).to_have_text("A047")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        page.goto("about:blank")
    note_places(hall.centre.engine, "1", places(), now=datetime.now(UTC) - CUT_OFF - timedelta(seconds=5))
    page.goto(f"{hall.centre.url}/h/1/t?lang=en#{CODE}")
    expect(page.locator("#status")).to_contain_text("Connection lost")
