"""For the public: waits without a token, cached, limited, and nothing that is stale or personal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine

from central.errors import BusyError
from central.halls import heartbeats, registry
from central.halls.current_state import halls_now
from central.web.pages.public import A_MINUTE, PublicHalls, public_hall
from contracts.centre.sync_api import LiveFigures, LiveService
from tests.central.conftest import NOW
from tests.central.web.conftest import Caller, stopped_centre
from tests.helpers.lived_centre import SILENT, fill, fill_desk


def test_everybody_reads_each_halls_hours_services_and_wait(stranger: Caller) -> None:
    fill(stranger.centre.engine, datetime.now(UTC), days=1, many=1)
    answer = stranger.call("GET", "/v1/public/halls")
    assert answer.headers["Cache-Control"] == "public, max-age=10"
    found = {one["hall"]: one for one in answer.json()["halls"]}
    lands = found["slh"]["services"][0]
    assert (found["slh"]["state"], found["slh"]["hours"]["last_ticket"]) == ("open", "13:30")
    assert (lands["wait_from_min"], lands["wait_to_min"], lands["open"]) == (8, 18, True)
    assert found["ibi"]["state"] == "closed"
    silent = found[SILENT]
    assert (silent["state"], silent["waiting"], silent["services"][0]["wait_to_min"]) == ("unknown", None, None)
    page = stranger.call("GET", "/public?lang=en&governorate=dhofar").text
    assert "Salalah hall" in page
    assert "Sohar hall" not in page
    assert "8 to 18 min" in page
    assert "من 8 إلى 18 دقيقة" in stranger.call("GET", "/public?lang=ar&governorate=dhofar").text


def asked_for(caller: Caller, address: str) -> int:
    return caller.call("GET", "/v1/public/halls", headers={"X-Forwarded-For": address}).status_code


def test_behind_a_proxy_each_callers_own_address_has_its_share(tmp_path: Path) -> None:
    with stopped_centre(tmp_path, trusted_proxy=frozenset({"127.0.0.1"})) as (caller, _):
        assert [asked_for(caller, "192.0.2.1") for _ in range(A_MINUTE + 1)] == [200] * A_MINUTE + [429]
        assert asked_for(caller, "192.0.2.2") == 200


def test_where_no_proxy_is_named_an_address_cannot_be_made_up(tmp_path: Path) -> None:
    with stopped_centre(tmp_path) as (caller, _):
        answers = [asked_for(caller, f"192.0.2.{number}") for number in range(A_MINUTE + 1)]
    assert answers == [200] * A_MINUTE + [429]


def test_nobody_is_sent_to_a_call_centre(stranger: Caller) -> None:
    fill_desk(stranger.centre.engine, datetime.now(UTC))
    assert stranger.call("GET", "/v1/public/halls").json()["halls"] == []


def test_a_premium_hall_stands_on_no_public_page_unless_it_says_so(stranger: Caller) -> None:
    engine, now = stranger.centre.engine, datetime.now(UTC)
    for code, public in (("investors", False), ("open-house", True)):
        registry.add_hall(engine, code, {"ar": "قاعة", "en": f"Hall {code}"}, now=now)
        figures = LiveFigures(now, names={"en": f"Hall {code}"}, site_kind="premium_hall", on_public_page=public)
        heartbeats.note_live(engine, code, figures, now=now)
    registry.add_hall(engine, "not-connected", {"ar": "قاعة", "en": "Hall not connected"}, now=now)
    assert [one["hall"] for one in stranger.call("GET", "/v1/public/halls").json()["halls"]] == ["open-house"]
    page = stranger.call("GET", "/public?lang=en").text
    assert "Hall open-house" in page
    assert "Hall investors" not in page
    assert "Hall not connected" not in page


@pytest.mark.parametrize(("later_s", "wait"), [(0, "60"), (15, "45"), (59, "1")])
def test_who_asks_too_often_waits_until_a_minute_after_his_first_request(
    tmp_path: Path, later_s: int, wait: str
) -> None:
    with stopped_centre(tmp_path) as (caller, clock):
        assert {caller.call("GET", "/v1/public/halls").status_code for _ in range(A_MINUTE)} == {200}
        clock[0] += timedelta(seconds=later_s)
        refused = caller.call("GET", "/v1/public/halls")
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_requests")
    assert refused.headers["Retry-After"] == wait


def test_the_halls_are_read_every_ten_seconds_at_most(engine: Engine) -> None:
    public = PublicHalls(engine)

    def waiting(later_s: int = 0) -> int | None:
        return public.read(NOW + timedelta(seconds=later_s)).halls[0].waiting

    heartbeats.note_live(engine, "1", LiveFigures(NOW, (LiveService("A", 1, 60),)), now=NOW)
    assert waiting() == 1
    heartbeats.note_live(engine, "1", LiveFigures(NOW, (LiveService("A", 2, 60),)), now=NOW)
    assert waiting(9) == 1
    assert waiting(10) == 2


def test_the_limit_is_by_address_and_by_minute(engine: Engine) -> None:
    public = PublicHalls(engine, limit=2)
    for address in ("a", "b"):
        public.check(address, NOW)
        public.check(address, NOW)
        with pytest.raises(BusyError, match="2 requests a minute"):
            public.check(address, NOW)
    public.check("a", NOW + timedelta(minutes=1))


def test_no_agent_no_counter_and_no_ticket_is_told(engine: Engine) -> None:
    heartbeats.note_live(engine, "1", LiveFigures(NOW, (LiveService("A", 1, 61, low_s=61, high_s=120),), 3), now=NOW)
    told = public_hall(halls_now(engine, now=NOW)[0])
    assert set(vars(told)) == {"hall", "names", "governorate", "state", "closing", "hours", "waiting", "services"}
    assert (told.services[0].wait_from_min, told.services[0].wait_to_min) == (2, 2)
    assert SimpleNamespace(**vars(told.services[0])).waiting == 1
