"""What every request goes through: bodies, keys, and what happens when something is wrong inside."""

from __future__ import annotations

import http.client
import logging
import threading
from concurrent.futures import Future
from urllib.parse import urlsplit

import pytest
from sqlalchemy.exc import OperationalError

from hall.platform.web.bodies import LIMIT_BYTES
from tests.helpers.hall_in_a_thread import RunningHall, good, refused

ISSUE = {"service": "A"}


def keyed(key: str) -> dict[str, str]:
    return {"Idempotency-Key": key}


def test_the_same_key_and_body_give_the_same_answer_and_status(hall: RunningHall) -> None:
    first = hall.post("/visits", "kiosk", ISSUE, headers=keyed("k1"))
    again = hall.post("/visits", "kiosk", ISSUE, headers=keyed("k1"))
    assert (again.status_code, again.content) == (first.status_code, first.content) == (201, first.content)
    assert hall.issue()["ticket"] == "A002"


def test_an_answer_without_content_is_repeated_too(hall: RunningHall) -> None:
    agent = hall.sign_in()
    assert hall.post("/counters/1/call-next", agent, headers=keyed("k1")).status_code == 204
    hall.issue()
    assert hall.post("/counters/1/call-next", agent, headers=keyed("k1")).status_code == 204
    good(hall.post("/counters/1/call-next", agent, headers=keyed("k2")))


def test_the_same_key_with_something_else_is_refused(hall: RunningHall) -> None:
    good(hall.post("/visits", "kiosk", ISSUE, headers=keyed("k1")), 201)
    refused(hall.post("/visits", "kiosk", ISSUE | {"priority": True}, headers=keyed("k1")), "key_reused", 409)
    paper = {"attempt": "a", "state": "sending", "device": hall.devices["kiosk"]}
    visit = hall.issue()["visit"]
    refused(hall.post(f"/visits/{visit}/prints", "kiosk", paper, headers=keyed("k1")), "key_reused", 409)


def test_a_key_belongs_to_its_token(hall: RunningHall) -> None:
    tickets = [good(hall.post("/visits", who, ISSUE, headers=keyed("k1")), 201)["ticket"] for who in ("kiosk", "head")]
    assert tickets == ["A001", "A002"]


def test_a_refusal_is_not_kept(hall: RunningHall) -> None:
    agent = hall.sign_in()
    refused(hall.post("/counters/1/begin", agent, headers=keyed("k1")), "no_visit", 409)
    hall.issue()
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/begin", agent, headers=keyed("k1")))


def test_one_key_sent_by_many_at_once_is_one_command(hall: RunningHall) -> None:
    answers: list[bytes] = []
    together = threading.Barrier(8)

    def send() -> None:
        together.wait()
        answers.append(hall.post("/visits", "kiosk", ISSUE, headers=keyed("k1")).content)

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(answers)) == 1
    assert hall.issue()["ticket"] == "A002"


@pytest.mark.parametrize("key", ["", "a b", "k" * 201, "é"])
def test_a_key_that_is_none_is_named(hall: RunningHall, key: str) -> None:
    headers = {"Idempotency-Key": key.encode("latin-1")}
    problem = refused(hall.post("/visits", "kiosk", ISSUE, headers=headers), "field_invalid", 422)
    assert [field["field"] for field in problem["fields"]] == ["Idempotency-Key"]


def test_a_body_that_is_not_json_is_refused(hall: RunningHall) -> None:
    refused(hall.ask("POST", "/visits", "kiosk", b"{"), "body_unreadable", 400)
    refused(hall.ask("POST", "/visits", "kiosk", b""), "body_unreadable", 400)
    problem = refused(hall.post("/visits", "kiosk", {"colour": 1, "priority": "yes"}), "field_invalid", 422)
    assert {field["field"] for field in problem["fields"]} == {"colour", "priority", "service"}


@pytest.mark.parametrize("path", ["/visits", "/visits/hand-in", "/devices/pair", "/session", "/counters/1/call-next"])
def test_ten_megabytes_are_refused_everywhere(hall: RunningHall, path: str) -> None:
    token = hall.sign_in() if "counters" in path else "kiosk"
    refused(hall.ask("POST", path, token, b" " * 10_000_000), "body_too_large", 413)
    assert hall.issue()["ticket"] == "A001"


def test_a_large_body_is_refused_before_it_has_come(hall: RunningHall) -> None:
    place = urlsplit(hall.base)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=60)
    connection.putrequest("POST", "/api/v1/visits")
    connection.putheader("Authorization", f"Bearer {hall.tokens['kiosk']}")
    connection.putheader("Content-Length", "10000000")
    connection.endheaders(b"{")
    assert connection.getresponse().status == 413
    connection.close()


def test_a_body_of_no_announced_length_is_read_no_further_than_the_limit(hall: RunningHall) -> None:
    place = urlsplit(hall.base)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=60)
    connection.putrequest("POST", "/api/v1/visits")
    connection.putheader("Authorization", f"Bearer {hall.tokens['kiosk']}")
    connection.putheader("Transfer-Encoding", "chunked")
    connection.endheaders()
    connection.send(b"11000\r\n" + b" " * 0x11000 + b"\r\n")  # more than the limit, and no end of it
    assert connection.getresponse().status == 413
    connection.close()


def test_a_body_of_the_largest_length_is_read(hall: RunningHall) -> None:
    body = b'{"service": "A"}'
    good(hall.ask("POST", "/visits", "kiosk", body + b" " * (LIMIT_BYTES - len(body))), 201)
    refused(hall.ask("POST", "/visits", "kiosk", body + b" " * (LIMIT_BYTES + 1 - len(body))), "body_too_large", 413)


def test_a_path_or_method_that_is_not_there_is_a_problem_too(hall: RunningHall) -> None:
    refused(hall.get("/nowhere", "head"), "path_unknown", 404)
    refused(hall.ask("DELETE", "/visits", "head"), "method_refused", 405)
    refused(hall.ask("PUT", "/hall", "head"), "method_refused", 405)


def test_answers_are_not_kept_and_carry_the_security_headers(hall: RunningHall) -> None:
    answer = hall.get("/hall", "kiosk")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "server" not in answer.headers


@pytest.mark.allow_logs
def test_our_own_mistake_is_logged_whole_and_told_without_its_inside(
    hall: RunningHall, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr(hall.hall.store.commands, "submit", broken)
    answer = hall.post("/visits", "kiosk", ISSUE)
    refused(answer, "bug", 500)
    assert "inside" not in answer.text
    [record] = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert record.exc_info is not None
    monkeypatch.undo()
    assert hall.issue()["ticket"] == "A001"


def test_a_database_that_is_away_is_said_so(hall: RunningHall, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object, **__: object) -> Future[None]:
        future: Future[None] = Future()
        future.set_exception(OperationalError("SELECT 1", {}, Exception("disk I/O error")))
        return future

    monkeypatch.setattr(hall.hall.store.commands, "submit", away)
    answer = hall.post("/visits", "kiosk", ISSUE)
    refused(answer, "hall_away", 503)
    assert answer.headers["Retry-After"] == "2"
    assert "disk" not in answer.text
