"""The same story with the hall service away in the middle: tickets go on, nothing is lost, all programs recover."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest

from bench.running_demo import RunningDemo
from commands.demo import tokens as demo_tokens
from commands.hall_client import HallClient
from commands.runtime.process_group import Family
from tests.e2e.story import served_at_centre, start_programs
from tests.helpers.hall_alone import HallAlone
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.full


def test_the_hall_goes_away_after_the_ticket_and_the_visitor_is_served_all_the_same(tmp_path: Path) -> None:
    with RunningDemo(tmp_path / "demo", size="middle"):
        pass
    tokens = demo_tokens.load(tmp_path / "demo")
    with ExitStack() as stack:
        family = stack.enter_context(Family(tmp_path / "logs"))
        place = ["--data", str(tmp_path / "demo" / "centre"), "--port", "0"]
        centre = family.address(family.start("central", [*place, "--open-pages"]))
        to_centre = ["--centre", centre, "--centre-token", tokens.centre]
        hall = stack.enter_context(HallAlone(tmp_path / "demo", *to_centre))
        programs = start_programs(stack, hall.base, tokens, tmp_path)
        # Given a ticket in a visitor's hand and his call on the board
        programs.counter.wait_for("primary")
        assert programs.take_a_ticket("A").startswith("A001")
        until(lambda: "1" in str(programs.counter.tell(find="tab_waiting")["text"]), "one waits", programs.card)
        programs.press_space_until("A001")
        until(lambda: programs.shown_on_board() == ["A001"], "the board shows the call", programs.shown_on_board)
        # When the hall service is killed, then the kiosk gives a reserved number, the counter says so, the board
        # keeps the call
        hall.kill()
        programs.kiosk.tell(press="back_button")
        assert programs.take_a_ticket("A").startswith("A900")
        programs.kiosk.tell(press="back_button")
        until(
            lambda: programs.counter.sees("cut_off"), "the counter shows the cut", programs.counter.names, timeout_s=60
        )
        assert programs.board.sees("large_call")
        # When it is back, then every program recovers automatically and the agent goes on where he was
        hall.start()
        head = HallClient(hall.base, tokens.head)
        until(
            lambda: sum(service["waiting"] for service in head.get("/queues")["services"]) == 1,
            "the kiosk has handed its ticket in",
            programs.kiosk.log,
        )
        until(lambda: not programs.counter.sees("cut_off"), "the counter heals", programs.counter.names, timeout_s=60)
        assert "A001" in programs.card()
        programs.begin_and_finish()
        # And another visitor takes a ticket, with the next number, and the first is at the centre
        assert programs.take_a_ticket("A").startswith("A002")
        until(lambda: served_at_centre(centre) == 1, "the centre has it", lambda: head.get("/queues"), timeout_s=60)
        assert programs.shown_on_board() == ["A001"], "a healed link must not show a call twice"
