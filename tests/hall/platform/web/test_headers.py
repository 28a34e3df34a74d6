"""The security headers stand on whatever is answered."""

from __future__ import annotations

import pytest
import requests

from tests.helpers.hall_in_a_thread import RunningHall

pytestmark = pytest.mark.one_hall

PATHS = ["/t", "/head", "/static/common/base.css", "/api/v1/healthz", "/api/v1/visits", "/nowhere", "/static/nothing"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_says_what_a_browser_may_do(hall: RunningHall, path: str) -> None:
    headers = requests.get(hall.base + path, timeout=60).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'self'")
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
