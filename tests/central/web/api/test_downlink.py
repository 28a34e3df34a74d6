"""What halls fetch: settings signed for their own token, their inbox, any hall's request; nobody else's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from central.access import tokens
from central.access.centre_key import load_key
from central.halls import inbox, settings
from central.halls.settings_key import settings_key
from contracts.centre.settings_document import CentreValue, SettingsReport, SignedSettings, opened
from contracts.codec.reader import from_json, to_json
from tests.central.web.conftest import Caller

NOW = datetime.now(UTC)


def test_settings_are_fetched_once_signed_and_answered(hall: Caller) -> None:
    assert hall.call("GET", "/v1/halls/1/settings").status_code == 204
    settings.publish(hall.centre.engine, "1", {"digits": CentreValue("western", locked=True)}, by="Salma", now=NOW)
    answer = hall.call("GET", "/v1/halls/1/settings?after=0")
    key = load_key(hall.centre.keys)
    document = opened(from_json(SignedSettings, answer.json()), hall="1", key=settings_key(key, "1", hall.token))
    assert (document.version, document.values["digits"].locked) == (1, True)
    assert hall.call("GET", "/v1/halls/1/settings?after=1").status_code == 204
    told = to_json(SettingsReport(1, "refused", NOW, "digits: no"))
    assert hall.call("POST", "/v1/halls/1/settings/told", json=told).status_code == 204
    state = settings.state_of(hall.centre.engine, "1")
    assert state.told is not None
    assert (state.told.state, state.told.problem) == ("refused", "digits: no")


def test_the_inbox_is_told_after_a_number(hall: Caller) -> None:
    first, *others = [inbox.put(hall.centre.engine, "1", "survey", key, {"key": key}, now=NOW) for key in "abc"]
    items = hall.call("GET", f"/v1/halls/1/inbox?after={first}").json()["items"]
    assert [(item["number"], item["body"]["key"]) for item in items] == list(zip(others, "bc", strict=True))
    assert hall.call("GET", "/v1/halls/1/inbox?after=-1").status_code == 422


def test_what_a_visitor_wrote_is_forgotten_once_the_hall_asks_after_it(hall: Caller) -> None:
    number = inbox.put(hall.centre.engine, "1", "survey", "a", {"words": "w"}, now=NOW - inbox.WORDS_FOR)
    assert hall.call("GET", "/v1/halls/1/inbox").json()["items"][0]["body"]["words"] == "w"
    hall.call("GET", f"/v1/halls/1/inbox?after={number}")
    assert inbox.after(hall.centre.engine, "1", 0)[0].body["words"] is None


def test_a_request_nobody_knows_is_a_404_with_its_code(hall: Caller) -> None:
    answer = hall.call("GET", "/v1/requests/M1-26-000001")
    assert (answer.status_code, answer.json()["code"]) == (404, "request_unknown")


@pytest.mark.parametrize("path", ["settings", "inbox"])
def test_what_is_another_halls_is_not_told(hall: Caller, path: str) -> None:
    hall.centre.enrol("2")
    answer = hall.call("GET", f"/v1/halls/2/{path}")
    assert (answer.status_code, answer.json()["code"]) == (403, "foreign_hall")


def test_without_a_token_nothing_is_told(hall: Caller) -> None:
    answer = hall.call("GET", "/v1/requests/M1-26-000001", headers={"Authorization": ""})
    assert answer.status_code == 401


def test_the_platform_brings_a_request_once_and_nobody_else_does(hall: Caller) -> None:
    platform = tokens.new_platform_token(hall.centre.engine, "platform", now=NOW)
    asked = {"external": "BR-77", "subject": "A plot", "directorate": "lands"}
    answers = [hall.call("POST", "/v1/halls/1/intake", token=platform, json=asked) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [202, 202]
    assert answers[0].json()["number"] == answers[1].json()["number"]
    (item,) = inbox.after(hall.centre.engine, "1", 0)
    assert (item.kind, item.body["external"], item.body["topic"]) == ("request", "BR-77", "other")
    other = {**asked, "subject": "Another plot"}
    assert hall.refused("POST", "/v1/halls/1/intake", token=platform, json=other) == (409, "key_taken")
    assert hall.refused("POST", "/v1/halls/1/intake", json=asked) == (403, "not_the_platform")
    empty = {**asked, "external": " "}
    assert hall.refused("POST", "/v1/halls/1/intake", token=platform, json=empty) == (422, "invalid")
    assert hall.refused("POST", "/v1/halls/9/intake", token=platform, json=asked)[0] == 404
