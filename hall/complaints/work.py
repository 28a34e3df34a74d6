"""What commands about complaints see and change."""

from __future__ import annotations

from typing import Protocol

from hall.complaints.model.ports import HasComplaints, HasWrittenWords
from hall.devices.work import DevicesWork


class ComplaintsWork(DevicesWork, HasComplaints, HasWrittenWords, Protocol):
    """The complaints, and the answers of visitors beside them."""
