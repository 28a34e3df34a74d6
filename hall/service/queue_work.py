"""What commands of the queue see and change."""

from __future__ import annotations

from typing import Protocol

from hall.application.announced_ports import HasAnnouncedRanges
from hall.application.block_ports import HasBlocks
from hall.application.booking_ports import HasBookings
from hall.application.correction_ports import HasClosedDays, HasCorrections
from hall.application.corrections_query import EndedStages
from hall.application.day_ports import HasDays, HasPastDays
from hall.application.number_ports import HasNumbers
from hall.application.return_ports import HasReturns
from hall.application.session_ports import HasSessions
from hall.application.visit_ports import HasVisits
from hall.service.figure_sources import StageSource
from hall.service.people_work import PeopleWork


class QueueWork(
    PeopleWork,
    HasAnnouncedRanges,
    HasBlocks,
    HasBookings,
    HasClosedDays,
    HasCorrections,
    HasDays,
    HasNumbers,
    HasPastDays,
    HasReturns,
    HasSessions,
    HasVisits,
    Protocol,
):
    """Visits, their numbers, and the sessions at the counters."""

    @property
    def outliers(self) -> EndedStages:
        """Stages whose serving time can hardly be right."""
        ...

    @property
    def figures(self) -> StageSource:
        """The stages of service days, as figures need them."""
        ...
