"""Where routes find the newest expected waits."""

from __future__ import annotations

from hall.application.announce_wait import TicketEstimates
from hall.service.parts import PartKey

EXPECTED_WAITS = PartKey[TicketEstimates]("expected waits")
