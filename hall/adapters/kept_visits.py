"""The visits as the writer lane sees them: those in the hall from its memory, all others from the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from contracts.hall_words import VisitState
from hall.adapters.lane_memory import ATTENDED, LaneMemory, VisitsInHall
from hall.adapters.visit_store import Recorder, SqlVisits
from hall.domain.ids import CounterId, ServiceCode, VisitId
from hall.domain.moment import Moment
from hall.domain.stage import IN_HALL
from hall.domain.visit import Visit
from hall.domain.waiting import Waiting
from hall.domain.waiting_line import WaitingLine


class KeptVisits(SqlVisits):
    """What `SqlVisits` answers, without asking the database for whoever is in the hall."""

    def __init__(self, connection: Connection, recorder: Recorder, memory: LaneMemory) -> None:
        super().__init__(connection, recorder)
        self._memory = memory

    def find(self, visit: VisitId) -> Visit | None:
        """Return the visit, or None."""
        kept = self._in_hall.find(visit)
        return super().find(visit) if kept is None else self._known(kept)

    def waiting(self, day: date, services: Collection[ServiceCode] | None = None) -> Sequence[Visit]:
        """Return the day's waiting visits (of these services, or all), oldest issue first."""
        return self._all_known(self._in_hall.waiting(day, services))

    def queue(self, day: date, services: Collection[ServiceCode] | None = None) -> Sequence[Waiting]:
        """Return those of `waiting` with what ranks them and no more, in any order."""
        return self._in_hall.queue(day, services)

    def line(self, day: date) -> WaitingLine:
        """Return everybody of `queue` in rows, for who asks for the first alone; it is read and not changed."""
        return self._in_hall.line(day)

    def count_waiting(self, day: date, service: ServiceCode) -> int:
        """Return how many visits of the day wait for the service."""
        return self._in_hall.count_waiting(day, service)

    def waiting_since(self, day: date) -> Mapping[ServiceCode, Sequence[Moment]]:
        """Return when waiting in the current stage began of everybody who waits, by service."""
        return self._in_hall.waiting_since(day)

    def at_counter(self, counter: CounterId) -> Visit | None:
        """Return the visit called to or being served at the counter, of whatever day, or None."""
        kept = self._in_hall.at_counter(counter)
        return None if kept is None else self._known(kept)

    def parked_at(self, counter: CounterId) -> Sequence[Visit]:
        """Return the visits parked at the counter, of whatever day, oldest issue first."""
        return self._all_known(self._in_hall.standing(frozenset({VisitState.PARKED}), counter=counter))

    def in_hall(self, day: date) -> Sequence[Visit]:
        """Return the day's visits that are waiting, called, being served or parked."""
        return self._all_known(self._in_hall.standing(IN_HALL, day=day))

    def attended(self, day: date) -> Sequence[Visit]:
        """Return the day's visits that are called, being served or parked: as many as there are counters, about."""
        return self._all_known(self._in_hall.standing(ATTENDED, day=day))

    def anybody_in_hall(self, day: date) -> bool:
        """Return whether `in_hall` would have anybody."""
        return self._in_hall.anybody(day)

    def add(self, visit: Visit) -> None:
        """Store a new visit and record its `new_facts`; the list is empty afterwards."""
        self._memory.touched = True
        super().add(visit)
        self._in_hall.keep(visit)

    def save(self, visit: Visit, *, changed_from: int | None = None) -> None:
        """Store a changed visit with its revision grown by one and record its `new_facts`."""
        self._memory.touched = True
        super().save(visit, changed_from=changed_from)
        self._in_hall.keep(visit)

    def _as_stored(self, visit: Visit) -> Visit | None:
        kept = self._in_hall.as_kept(visit.id)
        # Another revision was not read here: the database says so.
        return kept if kept is not None and kept.revision == visit.revision else None

    @property
    def _in_hall(self) -> VisitsInHall:
        if self._memory.in_hall is None:
            self._memory.in_hall = VisitsInHall(self.all_in_hall())
        return self._memory.in_hall

    def _all_known(self, visits: list[Visit]) -> list[Visit]:
        for visit in visits:
            self._known(visit)
        return visits
