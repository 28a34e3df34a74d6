"""The axes page: what is not recorded says so, and training hours come in by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from tests.central.web.conftest import Caller
from tests.helpers.lived_centre import fill

MUSCAT = ZoneInfo("Asia/Muscat")


def test_training_hours_entered_stand_on_the_page_and_nonsense_is_refused(admin: Caller) -> None:
    fill(admin.centre.engine, datetime.now(UTC), days=1, many=2)
    assert admin.call("GET", "/axes?lang=en").text.count("not yet recorded") == 15
    form = {"hall": "mct", "month": f"{datetime.now(MUSCAT):%Y-%m}", "hours": "12", "people": "3"}
    answer = admin.call("POST", "/axes/training?lang=en", data=form)
    page = admin.call("GET", answer.headers["Location"]).text
    assert page.count("not yet recorded") == 13
    assert "<dd>12</dd>" in page
    for wrong in ({"hours": "many"}, {"month": "2026"}, {"hours": "-1"}):
        assert admin.refused("POST", "/axes/training", data={**form, **wrong}) == (422, "invalid")
    assert admin.refused("POST", "/axes/training", data={**form, "hall": "x"}) == (404, "hall_unknown")


def test_strangers_see_and_enter_nothing(stranger: Caller) -> None:
    assert stranger.call("GET", "/axes").status_code == 303
    assert stranger.refused("POST", "/axes/training", data={}) == (401, "token_missing")
