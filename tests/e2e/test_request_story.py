"""A request on real processes: finished with a number and a date, its receipt on paper, referred, replied to, told."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path

import pytest

from commands.demo import tokens as demo_tokens
from commands.hall_client import HallClient
from hall.kernel.request_number import is_own_number
from tests.e2e.conftest import StartDemo
from tests.e2e.story import start_programs
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.full


def test_a_request_goes_from_the_counter_to_the_visitors_telephone(start_demo: StartDemo, tmp_path: Path) -> None:
    demo = start_demo(size="middle")
    tokens = demo_tokens.load(demo.folder)
    hall = demo.description["hall"]
    kiosk, head = HallClient(hall, demo.description["tokens"]["kiosk"]), HallClient(hall, tokens.head)
    agent = HallClient(hall, demo.description["tokens"]["counters"]["1"])
    with ExitStack() as stack:
        # Given a kiosk that can print, and a visitor who is being served
        programs = start_programs(stack, hall, tokens, tmp_path)
        until(
            lambda: any(one["kind"] == "kiosk" and one["state"] == "degraded" for one in head.get("/devices")),
            "the kiosk says that it prints, one way",
            lambda: head.get("/devices"),
        )
        services = agent.get("/counters/1")["services"]
        kiosk.post("/visits", {"service": services[0]})
        agent.post("/counters/1/call-next", {})
        agent.post("/counters/1/begin", {})
        # When the agent finishes with a request
        asked = {"subject": "قطعة أرض سكنية", "topic": "land_grant", "directorate": "lands"}
        done = agent.post("/counters/1/finish", {"outcome": "request_registered", "requests": [asked]})
        # Then it has number and date, and the kiosk prints its receipt with the number as code
        (made,) = done["requests"]
        assert is_own_number(made["number"])
        assert done["receipt_at"]
        until(
            lambda: programs.paper.exists() and made["shown"].encode() in programs.paper.read_bytes(),
            "the receipt is on paper",
            programs.kiosk.log,
        )
        assert 5_000 < programs.paper.stat().st_size < 28 * 1024
        # When it is referred and answered, and its visitor has left a number
        number = made["number"]
        agent.post(f"/requests/{number}/phone", {"phone": "91234567", "language": "ar"})
        assert head.post(f"/requests/{number}/refer", {})["state"] == "referred"
        head.post(f"/requests/{number}/reply", {"text": "راجعوا القاعة يوم الأحد"})
        # Then one message tells him, and everybody who asks by number reads the reply
        until(
            lambda: len(_messages(demo.folder)) == 1, "the message is handed out", lambda: str(_messages(demo.folder))
        )
        (message,) = _messages(demo.folder)
        assert message["to"] == "+96891234567"
        assert "راجعوا القاعة يوم الأحد" in message["text"]
        assert agent.get(f"/requests/{number}")["reply"] == "راجعوا القاعة يوم الأحد"
        # The message is on its way before the hall has noted that it is.
        until(lambda: head.get("/requests?list=to_tell") == [], "nobody waits for a reply", programs.kiosk.log)


def _messages(folder: Path) -> list[dict[str, str]]:
    files = sorted(folder.rglob("messages-*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
