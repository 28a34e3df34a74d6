"""What commands of the queue see and change."""

from __future__ import annotations

from typing import Protocol

from hall.calendar.ports import HasDays, HasPastDays
from hall.people.work import PeopleWork
from hall.queue.figure_sources import StageSource
from hall.queue.model.corrections.ports import HasClosedDays, HasCorrections
from hall.queue.model.ports import (
    HasAnnouncedRanges,
    HasBlocks,
    HasBookings,
    HasNumbers,
    HasReturns,
    HasSessions,
    HasVisits,
)
from hall.queue.queries.corrections import EndedStages


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
