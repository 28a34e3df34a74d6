"""The security headers stand on whatever is answered."""

from __future__ import annotations

import pytest
import requests

from tests.helpers.hall_in_a_thread import RunningHall

pytestmark = pytest.mark.one_hall

PATHS = ["/t", "/head", "/static/common/base.css", "/api/v1/healthz", "/api/v1/visits", "/nowhere", "/static/nothing"]


TEXTS = ["/t", "/static/common/base.css", "/static/head/head.js", "/api/v1/figures.csv"]
"""Answers whose type asks for the set of characters; JSON is always UTF-8."""


@pytest.mark.parametrize("path", TEXTS)
def test_every_answer_with_text_says_its_characters(hall: RunningHall, path: str) -> None:
    answer = requests.get(hall.base + path, headers={"Authorization": f"Bearer {hall.tokens['head']}"}, timeout=60)
    assert answer.status_code == 200
    assert answer.headers["content-type"].endswith("; charset=utf-8")


@pytest.mark.parametrize(
    "path",
    [
        "/static/",
        "/static/common/",
        "/static/common",
        "/static/..%2f..%2fpyproject.toml",
        "/static/common/base.css%00.png",
        "/static/" + "a" * 300,
    ],
)
def test_a_folder_of_files_is_not_listed(hall: RunningHall, path: str) -> None:
    assert requests.get(hall.base + path, timeout=60).status_code == 404


@pytest.mark.parametrize("method", ["TRACE", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_other_methods_are_refused(hall: RunningHall, method: str) -> None:
    assert hall.ask(method, "/hall", "head").status_code == 405


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_says_what_a_browser_may_do(hall: RunningHall, path: str) -> None:
    headers = requests.get(hall.base + path, timeout=60).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'self'")
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
