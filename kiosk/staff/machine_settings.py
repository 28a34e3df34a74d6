"""The staff menu's actions on the machine: its network, volume and brightness, each done off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

from kiosk.device.machine import STEP_PERCENT, change
from kiosk.staff import session
from kiosk.staff.session import StaffSession
from kiosk.state.conditions import Conditions, certificate_refused
from qtkit.program.jobs import JobLane

MACHINE_ACTS = {
    "volume": ("volume", 0),
    "louder": ("volume", STEP_PERCENT),
    "softer": ("volume", -STEP_PERCENT),
    "brightness": ("brightness", 0),
    "brighter": ("brightness", STEP_PERCENT),
    "darker": ("brightness", -STEP_PERCENT),
}
"""What each act changes, and by how many percent; 0 only asks."""

Change = Callable[[str, int], int]
Move = Callable[[StaffSession], StaffSession]


class StaffMachine(QObject):
    """`moved(Move)`: where the staff's session goes from here, once the machine has answered."""

    moved = Signal(object)

    def __init__(self, lane: JobLane, change: Change = change, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane, self._change = lane, change

    def do(self, act: str) -> None:
        """Do an act of MACHINE_ACTS."""
        what, by = MACHINE_ACTS[act]

        def done(percent: int | None, error: Exception | None) -> None:
            self.moved.emit(lambda staff: _told(staff, what, percent, str(error)))

        self._lane.submit(lambda: self._change(what, by), done)


def network(staff: StaffSession, conditions: Conditions) -> StaffSession:
    """Tell how this machine stands in the network."""
    away = "network_certificate" if certificate_refused(conditions) else "network_away"
    message = "network_online" if conditions.online else away
    return session.told(session.menu(staff), message, "  ·  ".join(named_addresses()))


def named_addresses() -> list[str]:
    """Return this machine's network addresses as `name address`, those of no use to a technician left out."""
    up = QNetworkInterface.InterfaceFlag.IsUp
    return [
        f"{one.humanReadableName()} {entry.ip().toString()}"
        for one in QNetworkInterface.allInterfaces()
        if one.flags() & up and not one.flags() & QNetworkInterface.InterfaceFlag.IsLoopBack
        for entry in one.addressEntries()
        if entry.ip().protocol() is QAbstractSocket.NetworkLayerProtocol.IPv4Protocol
    ]


def _told(staff: StaffSession, what: str, percent: int | None, why: str) -> StaffSession:
    if staff.step not in session.SETTING:
        return staff  # gone elsewhere meanwhile
    if percent is None:
        return session.told(session.menu(staff), "not_settable", why)
    return session.level(staff, what, percent)
