"""What commands about the people and devices that may come in see and change."""

from __future__ import annotations

from typing import Protocol

from hall.application.identity_ports import HasIdentities
from hall.application.pin_lock import HasPinTries
from hall.application.staff_access import StaffAccess
from hall.service.hall_work import HallWork


class PeopleWork(HallWork, HasIdentities, HasPinTries, Protocol):
    """Who may come in."""

    @property
    def staff(self) -> StaffAccess:
        """Staff tokens and browser sessions."""
        ...
