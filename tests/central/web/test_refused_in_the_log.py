"""Who the centre refuses leaves one line in its log, without a secret."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

import pytest

from tests.central.web.conftest import Caller

Act = Callable[[Caller], object]

REFUSED: dict[str, tuple[str, Act]] = {
    "wrong token": (
        "kind=token_unknown role=- address=127.0.0.1 path=POST /v1/halls/{hall}/intake",
        lambda stranger: stranger.call("POST", "/v1/halls/1/intake", token="secret-token", json={}),
    ),
    "wrong pairing code": (
        "kind=code_refused role=- address=127.0.0.1 path=POST /v1/enrol",
        lambda stranger: stranger.call("POST", "/v1/enrol", json={"code": "SECRET-7KQ4"}),
    ),
    "wrong password": (
        "kind=sign_in_refused role=- address=127.0.0.1 path=POST /sign-in",
        lambda stranger: stranger.call(
            "POST", "/sign-in?lang=en", data={"name": "noor", "password": "secret-password", "code": "123456"}
        ),
    ),
    "wrong set-up code": (
        "kind=set_up_refused role=- address=127.0.0.1 path=POST /first-access/prove",
        lambda stranger: stranger.call("POST", "/first-access/prove", data={"name": "noor", "code": "secret"}),
    ),
    "foreign page": (
        "kind=foreign_page role=- address=127.0.0.1 path=POST /sign-in",
        lambda stranger: stranger.call("POST", "/sign-in", data={}, headers={"Origin": "http://evil.example"}),
    ),
}


@pytest.mark.parametrize(("line", "act"), REFUSED.values(), ids=REFUSED)
def test_each_refusal_leaves_one_line_without_a_secret(
    stranger: Caller, caplog: pytest.LogCaptureFixture, line: str, act: Act
) -> None:
    caplog.set_level(logging.INFO)
    act(stranger)
    ours = [one.getMessage() for one in caplog.records if not one.name.startswith("uvicorn")]  # it is silent there
    assert ours.count(line) == 1, ours
    assert [message for message in ours if re.search("secret", message, re.IGNORECASE)] == []
