"""Test slips and changes of paper at the hands of staff: what is printed, judged and told."""

from __future__ import annotations

import pytest

from contracts.words.hall import DeviceAct
from kiosk.staff.session import StaffStep
from tests.kiosk.staff.test_controller import PIN, Desk, desk, file

__all__ = ["desk", "file"]
"""The fixtures of the menu that this is a part of."""


def test_a_slip_names_the_device_with_and_without_the_hall(desk: Desk) -> None:
    with_hall = desk.desk.paper.trial()
    desk.conditions = type(desk.conditions)(online=False)
    alone = desk.desk.paper.trial()
    assert with_hall.device == alone.device == "k1"
    assert with_hall.zone == "Asia/Muscat"


@pytest.mark.parametrize(("answer", "message"), [("edges_yes", "test_printed"), ("edges_no", "wrong_roll")])
def test_what_is_seen_on_the_slip_is_taken(desk: Desk, answer: str, message: str) -> None:
    judged: list[bool] = []
    desk.desk.paper.roll_judged.connect(judged.append)
    desk.enter(PIN)
    desk.desk.choose("test_print")
    desk.settle()
    assert len(desk.memory.sheets) == 1
    desk.desk.choose(answer)
    assert judged == [answer == "edges_yes"]
    assert desk.desk.staff is not None
    assert desk.desk.staff.message == message
    assert (desk.calls.acts[-1].act is DeviceAct.TEST_PRINTED) == (answer == "edges_yes")


def test_a_change_of_paper_is_timed_from_its_first_step(desk: Desk) -> None:
    desk.enter(PIN)
    desk.desk.choose("paper")
    desk.now_s += 75.4
    for _ in range(4):
        desk.desk.choose("paper_next")
    desk.settle()
    desk.desk.choose("edges_yes")
    assert desk.desk.paper.took_s == 75
    assert (desk.calls.acts[-1].act, desk.calls.acts[-1].took_s) == (DeviceAct.PAPER_CHANGED, 75)
    assert desk.step is not StaffStep.TRIAL


def test_a_slip_that_ends_after_the_menu_was_left_opens_nothing(desk: Desk) -> None:
    desk.enter(PIN)
    desk.desk.choose("test_print")
    desk.desk.close()
    desk.settle()
    assert desk.desk.staff is None
