"""A board that stops is never silent about it: it says so, the hall head sees it, and it comes back the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from commands.hall_client import HallClient
from tests.e2e.conftest import StartDemo
from tests.helpers.cuttable_line import cuttable_line
from tools.qt_driver.driven_program import DrivenProgram, until

pytestmark = pytest.mark.full


def board(url: str, token: str, folder: Path, name: str = "board") -> DrivenProgram:
    options = ["--hall", url, "--size", "1280x720", "--mute", "--log", str(folder / f"{name}.jsonl")]
    return DrivenProgram("board", options, token=token, log=folder / f"{name}.log")


def of_board(head: HallClient) -> dict[str, Any]:
    device: dict[str, Any] = next(one for one in head.get("/queues")["devices"] if one["kind"] == "board")
    return device


def tickets(folder: Path, name: str, event: str) -> list[str]:
    path = folder / f"{name}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return sorted({one["ticket"] for one in map(json.loads, lines) if one["event"] == event})


def shown(folder: Path, name: str) -> list[str]:
    return tickets(folder, name, "shown")


def test_a_dead_line_is_marked_and_told_and_a_board_comes_back_as_its_twin(
    start_demo: StartDemo, tmp_path: Path
) -> None:
    demo = start_demo(size="middle").description
    tokens, head = demo["tokens"], HallClient(demo["hall"], demo["tokens"]["head"])
    kiosk = HallClient(demo["hall"], tokens["kiosk"])
    port = int(demo["hall"].rpartition(":")[2])
    with cuttable_line(port) as line:
        # Given a board that is alive, with a call on it, and its picture at the hall head's
        with board(line.url, tokens["board"], tmp_path) as first:
            kiosk.post("/visits", {"service": "A"})
            HallClient(demo["hall"], tokens["counters"]["1"]).post("/counters/1/call-next")
            until(lambda: shown(tmp_path, "board") == ["A001"], "the call is shown", first.log, timeout_s=60)
            until(lambda: bool(of_board(head)["picture_at"]), "its picture", lambda: of_board(head), timeout_s=60)
            assert of_board(head)["silent"] is False
            # When a visitor who cannot see asks at the kiosk, then the call is said again (this board has no sound)
            kiosk.post("/calls/repeat")
            until(lambda: tickets(tmp_path, "board", "said_again") == ["A001"], "said again", first.log, timeout_s=60)
            # When the line falls dead without a word, then the board says so and keeps the call
            line.deaden()
            until(
                lambda: "انقطع" in str(first.tell(find="notices")["description"]),
                "the mark",
                lambda: first.tell(find="notices"),
                timeout_s=60,
            )
            assert first.sees("large_call")
            # And the hall head sees that it is silent
            until(lambda: of_board(head)["silent"] is True, "the alert", lambda: of_board(head), timeout_s=60)
            # When the line works again, then both see it
            line.mend()
            until(lambda: of_board(head)["silent"] is False, "alive again", lambda: of_board(head), timeout_s=60)
            # And a board that is started beside it shows the same
            with board(line.url, tokens["board"], tmp_path, "twin") as twin:
                until(lambda: shown(tmp_path, "twin") == ["A001"], "the twin shows it", twin.log, timeout_s=60)
                names = [one.tell(find="large_call")["name"] for one in (first, twin)]
                assert names[0] == names[1]
                assert "A001" in names[0]
        # When it is switched off, then the hall head sees that as well
        until(lambda: of_board(head)["silent"] is True, "the alert again", lambda: of_board(head), timeout_s=60)
