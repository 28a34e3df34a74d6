"""The desk that tells visitors, over a running hall: each message once, whatever the gateway does."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path

import pytest

from hall.composition.outbound import message_sender
from hall.contact.model.message_ports import MessageLaterError, MessageRefusedError
from hall.contact.workers import MessageSender
from tests.hall.requests.routes.test_requests import take_in
from tests.helpers.hall_in_a_thread import RunningHall, good

IDS = count(1)


class Gateway:
    """Does as the test says, and keeps what it took."""

    def __init__(self, *errors: Exception) -> None:
        self.errors, self.taken = list(errors), []  # type: list[Exception], list[tuple[str, str, str]]

    def send(self, message_id: str, phone: str, text: str, _language: str) -> None:
        if self.errors:
            raise self.errors.pop(0)
        self.taken.append((message_id, phone, text))


def desk(hall: RunningHall, gateway: Gateway) -> MessageSender:
    store = hall.hall.store
    return MessageSender(
        store.reads.read, store.commands.run, hall.hall.parts.security.phones, gateway, lambda: f"m{next(IDS)}"
    )


def answered(hall: RunningHall, external: str = "P-1") -> str:
    """Return the number of an answered request whose sender left a telephone number."""
    number = str(take_in(hall, external=external)["number"])
    assert hall.post(f"/requests/{number}/phone", "intake", {"phone": "91234567", "language": "en"}).status_code == 204
    good(hall.post(f"/requests/{number}/refer", "head"))
    good(hall.post(f"/requests/{number}/reply", "head", {"text": "Come on Sunday"}))
    return number


def state(hall: RunningHall) -> str | None:
    (one,) = good(hall.get("/requests?list=all", "head"))
    told: str | None = one["reply_told"]
    return told


def test_a_reply_is_told_once_to_the_number_that_was_left(hall: RunningHall) -> None:
    number = answered(hall)
    gateway = Gateway()
    assert [desk(hall, gateway).look() for _ in range(2)] == [1, 0]
    ((_, phone, text),) = gateway.taken
    assert phone == "+96891234567"
    assert number in text or "P-1" in text
    assert state(hall) == "sent"
    assert good(hall.get("/requests?list=to_tell", "head")) == []


@pytest.mark.allow_logs
def test_a_gateway_that_is_away_is_asked_again_under_the_same_id(
    hall: RunningHall, caplog: pytest.LogCaptureFixture
) -> None:
    answered(hall)
    gateway = Gateway(MessageLaterError("away"), MessageLaterError("away"))
    telling = desk(hall, gateway)
    assert telling.look() == 0
    assert state(hall) == "waiting"
    hall.clock.move_on(seconds=15)
    assert telling.look() == 0
    assert caplog.text.count("messages wait") == 1
    hall.clock.move_on(seconds=60)
    assert telling.look() == 1
    assert len(gateway.taken) == 1


@pytest.mark.allow_logs
def test_a_gateway_that_is_away_is_asked_once_a_look_however_many_wait(hall: RunningHall) -> None:
    for external in ("P-1", "P-2", "P-3"):
        answered(hall, external)
    gateway = Gateway(MessageLaterError("away"))
    telling = desk(hall, gateway)
    assert telling.look() == 0
    assert (gateway.errors, gateway.taken) == ([], [])
    hall.clock.move_on(seconds=15)
    assert telling.look() == 3


@pytest.mark.allow_logs
def test_one_that_is_refused_becomes_a_call_task(hall: RunningHall, caplog: pytest.LogCaptureFixture) -> None:
    number = answered(hall)
    assert desk(hall, Gateway(MessageRefusedError("no such number"))).look() == 0
    assert state(hall) == "refused"
    assert "91234567" not in caplog.text
    assert [one["number"] for one in good(hall.get("/requests?list=to_tell", "call_centre"))] == [number]
    assert good(hall.post(f"/requests/{number}/told", "call_centre"))["reply_told"] == "called"
    assert good(hall.get("/requests?list=to_tell", "head")) == []


def test_a_number_whose_key_is_gone_is_no_number(hall: RunningHall) -> None:
    answered(hall)
    hall.hall.parts.security.phones.forget(but=())
    gateway = Gateway()
    assert desk(hall, gateway).look() == 0
    assert (state(hall), gateway.taken) == ("no_phone", [])


def test_without_a_gateway_messages_lie_in_a_file(hall: RunningHall, tmp_path: Path) -> None:
    answered(hall)
    running = hall.hall
    assert message_sender(running.config, running.store, hall.clock, running.parts.security.phones).look() == 1
    (file,) = running.config.data.glob("messages-*.jsonl")
    assert json.loads(file.read_text(encoding="utf-8"))["to"] == "+96891234567"
    assert tmp_path in file.parents
