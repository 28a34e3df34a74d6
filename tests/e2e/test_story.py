"""From the tap to the centre on real processes: a ticket, its paper, the call, the board, the service, the record."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from bench.running_demo import RunningDemo
from commands.demo import tokens as demo_tokens
from commands.hall_client import HallClient
from tests.e2e.story import served_at_centre, start_programs
from tools.qt_driver.driven_program import until


def test_a_visitor_is_served_from_the_tap_to_the_centre(tmp_path: Path) -> None:
    with RunningDemo(tmp_path / "demo") as demo, ExitStack() as stack:
        tokens = demo_tokens.load(demo.folder)
        hall, centre = demo.description["hall"], demo.description["centre"]
        # Given a kiosk, a counter with its agent and a board
        programs = start_programs(stack, hall, tokens, tmp_path)
        programs.counter.wait_for("primary")
        # When a visitor touches a service
        ticket = programs.take_a_ticket("A")
        # Then the number is on the screen and its paper is printed
        assert ticket.startswith("A001")
        until(lambda: programs.paper.stat().st_size > 5000, "the ticket is on paper", programs.kiosk.log)
        # When the agent presses space, then the visit is called and the board shows it
        until(lambda: "1" in str(programs.counter.tell(find="tab_waiting")["text"]), "one waits", programs.card)
        programs.press_space_until("A001")
        until(lambda: programs.shown_on_board() == ["A001"], "the board shows the call", programs.shown_on_board)
        # When the agent begins and finishes with the same key
        programs.begin_and_finish()
        # Then the hall has served one, the print is a fact, and the centre has the record
        head = HallClient(hall, tokens.head)
        until(lambda: _served(head) == 1, "the hall counts one served", lambda: programs.counter.names())
        until(
            lambda: served_at_centre(centre) == 1,
            "the centre has the record",
            lambda: head.get("/queues"),
            timeout_s=60,
        )


def _served(head: HallClient) -> int:
    return sum(service["served"] for service in head.get("/queues")["services"])
