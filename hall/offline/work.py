"""What commands about tickets given without the hall see and change."""

from __future__ import annotations

from typing import Protocol

from hall.devices.work import DevicesWork
from hall.queue.model.ports import HasBlocks


class OfflineWork(DevicesWork, HasBlocks, Protocol):
    """The numbers kept for kiosks."""
