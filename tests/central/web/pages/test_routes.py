"""The pages: Arabic first, English beside it, nothing from elsewhere, and closed to strangers."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from central.access import tokens
from central.halls import heartbeats, registry
from common.version import release
from contracts.centre.sync_api import LiveFigures, LiveService
from tests.central.web.conftest import Caller, stopped_centre
from tests.helpers.batches import outbox_of, record, take


def test_the_page_is_arabic_and_right_to_left_unless_asked_otherwise(hall: Caller) -> None:
    page = hall.call("GET", "/halls").text
    assert '<html lang="ar" dir="rtl">' in page
    assert "قاعة مسقط" in page
    assert "Muscat hall" not in page
    english = hall.call("GET", "/halls?lang=en").text
    assert '<html lang="en" dir="ltr">' in english
    assert "Muscat hall" in english
    assert '<html lang="ar"' in hall.call("GET", "/halls?lang=tlh").text


def test_the_page_shows_what_was_taken_in(hall: Caller) -> None:
    now = datetime.now(UTC)
    today = hall.call("GET", "/v1/figures").json()["day"]
    day = datetime.fromisoformat(today).date()
    box = outbox_of(*(record(n, service_day=day, waiting_s=600) for n in range(17)))
    take(hall.centre.engine, box, 1, 17, now=now)
    heartbeats.note_live(
        hall.centre.engine, "1", LiveFigures(now, (LiveService("A", 6, 840, {"en": "Lands"}),)), now=now
    )
    page = hall.call("GET", "/halls?lang=en").text
    row = re.search(r"Muscat hall</a></th>(.*?)</tr>", page, re.DOTALL)
    assert row
    cells = [re.sub(r"<.*?>", "", cell).split() for cell in re.findall(r"<td.*?</td>", row[1], re.DOTALL)]
    assert cells[:6] == [["17"], ["17"], ["0"], ["10", "min"], ["6"], ["14", "min"]]
    assert cells[6] == ["connected", "just", "now"]
    assert "Lands" in hall.call("GET", "/v1/figures/1/hall").text


def test_where_nobody_waits_no_longest_wait_is_told(hall: Caller) -> None:
    now = datetime.now(UTC)
    heartbeats.note_live(hall.centre.engine, "1", LiveFigures(now, (LiveService("A", 0, 0, {"en": "Lands"}),)), now=now)
    for path in ("/halls?lang=en", "/?lang=en"):
        page = hall.call("GET", path).text
        assert re.search(r'<td class="n"[^>]*>0</td>', page)
        assert "0 s" not in re.sub(r"<.*?>", "", page).replace("10 seconds", "")


def test_a_hall_never_heard_of_is_shown_as_such(hall: Caller) -> None:
    page = hall.call("GET", "/halls?lang=en").text
    assert "Never connected" in page
    assert "not connected" in page


def test_names_cannot_carry_markup(hall: Caller) -> None:
    registry.add_hall(hall.centre.engine, "1", {"ar": "<script>alert(1)</script>"}, now=datetime.now(UTC))
    page = hall.call("GET", "/halls").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_nothing_comes_from_elsewhere(hall: Caller) -> None:
    answer = hall.call("GET", "/halls")
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert not re.search(r"https?://", answer.text)
    linked = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', answer.text))
    styles = hall.call("GET", "/static/centre.css").text
    linked |= set(re.findall(r'url\("([^"]+)"\)', styles))
    assert len(linked) >= 4
    assert {path: hall.call("GET", path).status_code for path in linked} == dict.fromkeys(linked, 200)
    assert not re.search(r"https?://", styles)


@pytest.mark.parametrize("day", ["2026-11-24", "1969-01-01", "0001-01-01", "9999-12-31"])
def test_any_day_can_be_asked_for(hall: Caller, day: str) -> None:
    assert hall.call("GET", f"/halls?day={day}").status_code == 200


def test_strangers_are_sent_to_sign_in(stranger: Caller) -> None:
    for path in ("/", "/halls/1"):
        answer = stranger.call("GET", path)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in?lang=ar")
    assert stranger.refused("GET", "/v1/figures") == (401, "token_missing")
    assert stranger.refused("GET", "/v1/figures", token="wrong") == (401, "token_unknown")
    assert stranger.refused("GET", "/v1/figures", token=stranger.centre.enrol()) == (403, "not_a_reader")
    assert "viewer token" in stranger.call("GET", "/sign-in?lang=en").text.replace("&#39;", "'")


def test_a_reader_signs_in_with_a_cookie_no_script_can_read(stranger: Caller) -> None:
    token = tokens.new_reader_token(stranger.centre.engine, "analyst", now=datetime.now(UTC))
    answer = stranger.call("POST", "/sign-in?lang=en", data={"token": f" {token} "})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/?lang=en")
    cookie = answer.headers["Set-Cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert stranger.call("GET", "/halls?lang=en").status_code == 200
    stranger.session.cookies.clear()
    assert stranger.call("GET", "/v1/figures", token=token).status_code == 200


def test_a_wrong_token_is_said_and_guessing_is_stopped(tmp_path: Path) -> None:
    with stopped_centre(tmp_path) as (stranger, (now,)):
        answer = stranger.call("POST", "/sign-in?lang=en", data={"token": "wrong"})
        assert answer.headers["Location"] == "/sign-in?lang=en&wrong=true"
        assert "The name, password, code or token is wrong" in stranger.call("GET", answer.headers["Location"]).text
        for _ in range(19):
            stranger.call("POST", "/sign-in", data={"token": "wrong"})
        told = stranger.call("POST", "/sign-in", data={"token": "wrong"})
        assert told.headers["Location"] == "/sign-in?lang=ar&wait_s=60"
        registry.add_hall(stranger.centre.engine, "1", {"ar": "قاعة مسقط", "en": "Muscat hall"}, now=now)
        code, _ = registry.new_pairing_code(stranger.centre.engine, "1", now=now)
        # Halls are not held up by it.
        assert stranger.call("POST", "/v1/enrol", json={"code": code}).status_code == 201


def test_health_is_told_without_a_token(stranger: Caller) -> None:
    assert stranger.call("GET", "/healthz").json() == {"state": "ok", "cleanup": "waiting", "version": release()}


def test_a_browser_keeps_styles_and_scripts_until_they_change(stranger: Caller) -> None:
    for path in ("/static/centre.css", "/static/centre.js", "/static/shared/common/mark.svg"):
        first = stranger.call("GET", path)
        assert (first.status_code, first.headers["Cache-Control"]) == (200, "no-cache")
        again = stranger.call("GET", path, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
