"""A device has done its test."""

from __future__ import annotations

from contracts.words.hall import DeviceAct
from hall.calendar.facts import StaffActed
from hall.day.commands.begin_opening import BeginOpening, begin_opening
from hall.day.commands.end_opening import EndOpening, end_opening
from hall.devices.commands.act_at_device import ActAtDevice, act_at_device
from hall.kernel.ids import DeviceId
from tests.helpers.example_hall import new_hall
from tests.helpers.memory_work import MemoryHall

KIOSK, BOARD = DeviceId("k1"), DeviceId("b1")


def answered(hall: MemoryHall) -> set[str]:
    newest = hall.work().openings.newest()
    return set(newest.answered) if newest else set()


def test_a_test_ticket_and_a_spoken_number_answer_the_check_and_are_facts_too():
    hall = new_hall()
    hall.run(begin_opening, BeginOpening("c1", "noor"))
    hall.run(act_at_device, ActAtDevice(KIOSK, DeviceAct.TEST_PRINTED))
    hall.run(act_at_device, ActAtDevice(BOARD, DeviceAct.TEST_SPOKEN))
    hall.run(act_at_device, ActAtDevice(BOARD, DeviceAct.TEST_SPOKEN))
    assert answered(hall) == {"k1", "b1"}
    assert hall.facts[-1] == StaffActed(BOARD, None, "test_spoken")


def test_without_a_check_under_way_nothing_is_remembered():
    hall = new_hall()
    hall.run(act_at_device, ActAtDevice(KIOSK, DeviceAct.TEST_PRINTED))
    hall.run(begin_opening, BeginOpening("c1", "noor"))
    hall.run(end_opening, EndOpening("c1", "noor", ()))
    hall.run(act_at_device, ActAtDevice(KIOSK, DeviceAct.TEST_PRINTED))
    assert answered(hall) == set()
