"""Who is refused leaves one line in the log; a body that is cut off leaves none."""

from __future__ import annotations

import logging
import re
import socket
import time
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
import requests

from tests.helpers.hall_in_a_thread import RunningHall

Act = Callable[[RunningHall], requests.Response]


def foreign_page(hall: RunningHall) -> requests.Response:
    browser = requests.Session()
    browser.post(f"{hall.base}/api/v1/session", json={"token": hall.tokens["head"]}, timeout=60)
    return browser.post(f"{hall.base}/api/v1/day/close", json={}, headers={"Origin": "http://evil.example"}, timeout=60)


def many_codes(hall: RunningHall) -> requests.Response:
    for _ in range(5):
        hall.post("/devices/pair", None, {"code": "7KQ4M2XD", "kind": "kiosk"})
    return hall.post("/devices/pair", None, {"code": "7KQ4M2XD", "kind": "kiosk"})


REFUSED: dict[str, tuple[str, Act]] = {
    "no token": ("kind=token_missing role=- address=127.0.0.1 path=GET /day", lambda hall: hall.get("/day")),
    "wrong token": (
        "kind=token_unknown role=- address=127.0.0.1 path=GET /visits/{visit}",
        lambda hall: hall.get("/visits/secret-visit", "secret-token"),
    ),
    "wrong link": (
        "kind=token_unknown role=- address=127.0.0.1 path=POST /session",
        lambda hall: hall.post("/session", None, {"token": "secret-token"}),
    ),
    "role": (
        "kind=role_refused role=kiosk address=127.0.0.1 path=POST /day/close",
        lambda hall: hall.post("/day/close", "kiosk"),
    ),
    "another counter": (
        "kind=role_refused role=counter address=127.0.0.1 path=POST /counters/{n}/sign-in",
        lambda hall: hall.post("/counters/2/sign-in", "counter1", {"agent": "salim", "pin": "secret"}),
    ),
    "wrong pin": (
        "kind=pin_wrong role=counter address=127.0.0.1 path=POST /counters/{n}/sign-in",
        lambda hall: hall.post("/counters/1/sign-in", "counter1", {"agent": "salim", "pin": "secret"}),
    ),
    "wrong code": (
        "kind=code_refused role=- address=127.0.0.1 path=POST /devices/pair",
        lambda hall: hall.post("/devices/pair", None, {"code": "7KQ4M2XD", "kind": "kiosk"}),
    ),
    "foreign page": ("kind=origin_refused role=- address=127.0.0.1 path=POST /day/close", foreign_page),
    "too many codes": ("kind=too_many_tries role=- address=127.0.0.1 path=POST /devices/pair", many_codes),
}


@pytest.mark.parametrize(("line", "act"), REFUSED.values(), ids=REFUSED)
def test_each_refusal_leaves_one_line_without_a_secret(
    hall: RunningHall, caplog: pytest.LogCaptureFixture, line: str, act: Act
) -> None:
    caplog.set_level(logging.INFO)
    assert act(hall).status_code in {401, 403, 429}
    assert caplog.messages.count(line) == 1
    ours = [one.getMessage() for one in caplog.records if not one.name.startswith("uvicorn")]  # it is silent in a hall
    assert [message for message in ours if re.search("secret|7KQ4", message)] == []


def test_a_sign_in_leaves_a_line_too(hall: RunningHall, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    hall.post("/session", None, {"token": hall.tokens["head"]})
    assert "signed in: role=head name=head how=link address=127.0.0.1" in caplog.messages


def test_what_is_no_question_of_who_asks_leaves_no_line(hall: RunningHall, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="refused")
    hall.get("/visits/nothing", "head")
    hall.post("/visits", "kiosk", {"service": "Z"})
    assert [one for one in caplog.records if one.name == "refused"] == []


@pytest.mark.parametrize("path", ["/place/complaint", "/visits", "/session"])
def test_a_cut_body_is_no_mistake_of_the_hall(hall: RunningHall, caplog: pytest.LogCaptureFixture, path: str) -> None:
    place = urlsplit(hall.base)
    head = f"POST /api/v1{path} HTTP/1.1\r\nHost: hall\r\nAuthorization: Bearer {hall.tokens['kiosk']}\r\n"
    for _ in range(20):
        with socket.create_connection((place.hostname, place.port), timeout=60) as client:
            client.sendall(f"{head}Content-Length: 5000\r\nContent-Type: application/json\r\n\r\n{{".encode())
    counted = hall.hall.parts.health.meters.requests
    deadline = time.monotonic() + 60
    while counted["POST", path, 400] < 20 and counted["POST", path, 500] == 0 and time.monotonic() < deadline:
        hall.get("/healthz")
    assert (counted["POST", path, 400], counted["POST", path, 500]) == (20, 0)
    assert caplog.messages == []
