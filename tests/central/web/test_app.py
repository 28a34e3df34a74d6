"""The centre's application as a whole: headers on every answer, and whether it lives."""

from __future__ import annotations

import pytest

from common.version import release
from tests.central.web.conftest import Caller


def test_it_says_that_it_reaches_its_database(stranger: Caller) -> None:
    answer = stranger.call("GET", "/healthz")
    assert (answer.status_code, answer.json()) == (200, {"state": "ok", "cleanup": "waiting", "version": release()})


def test_a_lost_connection_is_made_anew(hall: Caller) -> None:
    hall.centre.engine.dispose()
    assert hall.call("GET", "/healthz").status_code == 200


@pytest.mark.parametrize("path", ["/healthz", "/v1/meta", "/", "/sign-in", "/nowhere"])
def test_every_answer_may_be_framed_and_kept_by_nobody(stranger: Caller, path: str) -> None:
    headers = stranger.call("GET", path).headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "object-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
