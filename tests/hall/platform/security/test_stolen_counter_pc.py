"""What else the holder of a stolen counter PC tries, with an agent's PIN and without, on a running hall."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import select

from hall.platform.db.tables.core import fact
from hall.platform.web.limits.limits_per_token import COMMANDS, FOLLOW_UPS, MESSAGES, ROOMS, TICKETS, WRONG_LOOK_UPS
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread, refused

pytestmark = pytest.mark.allow_logs
NOTE = "ill, call 91234567"
WALK_UP = {"service": "A", "reason": "special_care"}
REGISTERED = {
    "outcome": "request_registered", "requests": [{"topic": "survey", "subject": "a plot", "directorate": "lands"}],
}  # fmt: skip


@pytest.fixture
def strict(tmp_path: Path) -> Iterator[RunningHall]:
    """A hall as it is outside of tests: with limits."""
    with hall_in_a_thread(tmp_path, device_limits=True) as running:
        yield running


def missed(hall: RunningHall, token: str) -> list[dict[str, Any]]:
    """Return all that the live link tells this token of the day so far."""
    told = []
    with hall.get("/live?since=0", token, stream=True) as answer:
        for line in answer.iter_lines():
            if line.startswith(b"data: "):
                told.append(json.loads(line.removeprefix(b"data: ")))
            if line == b":":  # all that was missed has come
                return told
    return told


def noted(hall: RunningHall) -> dict[str, Any]:
    """Let another agent set a visit aside with a note about its visitor; return the visit."""
    hall.issue()
    maryam = hall.sign_in(2, "maryam", "802946")
    good(hall.post("/counters/2/call-next", maryam))
    good(hall.post("/counters/2/begin", maryam))
    return dict(good(hall.post("/counters/2/park", maryam, {"note": NOTE})))


def registered(hall: RunningHall, agent: str) -> str:
    """Serve somebody and register a request; return its number."""
    good(hall.post("/counters/1/walk-up", agent, WALK_UP), 201)
    return str(good(hall.post("/counters/1/finish", agent, REGISTERED))["requests"][0]["number"])


def asked(hall: RunningHall) -> int:
    body = {"topic": "other", "channel": "hall", "question": "where is my file?", "phone": "92223333"}
    return int(good(hall.post("/enquiries", "reception", body), 201)["number"])


def test_without_a_pin_it_hears_the_day_alone(hall: RunningHall) -> None:
    noted(hall)
    asked(hall)
    told = missed(hall, hall.tokens["counter1"])
    assert {one["kind"] for one in told} == {"day_opened"}
    assert "maryam" not in json.dumps(told)


def test_without_a_pin_it_reads_no_note_of_the_visit_that_was_left_at_its_counter(hall: RunningHall) -> None:
    hall.issue()
    agent = hall.sign_in()
    for move, body in (("call-next", {}), ("begin", {}), ("park", {"note": NOTE})):
        good(hall.post(f"/counters/1/{move}", agent, body))
    assert NOTE in hall.get("/counters/1", agent).text
    assert NOTE not in hall.get("/counters/1", "counter1").text
    with hall.get("/live", "counter1", stream=True) as snapshot:
        first = next(line for line in snapshot.iter_lines() if line.startswith(b"data: "))
    assert NOTE not in json.dumps(json.loads(first.removeprefix(b"data: ")), ensure_ascii=False)


def test_with_a_pin_it_reads_no_note_about_a_visitor_of_another_counter(hall: RunningHall) -> None:
    visit = noted(hall)
    agent = hall.sign_in()
    told = missed(hall, agent)
    assert "visit_parked" in {one["kind"] for one in told}
    assert NOTE not in json.dumps(told)
    for path in (f"/visits/{visit['visit']}", f"/visits?ticket={visit['ticket']}", "/visits/by-number?number=1"):
        answer = hall.get(path, agent)
        assert answer.status_code == 200
        assert NOTE not in answer.text, path
    assert NOTE in hall.get(f"/visits/{visit['visit']}", "head").text


def test_its_session_ends_when_the_agent_goes_on_at_another_counter(hall: RunningHall) -> None:
    """The agent, who is signed in at the stolen PC, moves the session to the next one."""
    stolen = hall.sign_in()
    body = {"agent": "salim", "pin": "471829", "move": True}
    agent = good(hall.post("/counters/2/sign-in", "counter2", body))["token"]
    hall.issue()
    refused(hall.post("/counters/2/call-next", stolen), "token_unknown", 401)
    good(hall.post("/counters/2/call-next", agent))
    assert hall.post(f"/devices/{hall.devices['counter1']}/revoke", "head").status_code == 204
    refused(hall.get("/requests", stolen), "token_unknown", 401)
    good(hall.get("/requests", agent))


def test_the_training_room_ends_with_the_pc(hall: RunningHall) -> None:
    place = good(hall.post("/counters/1/training", "counter1"))

    def in_the_room() -> requests.Response:
        headers = {"Authorization": f"Bearer {place['token']}"}
        return requests.get(f"{hall.base}{place['path']}/api/v1/hall", headers=headers, timeout=60)

    assert in_the_room().status_code == 200
    assert hall.post(f"/devices/{hall.devices['counter1']}/revoke", "head").status_code == 204
    assert hall.hall.rooms is not None
    hall.hall.rooms.close_over()
    assert in_the_room().status_code == 401


def test_another_sign_in_begins_no_new_count_of_walk_ups(strict: RunningHall) -> None:
    agent = strict.sign_in()
    for _ in range(TICKETS // 2):
        good(strict.post("/counters/1/walk-up", agent, WALK_UP), 201)
        good(strict.post("/counters/1/finish", agent, {"outcome": "completed"}))
    strict.clock.move_on(seconds=30)  # the limit of commands is another one
    assert strict.post("/counters/1/sign-out", agent).status_code == 204
    agent = strict.sign_in()
    answers = [strict.post("/counters/1/walk-up", agent, WALK_UP).status_code for _ in range(TICKETS // 2 + 1)]
    assert answers[-1] == 429
    standing = good(strict.get("/queues", "head"))["standing"]
    assert [one["device"] for one in standing if one["kind"] == "too_often"] == [strict.devices["counter1"]]


def test_it_does_not_fill_the_disk(strict: RunningHall) -> None:
    agent, body = strict.sign_in(), {"nature": "complaint", "text": "x" * 1000}
    answers = [strict.post("/complaints", agent, body).status_code for _ in range(COMMANDS + 1)]
    assert answers == [201] * COMMANDS + [429]
    states = [strict.post("/devices/self/state", "counter1", {"state": "ok"}).status_code for _ in range(COMMANDS)]
    assert states[-1] == 429, "its sign-in has counted, too"
    strict.issue()


def test_training_rooms_do_not_keep_the_machine_busy(strict: RunningHall) -> None:
    answers = [strict.post("/counters/1/training", "counter1").status_code for _ in range(ROOMS + 1)]
    assert answers == [200] * ROOMS + [429]


def test_it_sends_no_flood_of_messages_to_numbers_of_its_choice(strict: RunningHall) -> None:
    """A reply goes to the telephone that an agent entered: with a text of his own to anybody."""
    agent = strict.sign_in()
    number = registered(strict, agent)
    answers = [
        strict.post(f"/requests/{number}/phone", agent, {"phone": f"9123{at:04}", "language": "en"}).status_code
        for at in range(MESSAGES + 1)
    ]
    assert answers == [204] * MESSAGES + [429]
    assert strict.post(f"/requests/{number}/reply", agent, {"text": "pay here"}).status_code == 429


def test_a_number_that_gets_the_reply_is_never_entered_without_a_fact(hall: RunningHall) -> None:
    agent = hall.sign_in()
    number = registered(hall, agent)
    assert hall.post(f"/requests/{number}/phone", agent, {"phone": "99999999", "language": "en"}).status_code == 204
    with hall.hall.store.engine.connect() as connection:
        query = select(fact.c.body).where(fact.c.kind == "request_phone_left")
        bodies = [json.loads(one) for one in connection.execute(query).scalars()]
    assert [one["detail"] for one in bodies] == [{"number": number, "by": "salim"}]
    assert "99999999" not in str(bodies)


def test_it_takes_no_list_of_telephone_numbers_away(strict: RunningHall) -> None:
    agent, enquiry = strict.sign_in(), asked(strict)
    refused(strict.get("/requests/TEST-HALL-26-000017/phone", agent), "role_refused", 403)
    answers = [strict.get(f"/enquiries/{enquiry}/phone", agent).status_code for _ in range(MESSAGES + 1)]
    assert answers == [200] * (MESSAGES - 1) + [429] * 2


def test_it_does_not_try_the_numbers_of_requests_one_after_the_other(strict: RunningHall) -> None:
    agent = strict.sign_in()
    answers = [strict.get(f"/requests/OTHER/{at}", agent).status_code for at in range(WRONG_LOOK_UPS + 1)]
    assert answers == [404] * WRONG_LOOK_UPS + [429]


def test_it_takes_no_list_of_replies_away(strict: RunningHall) -> None:
    """The numbers of requests run on, and the centre tells the reply to any of them."""
    agent = strict.sign_in()
    number = registered(strict, agent)
    answers = [strict.get(f"/requests/{number}", agent).status_code for _ in range(FOLLOW_UPS + 1)]
    assert answers == [200] * FOLLOW_UPS + [429]


@pytest.mark.parametrize("sign", ["\u202e", "\u202d"])
def test_what_staff_read_is_in_the_order_in_which_it_was_written(hall: RunningHall, sign: str) -> None:
    agent, evil = hall.sign_in(), f"picture{sign}gpj.exe"
    for path, body in (
        ("/complaints", {"nature": "complaint", "text": evil}),
        ("/enquiries", {"topic": "other", "channel": "hall", "question": evil}),
        ("/counters/1/finish", {**REGISTERED, "requests": [{**REGISTERED["requests"][0], "subject": evil}]}),  # type: ignore[dict-item]
    ):
        problem = refused(hall.post(path, agent, body), "field_invalid", 422)
        assert "hidden character" in problem["detail"]
    number = registered(hall, agent)
    copied = {"phone": f"{sign}91234567\u202c", "language": "ar"}
    assert hall.post(f"/requests/{number}/phone", agent, copied).status_code == 204, "as telephones copy it"


def test_a_key_of_another_agent_shows_nothing(hall: RunningHall) -> None:
    agent, maryam = hall.sign_in(), hall.sign_in(2, "maryam", "802946")
    key = {"Idempotency-Key": "heard-by-somebody"}
    first = {"topic": "other", "channel": "hall", "question": "of maryam's visitor"}
    good(hall.post("/enquiries", maryam, first, headers=key), 201)
    other = good(hall.post("/enquiries", agent, {**first, "question": "another"}, headers=key), 201)
    assert other["question"] == "another"


def test_the_streams_of_a_withdrawn_pc_end(hall: RunningHall) -> None:
    with hall.get("/live", "counter1", stream=True) as answer:
        lines = answer.iter_lines()
        next(lines)
        assert hall.post(f"/devices/{hall.devices['counter1']}/revoke", "head").status_code == 204
        until = time.monotonic() + 20
        for _ in lines:  # an open stream sends a comment each 2 s; the hall ends this one
            assert time.monotonic() < until, "the stream goes on"
