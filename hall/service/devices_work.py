"""What commands about devices see and change."""

from __future__ import annotations

from typing import Protocol

from hall.application.kiosk_use_ports import HasKioskUse
from hall.service.day_work import DayWork


class DevicesWork(DayWork, HasKioskUse, Protocol):
    """What devices print, and how kiosks are used."""
