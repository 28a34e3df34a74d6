"""How the check before the hall opens stands."""

from __future__ import annotations

import pytest

from contracts.day.opening import StepState
from contracts.queue.queues_view import DeviceNow
from contracts.words.hall import DeviceAct
from hall.day.commands.begin_opening import BeginOpening, begin_opening
from hall.day.commands.end_opening import EndOpening, end_opening
from hall.day.queries.opening import PATIENCE_S, opening_view
from hall.devices.commands.act_at_device import ActAtDevice, act_at_device
from hall.kernel.ids import DeviceId
from tests.helpers.example_hall import new_hall, staffed_hall
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

OK, WAITING, ASK, TROUBLE = StepState.OK, StepState.WAITING, StepState.ASK, StepState.TROUBLE


def device(kind: str, name: str, paper: str | None = None) -> DeviceNow:
    return DeviceNow(name, kind, name.upper(), "ok", None, paper, None)


DEVICES = (device("kiosk", "k1", "ok"), device("board", "b1"), device("counter", "c1"))


def steps(
    hall: MemoryHall, *reasons: str, devices: tuple[DeviceNow, ...] = DEVICES, centre: bool = True
) -> dict[str, tuple[StepState, str]]:
    view = opening_view(work=hall.work(), now=hall.clock.now(), devices=devices, reasons=reasons, centre=centre)
    return {f"{step.step}:{step.subject}": (step.state, step.detail) for step in view.steps}


def test_before_the_first_check_there_is_none():
    hall = new_hall()
    view = opening_view(work=hall.work(), now=hall.clock.now(), devices=DEVICES, reasons=(), centre=True)
    assert (view.check, view.steps) == (None, ())


def test_devices_are_awaited_then_missed():
    hall = staffed_hall()
    hall.run(begin_opening, BeginOpening("c1", "noor"))
    found = steps(hall)
    assert (found["kiosk:k1"], found["board:b1"], found["paper:k1"]) == ((WAITING, ""), (WAITING, ""), (OK, "ok"))
    assert "counter:c1" not in found
    hall.run(act_at_device, ActAtDevice(DeviceId("k1"), DeviceAct.TEST_PRINTED))
    hall.clock.advance(PATIENCE_S + 1)
    assert (steps(hall)["kiosk:k1"], steps(hall)["board:b1"]) == ((OK, ""), (TROUBLE, "no_answer"))


def test_that_a_board_was_heard_and_the_clock_is_right_only_a_person_knows():
    hall = staffed_hall()
    hall.run(begin_opening, BeginOpening("c1", "noor"))
    hall.run(act_at_device, ActAtDevice(DeviceId("b1"), DeviceAct.TEST_SPOKEN))
    assert (steps(hall)["board:b1"], steps(hall)["clock:"]) == ((ASK, ""), (ASK, ""))


@pytest.mark.parametrize(
    ("act", "step"),
    [(DeviceAct.TEST_UNSPOKEN, (TROUBLE, "no_sound")), (DeviceAct.TEST_MUTED, (OK, "muted"))],
)
def test_a_board_that_cannot_speak_says_why_at_once(act: DeviceAct, step: tuple[StepState, str]):
    hall = staffed_hall()
    hall.run(begin_opening, BeginOpening("c1", "noor"))
    hall.run(act_at_device, ActAtDevice(DeviceId("b1"), act))
    assert steps(hall)["board:b1"] == step


def test_a_hall_without_a_centre_says_so():
    hall = staffed_hall()
    hall.run(begin_opening, BeginOpening("c1", "noor"))
    assert steps(hall, centre=False)["centre:"] == (OK, "no_centre")


@pytest.mark.parametrize(
    ("paper", "step"), [("low", (TROUBLE, "low")), ("out", (TROUBLE, "out")), (None, (ASK, "unknown"))]
)
def test_paper_is_in_order_or_looked_at(paper: str | None, step: tuple[StepState, str]):
    hall = staffed_hall()
    hall.run(begin_opening, BeginOpening("c1", "noor"))
    assert steps(hall, devices=(device("kiosk", "k1", paper),))["paper:k1"] == step


def test_the_hall_knows_of_its_disk_the_centre_and_who_is_signed_in():
    hall = staffed_hall()
    hall.run(begin_opening, BeginOpening("c1", "noor"))
    found = steps(hall, "disk_low", "centre_away")
    assert (found["disk:"], found["centre:"]) == ((TROUBLE, "disk_low"), (TROUBLE, "centre_away"))
    assert (found["counter:1"], found["counter:4"]) == ((OK, ""), (ASK, "not_signed_in"))
    assert (steps(hall)["disk:"], steps(hall)["centre:"]) == ((OK, ""), (OK, ""))


def test_a_stored_check_is_told_as_it_was_stored():
    hall = staffed_hall()
    hall.run(begin_opening, BeginOpening("c1", "noor"))
    view = opening_view(work=hall.work(), now=hall.clock.now(), devices=DEVICES, reasons=(), centre=True)
    hall.run(end_opening, EndOpening("c1", "noor", view.steps, {"clock:"}))
    assert steps(hall, "disk_low")["disk:"] == (OK, "")
    assert steps(hall)["kiosk:k1"] == (TROUBLE, "no_answer")


@pytest.mark.parametrize("act", [None, DeviceAct.TEST_MUTED])
def test_a_board_that_reports_no_sound_is_in_trouble_without_its_answer_and_at_an_hour_without_calls(
    act: DeviceAct | None,
):
    hall = staffed_hall()
    hall.run(begin_opening, BeginOpening("c1", "noor"))
    if act is not None:
        hall.run(act_at_device, ActAtDevice(DeviceId("b1"), act))
    board = replace(device("board", "b1"), state="degraded", fault="no_sound")
    assert steps(hall, devices=(board,))["board:b1"] == (TROUBLE, "no_sound")
