"""What staff see of the machine comes when it has answered, and not to somebody who has gone elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.device.machine import MachineError
from kiosk.staff import session
from kiosk.staff.machine_settings import MACHINE_ACTS, StaffMachine, named_addresses, network
from kiosk.staff.session import StaffSession, StaffStep
from kiosk.state.conditions import Conditions
from qtkit.program.jobs import JobLane
from tests.helpers.hand_driven import HandDriven


class Machine:
    """A machine whose loudness is 60 % and whose brightness cannot be set."""

    def __init__(self) -> None:
        self.owner, self.hands, self.moves = QObject(), HandDriven(), []
        self.machine = StaffMachine(JobLane(self.hands, self.owner), self._change, self.owner)
        self.machine.moved.connect(self.moves.append)

    def _change(self, what: str, by: int) -> int:
        if what == "brightness":
            raise MachineError("no backlight")
        return 60 + by

    def after(self, qtbot: QtBot, act: str, staff: StaffSession) -> StaffSession:
        self.machine.do(act)
        self.hands.run_all()
        qtbot.waitUntil(lambda: bool(self.moves))
        return self.moves.pop()(staff)


@pytest.mark.parametrize(("act", "percent"), [("volume", 60), ("louder", 70), ("softer", 50)])
def test_the_loudness_is_shown_as_it_is_now(qtbot: QtBot, act: str, percent: int) -> None:
    after = Machine().after(qtbot, act, session.opened("Salim"))
    assert (after.step, after.message, after.detail, after.name) == (
        StaffStep.LEVEL, "volume", f"{percent} %", "Salim",
    )  # fmt: skip


def test_what_cannot_be_set_is_told_with_its_reason(qtbot: QtBot) -> None:
    after = Machine().after(qtbot, "brighter", session.opened("Salim"))
    assert (after.step, after.message, after.detail) == (StaffStep.MESSAGE, "not_settable", "no backlight")


def test_an_answer_that_comes_late_changes_nothing(qtbot: QtBot) -> None:
    elsewhere = session.paper_begun(session.opened("Salim"), 1.0)
    assert Machine().after(qtbot, "louder", elsewhere) is elsewhere


def test_the_network_is_told_with_this_machines_addresses() -> None:
    assert network(session.opened("Salim"), Conditions(True)).message == "network_online"
    told = network(session.opened("Salim"), Conditions(False))
    assert (told.message, told.detail) == ("network_away", "  ·  ".join(named_addresses()))
    assert not any("127.0.0.1" in address for address in named_addresses())


def test_every_act_has_a_counterpart() -> None:
    assert sum(by for _, by in MACHINE_ACTS.values()) == 0
