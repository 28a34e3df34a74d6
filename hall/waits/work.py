"""What commands about expected waits see and change."""

from __future__ import annotations

from typing import Protocol

from hall.devices.work import DevicesWork
from hall.waits.model.advice_ports import AdviceStore
from hall.waits.model.wait_ports import HasBookedVisits, HasWaits
from hall.waits.queries.plan import PlanSource


class WaitsWork(HasBookedVisits, HasWaits, DevicesWork, Protocol):
    """The past by which waits are expected, and what was said of them."""

    @property
    def advice(self) -> AdviceStore:
        """The advice that was shown, and its outcome."""
        ...

    @property
    def plan_days(self) -> PlanSource:
        """Past days as a staffing plan needs them."""
        ...
