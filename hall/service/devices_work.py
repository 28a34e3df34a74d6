"""What commands about devices see and change."""

from __future__ import annotations

from typing import Protocol

from hall.application.kiosk_use_ports import HasKioskUse
from hall.application.print_ports import HasPapers, HasPrints
from hall.service.day_work import DayWork


class DevicesWork(DayWork, HasKioskUse, HasPapers, HasPrints, Protocol):
    """What devices print, and how kiosks are used."""
