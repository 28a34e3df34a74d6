"""The browser's session over HTTP, and the pages that need it."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests

from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread, refused

pytestmark = pytest.mark.one_hall


@pytest.fixture
def browser(hall: RunningHall) -> requests.Session:
    """A browser that has opened the hall head's link."""
    session = requests.Session()
    answer = session.post(f"{hall.base}/api/v1/session", json={"token": hall.tokens["head"]}, timeout=60)
    assert answer.status_code == 204
    return session


def test_the_cookie_cannot_be_read_or_sent_from_elsewhere(hall: RunningHall) -> None:
    answer = hall.post("/session", None, {"token": hall.tokens["head"]})
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Max-Age=43200" in cookie
    assert hall.tokens["head"] not in cookie


@pytest.mark.parametrize("role", ["kiosk", "board", "counter1", "intake"])
def test_only_those_who_have_pages_get_a_session(hall: RunningHall, role: str) -> None:
    refused(hall.post("/session", None, {"token": hall.tokens[role]}), "token_unknown", 401)
    refused(hall.post("/session", None, {"token": "x"}), "token_unknown", 401)


def test_without_token_links_a_token_that_lasts_opens_no_page_and_a_link_for_one_use_does(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path, token_links=False) as hall:
        refused(hall.post("/session", None, {"token": hall.tokens["head"]}), "token_unknown", 401)
        assert hall.get("/queues", "head").status_code == 200, "programs go on"
        link = {"token": hall.hall.start_link(hall.base).rpartition("#")[2]}
        assert hall.post("/session", None, link).status_code == 204
        refused(hall.post("/session", None, link), "token_unknown", 401)


def is_sent_to_sign_in(answer: requests.Response) -> bool:
    """Return whether a page led to the page of the sign-in."""
    return [one.status_code for one in answer.history] == [302] and "/enter?to=" in answer.url


def test_with_the_cookie_the_page_and_its_figures_are_there(hall: RunningHall, browser: requests.Session) -> None:
    assert browser.get(f"{hall.base}/head", timeout=60).status_code == 200
    assert browser.get(f"{hall.base}/api/v1/queues", timeout=60).status_code == 200
    assert is_sent_to_sign_in(requests.get(f"{hall.base}/head", timeout=60))


def test_a_command_by_cookie_needs_the_page_of_this_hall(hall: RunningHall, browser: requests.Session) -> None:
    hall.issue()
    close = f"{hall.base}/api/v1/day/close"
    refused(browser.post(close, json={}, timeout=60), "origin_refused", 403)
    refused(browser.post(close, json={}, headers={"Origin": "http://evil.example"}, timeout=60), "origin_refused", 403)
    assert browser.post(close, json={}, headers={"Origin": hall.base}, timeout=60).status_code == 200


def test_a_session_ends_after_twelve_hours(hall: RunningHall, browser: requests.Session) -> None:
    hall.clock.move_on(hours=12, seconds=1)
    refused(browser.get(f"{hall.base}/api/v1/queues", timeout=60), "token_unknown", 401)
    assert is_sent_to_sign_in(browser.get(f"{hall.base}/head", timeout=60))


@pytest.mark.parametrize(
    "path", ["/t", "/enter", "/static/head/head.js", "/static/fonts/IBMPlexSansArabic-Regular.ttf"]
)
def test_what_everybody_may_see_is_served_with_the_security_headers(hall: RunningHall, path: str) -> None:
    answer = requests.get(hall.base + path, timeout=60)
    assert answer.status_code == 200
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_signing_out_ends_the_session_at_the_server_also_for_a_copied_cookie(
    hall: RunningHall, browser: requests.Session
) -> None:
    copied = requests.Session()
    copied.cookies.update(browser.cookies)
    end = f"{hall.base}/api/v1/session/end"
    assert browser.post(end, json={}, headers={"Origin": hall.base}, timeout=60).status_code == 204
    refused(copied.get(f"{hall.base}/api/v1/queues", timeout=60), "token_unknown", 401)
    assert is_sent_to_sign_in(copied.get(f"{hall.base}/head", timeout=60))
    assert not browser.cookies, "the browser drops its cookie too"


def test_signing_out_empties_the_browsers_cache(hall: RunningHall, browser: requests.Session) -> None:
    end = f"{hall.base}/api/v1/session/end"
    answer = browser.post(end, json={}, headers={"Origin": hall.base}, timeout=60)
    assert answer.headers["clear-site-data"] == '"cache"'


def test_signing_out_leaves_the_other_sessions_of_the_same_token(hall: RunningHall, browser: requests.Session) -> None:
    other = requests.Session()
    other.post(f"{hall.base}/api/v1/session", json={"token": hall.tokens["head"]}, timeout=60)
    browser.post(f"{hall.base}/api/v1/session/end", json={}, headers={"Origin": hall.base}, timeout=60)
    assert other.get(f"{hall.base}/api/v1/queues", timeout=60).status_code == 200


def test_a_foreign_page_cannot_sign_the_head_out(hall: RunningHall, browser: requests.Session) -> None:
    refused(browser.post(f"{hall.base}/api/v1/session/end", json={}, timeout=60), "origin_refused", 403)


def test_who_tries_tokens_without_end_is_slowed_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hall.composition.bootstrap.ADDRESS_TRIES_A_MINUTE", 3)
    with hall_in_a_thread(tmp_path) as hall:
        for _ in range(2):
            refused(hall.post("/session", None, {"token": "x"}), "token_unknown", 401)
        for _ in range(2):
            assert hall.post("/session", None, {"token": hall.tokens["head"]}).status_code == 204
        refused(hall.post("/session", None, {"token": "x"}), "token_unknown", 401)
        refused(hall.post("/session", None, {"token": "x"}), "too_many_tries", 429)
