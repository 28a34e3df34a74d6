"""What commands about the people and devices that may come in see and change."""

from __future__ import annotations

from typing import Protocol

from hall.people.model.account_ports import HasAccounts
from hall.people.model.identity_ports import HasIdentities
from hall.people.model.pin_tries_ports import HasPinTries
from hall.people.model.staff_access import StaffAccess
from hall.platform.work import HallWork


class PeopleWork(HallWork, HasAccounts, HasIdentities, HasPinTries, Protocol):
    """Who may come in."""

    @property
    def staff(self) -> StaffAccess:
        """Staff tokens and browser sessions."""
        ...
