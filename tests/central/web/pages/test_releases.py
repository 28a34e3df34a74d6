"""The page of updates: who has what, and an administrator who gives a release to halls group by group."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from central.access import tokens
from central.halls import registry
from central.halls.heartbeats import note_heartbeat
from central.releases import rollout
from central.releases.files import FOLDER
from central.web.pages.hall_acts.releases import SHOWN_ERRORS
from central.web.texts import load_texts
from contracts.centre.sync_api import DeviceBeat, Heartbeat
from contracts.releases import DeviceUpdate, ReleaseResult
from contracts.words.releases import ReleaseProblem, ReleaseState
from tests.central.web.conftest import Caller
from tests.helpers.releases import SYSTEM, put_release

NOW = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)


def offered(admin: Caller) -> str:
    return "".join(hall for hall in "12" if rollout.offered(admin.centre.engine, hall, SYSTEM))


def beat(admin: Caller, hall: str, app: str, *devices: DeviceBeat) -> None:
    note_heartbeat(admin.centre.engine, hall, Heartbeat(0, app=app, devices=devices), now=datetime.now(UTC))


def press(admin: Caller, what: str, **fields: str) -> int:
    return admin.call("POST", f"/releases/0.3.0/{what}?lang=en", data=fields).status_code


def test_an_administrator_gives_a_release_to_one_hall_then_to_all(admin: Caller) -> None:
    registry.add_hall(admin.centre.engine, "2", {"en": "Nizwa hall"}, now=NOW)
    put_release(admin.centre, "0.3.0")
    beat(admin, "1", "0.2.0", DeviceBeat("kiosk", "kiosk 1", "ok", version="0.2.1"))
    page = admin.call("GET", "/releases?lang=en").text
    assert "Version" in page
    assert 'Kiosk 1: <bdi dir="ltr">0.2.1</bdi>' in page
    assert press(admin, "publish", pilot="1", **{"hall:2": "on"}) == 303
    assert offered(admin) == "1"
    early = admin.call("POST", "/releases/0.3.0/next?lang=en", data={"group": "2"})
    assert (early.status_code, load_texts()["en"]["error_first_hall_waits"] in early.text) == (409, True)
    beat(admin, "1", "0.3.0")
    assert press(admin, "next", group="2") == 303
    assert press(admin, "next", group="2") == 409, "the second press of a button goes no further"
    assert offered(admin) == "12"
    assert (press(admin, "pause"), offered(admin)) == (303, "")
    assert (press(admin, "resume"), offered(admin)) == (303, "12")
    assert (press(admin, "stop"), offered(admin)) == (303, "")
    acts = admin.call("GET", "/acts?lang=en").text
    assert "gave a release to the next group" in acts


def test_the_page_says_why_a_release_was_stopped(admin: Caller) -> None:
    put_release(admin.centre, "0.3.0")
    assert press(admin, "publish", pilot="1") == 303
    result = ReleaseResult(ReleaseState.FAILED, NOW, "it <did> not come up", ReleaseProblem.NOT_STARTED)
    rollout.note_result(admin.centre.engine, "1", "0.3.0", result, now=NOW)
    for language in ("en", "ar"):
        page = admin.call("GET", f"/releases?lang={language}").text
        texts = load_texts()[language]
        (stopped,) = re.findall('<p class="late">(.*)</p>', page)
        assert stopped.startswith(texts["release_stopped_by_hall"])
        assert stopped.endswith(texts["release_why_not_started"])
        assert '<bdi dir="ltr" lang="en">it &lt;did&gt; not come up</bdi>' in page
        assert load_texts()[language]["rollout_stopped"] in page
        assert load_texts()[language]["release_failed"] in page


def test_an_administrator_tries_a_failed_release_again_and_deletes_one_that_no_hall_gets(admin: Caller) -> None:
    file = admin.centre.data / FOLDER / put_release(admin.centre, "0.3.0").name
    assert file.exists()
    assert press(admin, "publish", pilot="1") == 303
    assert press(admin, "remove") == 409, "halls get it"
    result = ReleaseResult(ReleaseState.FAILED, NOW, "no power", ReleaseProblem.POWER_LOST)
    rollout.note_result(admin.centre.engine, "1", "0.3.0", result, now=NOW)
    for language, texts in load_texts().items():
        page = admin.call("GET", f"/releases?lang={language}").text
        assert texts["release_retry_sure"] in page
        assert texts["release_remove_sure"] in page
    assert (press(admin, "retry"), offered(admin)) == (303, "1")
    assert press(admin, "retry") == 409, "the second press of a button changes nothing"
    assert "/releases/0.3.0/retry" not in admin.call("GET", "/releases?lang=en").text
    assert press(admin, "stop") == 303
    assert (press(admin, "remove"), file.exists()) == (303, False)
    assert (press(admin, "remove"), press(admin, "retry")) == (404, 404)
    assert admin.call("POST", "/releases/%00/remove", data={}).status_code == 404
    acts = admin.call("GET", "/acts?lang=en").text
    assert "gave a stopped release to halls again" in acts
    assert "removed a release" in acts


def test_refusals_are_sentences_in_both_languages(admin: Caller) -> None:
    put_release(admin.centre, "0.3.0")
    assert press(admin, "publish", pilot="9") == 422
    assert press(admin, "stop") == 409
    assert press(admin, "next") == 409
    assert press(admin, "dance") == 303
    assert admin.call("POST", "/releases/7.7.7/stop", data={}).status_code == 404
    for language in load_texts().values():
        assert all(f"error_{code}" in language.words for code in SHOWN_ERRORS)
        assert all(f"release_why_{code}" in language.words for code in (*ReleaseProblem, "other"))


def test_a_reader_sees_the_page_without_buttons_and_changes_nothing(admin: Caller) -> None:
    put_release(admin.centre, "0.3.0")
    token = tokens.new_reader_token(admin.centre.engine, "analyst", now=datetime.now(UTC))
    page = admin.call("GET", "/releases?lang=en", token=token)
    assert (page.status_code, "/releases/0.3.0/" in page.text) == (200, False)
    for what in ("publish", "retry", "remove"):
        assert admin.refused("POST", f"/releases/0.3.0/{what}", token=token, data={"pilot": "1"})[0] == 403


def test_the_page_says_on_which_device_a_release_failed_and_who_has_what(admin: Caller) -> None:
    put_release(admin.centre, "0.3.0")
    update = DeviceUpdate("0.3.0", ReleaseState.FAILED, NOW, ReleaseProblem.NOT_STARTED, "it <did> not come up")
    counter = DeviceBeat("counter", "counter 3", "ok", version="0.2.0+29a99d66")
    beat(admin, "1", "0.3.0", DeviceBeat("kiosk", "kiosk 1", "ok", version="0.2.0", update=update), counter)
    for language, texts in load_texts().items():
        page = admin.call("GET", f"/releases?lang={language}").text
        assert texts["release_devices_failed"] in page
        assert texts["release_why_not_started"] in page
        assert f'<bdi dir="ltr">0.3.0</bdi> {texts["device_failed"]}' in page
        assert "it &lt;did&gt; not come up" in page
        assert '<bdi dir="ltr">0.2.0+29a99d66</bdi>' in page
