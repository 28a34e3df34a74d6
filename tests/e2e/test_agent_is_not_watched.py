"""Nobody sees an agent's screen: the counter's PC sends no picture of it."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from commands.hall_client import HallClient
from tests.helpers.agents_seat import AGENT, COUNTER, RealHall, paired, real_hall
from tests.helpers.cuttable_line import cuttable_line
from tools.qt_driver.driven_program import DrivenProgram, until

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


def test_a_board_sends_its_picture_and_the_counter_beside_it_sends_none(tmp_path: Path) -> None:
    with real_hall(tmp_path) as hall, ExitStack() as stack:
        line = stack.enter_context(cuttable_line(int(hall.base.rpartition(":")[2])))
        options = ["--hall", line.url, "--counter", str(COUNTER), "--language", "en", "--session", session(hall)]
        counter = stack.enter_context(
            DrivenProgram("counter", options, token=hall.counter_token, log=tmp_path / "counter.log")
        )
        counter.wait_for("primary")
        # The board starts after the counter: a picture of the counter would have come before the board's.
        board_token = paired(HallClient(hall.base, hall.admin_token), "board")
        board = stack.enter_context(
            DrivenProgram("board", ["--hall", hall.base, "--mute"], token=board_token, log=tmp_path / "board.log")
        )
        until(lambda: pictured(hall)["board"], "the board's picture reaches the hall", board.log)
        assert ("GET", f"/api/v1/counters/{COUNTER}") in line.asked
        assert not [path for _, path in line.asked if path.endswith("/picture")]
        assert not any(magic in content for content in line.sent for magic in (PNG, JPEG))
        assert not pictured(hall)["counter"]


def session(hall: RealHall) -> str:
    """Sign the agent in at the counter's PC and return the session's token."""
    pc = HallClient(hall.base, hall.counter_token)
    return str(pc.post(f"/counters/{COUNTER}/sign-in", {"agent": AGENT, "pin": hall.pin})["token"])


def pictured(hall: RealHall) -> dict[str, bool]:
    """Return for each kind of device whether the hall has a picture of its screen."""
    return {device["kind"]: device["picture_at"] is not None for device in hall.head.get("/devices")}
