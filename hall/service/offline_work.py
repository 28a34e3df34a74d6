"""What commands about tickets given without the hall see and change."""

from __future__ import annotations

from typing import Protocol

from hall.application.block_ports import HasBlocks
from hall.service.devices_work import DevicesWork


class OfflineWork(DevicesWork, HasBlocks, Protocol):
    """The numbers kept for kiosks."""
