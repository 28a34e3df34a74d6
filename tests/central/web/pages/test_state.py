"""Connection and quarantine: trouble first, released by those who may act, and by nobody's foreign page."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from sqlalchemy import insert

from central.access import tokens
from central.audit.staff_acts import held
from central.maintenance.cleanup import CHORE
from central.store.tables.rollups import chore_run
from common.version import release
from tests.central.web.conftest import Caller
from tests.helpers.batches import outbox_of, take
from tests.helpers.lived_centre import fill


def poison(caller: Caller) -> int:
    outbox = outbox_of()
    outbox.write(b'{"kind":"dance","text":"<script>"}')
    take(caller.centre.engine, outbox, 1, 1, now=datetime.now(UTC))
    return held(caller.centre.engine)[0].id


def test_halls_in_trouble_come_first_and_say_which(hall: Caller) -> None:
    fill(hall.centre.engine, datetime.now(UTC), days=1, many=1)
    page = hall.call("GET", "/state?lang=en").text
    assert page.index("Duqm hall") < page.index("Salalah hall")
    assert "clock is wrong" in page
    assert "+184.0" in page


def test_the_last_cleanup_is_shown_with_what_went_wrong(hall: Caller) -> None:
    page = hall.call("GET", "/state?lang=en").text
    assert "runs for the first time tonight" in page
    assert "deleted at night after 10 years" in page
    engine, now = hall.centre.engine, datetime.now(UTC)
    with engine.begin() as connection:
        connection.execute(insert(chore_run).values(chore=CHORE, ran_at=now, problem="visits: no <room>"))
    page = hall.call("GET", "/state?lang=en").text
    for said in ("needs attention", "visits: no &lt;room&gt;"):
        assert said in page, said
    assert hall.call("GET", "/healthz").json() == {"state": "ok", "cleanup": "failed", "version": release()}
    arabic = hall.call("GET", "/state").text
    assert "يحتاج إلى معالجة" in arabic
    assert "بعد 10 سنوات" in re.sub("[\u2066-\u2069]", "", arabic)


def test_what_is_held_is_shown_as_text_and_set_aside(admin: Caller) -> None:
    entry = poison(admin)
    page = admin.call("GET", "/quarantine?lang=en").text
    assert "no kind &#39;dance&#39;" in page
    assert "&lt;script&gt;" in page
    again = admin.call("POST", f"/quarantine/{entry}/read-again?lang=en")
    assert again.headers["Location"] == "/quarantine?lang=en&told=still_bad"
    assert admin.refused("POST", f"/quarantine/{entry}/set-aside", headers={"Origin": "http://elsewhere"}) == (
        403, "foreign_page",
    )  # fmt: skip
    aside = admin.call("POST", f"/quarantine/{entry}/set-aside?lang=en", headers={"Origin": admin.centre.url})
    assert "was excluded" in admin.call("GET", aside.headers["Location"]).text
    assert admin.refused("POST", f"/quarantine/{entry}/set-aside") == (404, "not_held")


def test_a_reader_looks_and_only_who_acts_may_act(stranger: Caller) -> None:
    stranger.centre.enrol()
    entry = poison(stranger)
    path = f"/quarantine/{entry}/set-aside"
    assert stranger.refused("POST", path) == (401, "token_missing")
    reader = tokens.new_reader_token(stranger.centre.engine, "analyst", now=datetime.now(UTC))
    assert stranger.call("GET", "/quarantine", token=reader).status_code == 200
    assert stranger.refused("POST", path, token=reader) == (403, "not_an_administrator")
    acts = tokens.new_reader_token(stranger.centre.engine, "Salim", now=datetime.now(UTC), acts=True)
    assert stranger.call("POST", path, token=acts).status_code == 303
    for page in ("/state", "/quarantine"):
        assert stranger.call("GET", page).status_code == 303
