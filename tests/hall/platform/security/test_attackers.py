"""What the two nearest attackers get: a visitor on the hall's Wi-Fi, and who stole a counter PC and knows a PIN."""

from __future__ import annotations

import contextlib
import http.client
import socket
from urllib.parse import urlsplit

import pytest
import requests

from common.attempt_limit import AttemptLimit
from common.server.server import QUIET
from hall.platform.security.access import OPEN, TABLE, Role
from hall.platform.security.authentication import COOKIE
from tests.helpers.hall_in_a_thread import RunningHall, good, refused

pytestmark = pytest.mark.allow_logs
OTHERS_ROLES = ("/figures", "/day", "/corrections", "/trust", "/accounts", "/sessions", "/devices", "/visits/of-day")
"""What an agent never reads."""


def code_of(hall: RunningHall) -> str:
    return str(hall.issue()["status_url"]).partition("#")[2]


def test_the_code_of_a_ticket_opens_nothing_that_needs_a_token(hall: RunningHall) -> None:
    code = code_of(hall)
    for method, path in sorted(row for row, roles in TABLE.items() if roles != OPEN):
        address = path.replace("{n}", "1").replace("{part}", "0")
        for headers in ({"Visit-Code": code}, {"Authorization": f"Bearer {code}"}):
            answer = hall.ask(method, address, None, {} if method == "POST" else None, headers=headers)
            assert answer.status_code == 401, (method, path)


def test_a_visitor_reads_the_own_place_and_no_other_ticket(hall: RunningHall) -> None:
    first, second = code_of(hall), code_of(hall)
    places = [good(hall.get("/place", headers={"Visit-Code": code})) for code in (first, second)]
    assert places[0]["ticket"] != places[1]["ticket"]
    assert places[1]["ticket"] not in str(places[0])
    almost = first[:-1] + ("A" if first[-1] != "A" else "B")
    assert hall.get("/place", headers={"Visit-Code": almost}).status_code in {401, 404}


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Original-URL": "/api/v1/healthz"}, {"X-Rewrite-URL": "/api/v1/healthz"}, {"X-HTTP-Method-Override": "GET"},
        {"X-Forwarded-For": "127.0.0.1"}, {"Forwarded": "for=127.0.0.1"}, {"X-Forwarded-Host": "evil.example"},
        {"Host": "evil.example"}, {"Cookie": f"{COOKIE}={'0' * 64}"}, {"Authorization": "Basic aGVhZDpoZWFk"},
    ],
    ids=lambda one: next(iter(one)),
)  # fmt: skip
def test_headers_of_proxies_and_a_foreign_host_change_nothing(hall: RunningHall, headers: dict[str, str]) -> None:
    assert hall.get("/accounts", headers=headers).status_code == 401
    for page in ("/head", "/", "/t", "/enter"):
        answer = requests.get(hall.base + page, headers=headers, allow_redirects=False, timeout=60)
        assert "evil.example" not in answer.text + answer.headers.get("Location", "")


def test_a_command_that_is_sent_once_more_does_nothing_to_another_ticket(hall: RunningHall) -> None:
    first, second = code_of(hall), code_of(hall)
    key = {"Idempotency-Key": "heard-by-somebody"}
    answers = [hall.post("/place/cancel", None, {}, headers={"Visit-Code": first, **key}) for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 200]
    assert {one.json()["state"] for one in answers} == {"cancelled"}
    assert good(hall.get("/place", headers={"Visit-Code": second}))["state"] == "waiting"


def test_made_up_codes_push_nobodys_count_out(hall: RunningHall, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limits remember 10,000 names: beyond an address's share its made-up codes are none of them."""
    limits, own = hall.hall.parts.limits, code_of(hall)
    monkeypatch.setattr(limits.places, "_limit", AttemptLimit(12, 60, most=25))
    monkeypatch.setattr(limits.addresses, "_limit", AttemptLimit(20, 60))

    def asked(code: str, address: str) -> int:
        place = urlsplit(hall.base)
        there = http.client.HTTPConnection(str(place.hostname), place.port, timeout=60, source_address=(address, 0))
        with contextlib.closing(there) as asking:
            asking.request("GET", "/api/v1/place", headers={"Visit-Code": code})
            return asking.getresponse().status

    assert [asked(own, "127.0.0.2") for _ in range(13)] == [200] * 12 + [429]
    assert [asked(f"made-up-{at}", "127.0.0.3") for at in range(30)] == [404] * 20 + [429] * 10
    assert asked(own, "127.0.0.2") == 429


def test_requests_that_are_no_http_do_not_fill_the_log(
    hall: RunningHall, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A journal that is full of them would drop the lines about refusals."""
    monkeypatch.setattr(QUIET, "_written_s", {})  # an earlier test of this process may have caused the line, too
    place = urlsplit(hall.base)
    for _ in range(30):
        with socket.create_connection((place.hostname, place.port), timeout=60) as odd:
            odd.sendall(b"no HTTP at all\r\n\r\n")
            assert odd.recv(100).startswith(b"HTTP/1.1 400")
    assert [one.getMessage() for one in caplog.records].count("Invalid HTTP request received.") == 1


def test_a_stolen_counter_pc_signs_nobody_in_without_a_pin(hall: RunningHall) -> None:
    for path in ("/requests", "/enquiries", "/queues", "/visits/by-number?number=1"):
        refused(hall.get(path, "counter1"), "role_refused", 403)
    refused(hall.post("/counters/1/call-next", "counter1"), "role_refused", 403)


def test_with_a_pin_it_reads_neither_figures_nor_people_nor_other_agents(hall: RunningHall) -> None:
    agent = hall.sign_in()
    for path in OTHERS_ROLES:
        refused(hall.get(path, agent), "role_refused", 403)
    own = hall.get("/agents/me/figures", agent)
    assert own.status_code == 200
    assert "maryam" not in own.text


def test_with_a_pin_it_acts_at_its_own_counter_alone(hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    for path in ("/counters/2/call-next", "/counters/2/sign-out", "/counters/2/recall"):
        refused(hall.post(path, agent), "role_refused", 403)
    refused(hall.post("/counters/2/sign-in", "counter1", {"agent": "maryam", "pin": "802946"}), "role_refused", 403)


def test_with_a_pin_it_opens_no_page_and_speaks_for_no_other_device(hall: RunningHall) -> None:
    agent = hall.sign_in()
    for token in (agent, hall.tokens["counter1"]):
        refused(hall.post("/session", None, {"token": token}), "token_unknown", 401)
        for page in ("/head", "/people", "/settings"):
            there = {"Authorization": f"Bearer {token}"}
            answer = requests.get(hall.base + page, headers=there, allow_redirects=False, timeout=60)
            assert answer.status_code in {302, 404}, page
    kiosk = hall.devices["kiosk"]
    assert hall.post(f"/devices/{kiosk}/revoke", agent).status_code == 403
    refused(hall.post("/visits", "counter1", {"service": "A"}), "role_refused", 403)


def test_the_head_takes_it_away_and_the_agents_session_with_it(hall: RunningHall) -> None:
    agent = hall.sign_in()
    good(hall.get("/requests", agent))
    assert hall.post(f"/devices/{hall.devices['counter1']}/revoke", "head").status_code == 204
    refused(hall.get("/requests", agent), "token_unknown", 401)
    refused(hall.post("/counters/1/sign-in", "counter1", {"agent": "salim", "pin": "471829"}), "token_unknown", 401)


def test_no_role_but_the_tablet_answers_for_visitors() -> None:
    """A stolen counter PC does not fill the survey."""
    assert TABLE["POST", "/counters/{n}/survey"] == {Role.TABLET}
