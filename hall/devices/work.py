"""What commands about devices see and change."""

from __future__ import annotations

from typing import Protocol

from hall.day.work import DayWork
from hall.devices.model.kiosk_use_ports import HasKioskUse
from hall.devices.model.print_ports import HasPapers, HasPrints


class DevicesWork(DayWork, HasKioskUse, HasPapers, HasPrints, Protocol):
    """What devices print, and how kiosks are used."""
