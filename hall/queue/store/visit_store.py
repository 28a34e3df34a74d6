"""The hall's visits in the database, as `hall.queue.model.ports.VisitStore`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    not_,
    or_,
    select,
    update,
)

from contracts.words.hall import VisitState
from hall.kernel.facts import Fact
from hall.kernel.ids import CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.refusals import VisitUnknownError
from hall.platform.db.moment_rows import moment_set, read_readings
from hall.platform.db.tables.core import stage, visit
from hall.queue.model.calling.waiting_line import Candidates, Waiting, ranked_by_time_alone
from hall.queue.model.ports import Sought, WaitingSince
from hall.queue.model.stage import AT_COUNTER, IN_HALL
from hall.queue.model.visit import Visit
from hall.queue.store.visit_columns import Values, stage_values, visit_values
from hall.queue.store.visit_counts import tickets_given
from hall.queue.store.visit_rows import read_visits, select_queue, select_visits, waiting_row
from hall.queue.store.visit_search import select_sought

_IN_HALL = sorted(state.value for state in IN_HALL)
_AT_COUNTER = sorted(state.value for state in AT_COUNTER)
_ATTENDED = sorted([*_AT_COUNTER, VisitState.PARKED.value])
_BY_CLOSE = [
    state.value
    for state in (VisitState.NO_SHOW, VisitState.CANCELLED, VisitState.CARRIED_OVER, VisitState.CLOSED_BY_DAY)
]
"""How the close of a day may end a visit."""
_HOLDS_NUMBER = sorted([*_IN_HALL, VisitState.NO_SHOW.value])


def _state_of(states: Sequence[str]) -> ColumnElement[bool]:
    """Return that the visit is in one of these states; SQLAlchemy writes an IN at each execution, an OR once."""
    return or_(*(visit.c.state == state for state in states))


# Built once: to put a statement of fifty columns together costs more than to run it.
_BY_ISSUE = (visit.c.issued_at, visit.c.id, stage.c.position)
_OF_DAY = visit.c.service_day == bindparam("day")
_VISITS = select_visits()
_FIND = _VISITS.where(visit.c.id == bindparam("visit")).order_by(stage.c.position)
_NUMBERED = _VISITS.where(_OF_DAY, visit.c.number == bindparam("number")).order_by(*_BY_ISSUE)
_IN_STATE = _VISITS.where(_OF_DAY, visit.c.state == bindparam("state")).order_by(*_BY_ISSUE)
_WAITING_FOR = _VISITS.where(
    _OF_DAY,
    visit.c.state == VisitState.WAITING.value,
    visit.c.service.in_(bindparam("services", expanding=True)),
).order_by(*_BY_ISSUE)
_VISIT_AT_COUNTER = _VISITS.where(_state_of(_AT_COUNTER), visit.c.counter == bindparam("counter")).order_by(
    visit.c.called_at.desc(), visit.c.id, stage.c.position
)
_PARKED_AT = _VISITS.where(visit.c.state == VisitState.PARKED.value, visit.c.counter == bindparam("counter")).order_by(
    *_BY_ISSUE
)
_DAY_IN_HALL = _VISITS.where(_OF_DAY, visit.c.state.in_(_IN_HALL)).order_by(*_BY_ISSUE)
_DAY_ATTENDED = _VISITS.where(_OF_DAY, visit.c.state.in_(_ATTENDED)).order_by(*_BY_ISSUE)
_ENDED_BY_CLOSE = _VISITS.where(_OF_DAY, visit.c.state.in_(_BY_CLOSE), visit.c.previous_state.is_not(None)).order_by(
    *_BY_ISSUE
)
_RECENT_CALLS = _VISITS.where(
    visit.c.id.in_(
        select(visit.c.id)
        .where(_OF_DAY, visit.c.called_at.is_not(None))
        .order_by(visit.c.called_at.desc(), visit.c.id)
        .limit(bindparam("limit"))
    )
).order_by(visit.c.called_at.desc(), visit.c.id, stage.c.position)
_NEWEST_OF_TICKET = (
    select(visit.c.id)
    .where(_OF_DAY, visit.c.ticket == bindparam("ticket"))
    .order_by(visit.c.issued_at.desc(), visit.c.id.desc())
    .limit(1)
)
_OF_CODE = select(visit.c.id).where(visit.c.code_hash == bindparam("code"), visit.c.code_hash != "").limit(1)
_SERVED = (
    select(stage.c.service, func.count())
    .join(visit, visit.c.id == stage.c.visit)
    .where(_OF_DAY, stage.c.state == VisitState.FINISHED.value, stage.c.begun_at.is_not(None))
    .group_by(stage.c.service)
)
# An update leaves out what never changes: else the database moves index entries and checks the rows that refer to it.
_FIXED = {"id", "service_day", "issued_at", "issued_ns", "issued_boot"}
_STAGE_FIXED = {"visit", "position", "issued_at"}
_INSERT = insert(visit)
_INSERT_STAGE = insert(stage)
_UPDATE = update(visit).where(visit.c.id == bindparam("old_id"), visit.c.revision == bindparam("old_revision"))
_UPDATE_STAGE = update(stage).where(
    stage.c.visit == bindparam("old_visit"), stage.c.position == bindparam("old_position")
)
_COUNT_WAITING = select(func.count()).where(
    visit.c.service_day == bindparam("day"),
    visit.c.state == VisitState.WAITING.value,
    visit.c.service == bindparam("service"),
)
_QUEUE = select_queue().where(visit.c.service_day == bindparam("day"), visit.c.state == VisitState.WAITING.value)
_QUEUE_FOR = _QUEUE.where(visit.c.service == bindparam("service"))
# Monotonic readings of another boot say nothing now: who has waited through a restart is looked at one by one.
_BY_TIME = (visit.c.rank_boot == bindparam("boot"), visit.c.by_time == 1)
_WAITS = (visit.c.service_day == bindparam("day"), visit.c.state == VisitState.WAITING.value)
_FIRST_OF_EACH = select(func.min(visit.c.rank_ns)).where(*_WAITS, *_BY_TIME).group_by(visit.c.service, visit.c.lane)
_OTHER = visit.alias("other")
_ALIKE = select(func.count()).where(
    _OTHER.c.service_day == bindparam("day"),
    _OTHER.c.state == VisitState.WAITING.value,
    _OTHER.c.service == visit.c.service,
    _OTHER.c.lane == visit.c.lane,
    _OTHER.c.rank_boot == bindparam("boot"),
    _OTHER.c.by_time == 1,
)
"""How many of the visit's service and lane only time puts in order."""
_CANDIDATES = (
    select_queue()
    .add_columns(_ALIKE.scalar_subquery().label("alike"))
    .where(*_WAITS, or_(not_(and_(*_BY_TIME)), visit.c.rank_ns.in_(_FIRST_OF_EACH)))
)
_ANYBODY = select(visit.c.id).where(visit.c.service_day == bindparam("day"), visit.c.state.in_(_IN_HALL)).limit(1)
_NUMBER_IN_HALL = (
    select(visit.c.revision).where(_OF_DAY, visit.c.ticket == bindparam("ticket"), _state_of(_HOLDS_NUMBER)).limit(1)
)
_NUMBER_AND_QUEUE = select(exists(_NUMBER_IN_HALL), _COUNT_WAITING.scalar_subquery())
_WAITING_SINCE = (
    select(stage.c.service, visit.c.ticket, stage.c.issued_at, stage.c.readings)
    .join(visit, (stage.c.visit == visit.c.id) & (stage.c.state == VisitState.WAITING.value))
    .where(visit.c.service_day == bindparam("day"), visit.c.state == VisitState.WAITING.value)
)
_COUNT_MISSED = select(func.count()).where(
    visit.c.service_day == bindparam("day"), visit.c.state == VisitState.NO_SHOW.value
)
_NUMBERS_IN_HALL = select(visit.c.ticket).where(
    visit.c.service_day == bindparam("day"), visit.c.state.in_(_HOLDS_NUMBER), visit.c.ticket != ""
)


def _filled(values: Values) -> Values:
    """Return the columns of a new row that hold something: of a new stage half are empty, and each costs time."""
    return {name: value for name, value in values.items() if value is not None}


class Recorder(Protocol):
    """Where a store leaves the facts of what it stored."""

    def visit_facts(self, visit: Visit, facts: Sequence[Fact]) -> None:
        """Record facts about the visit as it is now."""
        ...


class SqlVisits:
    """Visits over one connection; what is saved must have been read or added in the same work.

    `stages_stored` belongs to that work: how many stages of each visit it knows to be stored.
    """

    def __init__(self, connection: Connection, recorder: Recorder, stages_stored: dict[VisitId, int]) -> None:
        self._connection = connection
        self._recorder = recorder
        self._stages_stored = stages_stored

    def get(self, visit: VisitId) -> Visit:
        """Return the visit; raise VisitUnknownError."""
        found = self.find(visit)
        if found is None:
            raise VisitUnknownError(f"there is no visit {visit}")
        return found

    def find(self, visit: VisitId) -> Visit | None:
        """Return the visit, or None."""
        return self._first(_FIND, {"visit": visit})

    def by_ticket(self, day: date, ticket: str) -> Visit | None:
        """Return the newest visit of the day with this ticket number, or None."""
        return self._found_by(_NEWEST_OF_TICKET, {"day": day, "ticket": ticket})

    def numbered(self, day: date, number: int) -> Sequence[Visit]:
        """Return the day's visits with this running number, of whatever service, oldest issue first."""
        return self._all(_NUMBERED, {"day": day, "number": number})

    def by_code_hash(self, code_hash: str) -> Visit | None:
        """Return the visit whose QR code hashes to this, or None."""
        return self._found_by(_OF_CODE, {"code": code_hash})

    def sought(self, day: date, what: Sought, limit: int) -> Sequence[Visit]:
        """Return at most `limit` visits of the day with a ticket that fit, the newest issue first."""
        return self._all(select_sought(day, what, limit))

    def waiting(self, day: date, services: Collection[ServiceCode] | None = None) -> Sequence[Visit]:
        """Return the day's waiting visits (of these services, or all), oldest issue first."""
        if services is None:
            return self._in_state(day, VisitState.WAITING)
        return self._all(_WAITING_FOR, {"day": day, "services": sorted(services)})

    def queue(self, day: date, services: Collection[ServiceCode] | None = None) -> Sequence[Waiting]:
        """Return those of `waiting` with only the values that rank them, in any order."""
        if services is None:
            return [waiting_row(row) for row in self._connection.execute(_QUEUE, {"day": day}).all()]
        of_each = (self._connection.execute(_QUEUE_FOR, {"day": day, "service": one}).all() for one in set(services))
        return [waiting_row(row) for rows in of_each for row in rows]

    def candidates(self, day: date, now: Moment) -> Candidates:
        """Return those of `queue` who can be next at any counter now."""
        rows = self._connection.execute(_CANDIDATES, {"day": day, "boot": now.boot}).all()
        found = [waiting_row(row) for row in rows]
        behind = Counter[ServiceCode]()
        for (service, _lane), many in {(row.service, row.lane): row.alike for row in rows}.items():
            behind[ServiceCode(service)] += many
        behind.subtract(who.service for who in found if ranked_by_time_alone(who) and who.rank_from.boot == now.boot)
        return Candidates(found, behind)

    def anybody_in_hall(self, day: date) -> bool:
        """Return whether `in_hall` would have anybody, without loading them."""
        return self._connection.execute(_ANYBODY, {"day": day}).first() is not None

    def at_counter(self, counter: CounterId) -> Visit | None:
        """Return the visit called to or being served at the counter, of whatever day, or None."""
        return self._first(_VISIT_AT_COUNTER, {"counter": counter})

    def parked_at(self, counter: CounterId) -> Sequence[Visit]:
        """Return the visits parked at the counter, of whatever day, oldest issue first."""
        return self._all(_PARKED_AT, {"counter": counter})

    def count_waiting(self, day: date, service: ServiceCode) -> int:
        """Return how many visits of the day wait for the service, without loading them."""
        return int(self._connection.execute(_COUNT_WAITING, {"day": day, "service": service}).scalar_one())

    def in_hall(self, day: date) -> Sequence[Visit]:
        """Return the day's visits that are waiting, called, being served or parked."""
        return self._all(_DAY_IN_HALL, {"day": day})

    def attended(self, day: date) -> Sequence[Visit]:
        """Return the day's visits that are called, being served or parked: as many as there are counters, about."""
        return self._all(_DAY_ATTENDED, {"day": day})

    def waiting_since(self, day: date) -> Mapping[ServiceCode, Sequence[WaitingSince]]:
        """Return since when everybody who waits has waited in the current stage, by service, without loading them."""
        found: dict[ServiceCode, list[WaitingSince]] = {}
        for service, ticket, issued_at, readings in self._connection.execute(_WAITING_SINCE, {"day": day}):
            since = moment_set(issued_at, "issued", read_readings(readings))
            found.setdefault(service, []).append(WaitingSince(ticket, since))
        return found

    def tickets_given(self, day: date) -> Mapping[ServiceCode, int]:
        """Return how many tickets of the day count against each service's quota."""
        return tickets_given(self._connection, day)

    def count_missed(self, day: date) -> int:
        """Return how many `missed` would return, without loading them."""
        return int(self._connection.execute(_COUNT_MISSED, {"day": day}).scalar_one())

    def carried_over(self, day: date) -> Sequence[Visit]:
        """Return the visits which the close of this day carried over, oldest issue first."""
        return self._in_state(day, VisitState.CARRIED_OVER)

    def ended_by_close(self, day: date, close: Moment) -> Sequence[Visit]:
        """Return the visits which the close of this day at this moment ended, oldest issue first."""
        return [one for one in self._all(_ENDED_BY_CLOSE, {"day": day}) if one.ended_by_close(close)]

    def recent_calls(self, day: date, limit: int) -> Sequence[Visit]:
        """Return at most `limit` visits of the day by their newest call, the latest first, whatever they are now."""
        return self._all(_RECENT_CALLS, {"day": day, "limit": limit})

    def served(self, day: date) -> Mapping[ServiceCode, int]:
        """Return how many stages of the day were begun and are finished (a transfer ends one too), by service."""
        return {ServiceCode(service): count for service, count in self._connection.execute(_SERVED, {"day": day})}

    def missed(self, day: date) -> Sequence[Visit]:
        """Return the day's visits in no_show, the latest first."""
        found = self._in_state(day, VisitState.NO_SHOW)
        return sorted(found, key=lambda one: one.stage.ended.at if one.stage.ended else one.issued.at, reverse=True)

    def number_in_hall(self, day: date, ticket: str) -> bool:
        """Return whether a visit still in the hall, or missed and able to come back, holds this number today."""
        return self._connection.execute(_NUMBER_IN_HALL, {"day": day, "ticket": ticket}).first() is not None

    def number_and_queue(self, day: date, ticket: str, service: ServiceCode) -> tuple[bool, int]:
        """Return `number_in_hall` and `count_waiting` in one question: each issue asks this."""
        asked = {"day": day, "ticket": ticket, "service": service}
        held, waiting = self._connection.execute(_NUMBER_AND_QUEUE, asked).one()
        return bool(held), int(waiting)

    def numbers_in_hall(self, day: date) -> Collection[str]:
        """Return every number for which `number_in_hall` says yes, in one question."""
        return frozenset(self._connection.execute(_NUMBERS_IN_HALL, {"day": day}).scalars())

    def add(self, visit: Visit) -> None:
        """Store a new visit and record its `new_facts`; the list is empty afterwards."""
        self._connection.execute(_INSERT, _filled(visit_values(visit)))
        self._store_stages(visit, stored=0)
        self._told(visit)

    def save(self, visit: Visit, *, changed_from: int | None = None) -> None:
        """Store a changed visit with its revision grown by one and record its `new_facts`."""
        revision = visit.revision
        visit.revision += 1
        values = {name: value for name, value in visit_values(visit).items() if name not in _FIXED}
        done = self._connection.execute(_UPDATE, {**values, "old_id": visit.id, "old_revision": revision})
        if done.rowcount != 1:
            raise AssertionError(f"visit {visit.id} is not stored at revision {revision}")
        self._store_stages(visit, stored=self._stages_stored[visit.id], changed_from=changed_from)
        self._told(visit)

    def _store_stages(self, visit: Visit, *, stored: int, changed_from: int | None = None) -> None:
        # Only the newest stored stage can have changed by a move: a transfer ends one and begins the next. One that is
        # taken back leaves a stage less.
        if len(visit.stages) < stored:
            gone = (stage.c.visit == visit.id, stage.c.position >= len(visit.stages))
            self._connection.execute(delete(stage).where(*gone))
        newest = max(min(stored, len(visit.stages)) - 1, 0)
        for position in range(newest if changed_from is None else min(changed_from, newest), len(visit.stages)):
            values = stage_values(visit, position)
            if position >= stored:
                self._connection.execute(_INSERT_STAGE, _filled(values))
            else:
                changed = {name: value for name, value in values.items() if name not in _STAGE_FIXED}
                keys = {"old_visit": visit.id, "old_position": position}
                self._connection.execute(_UPDATE_STAGE, {**changed, **keys})
        self._stages_stored[visit.id] = len(visit.stages)

    def _told(self, visit: Visit) -> None:
        facts = list(visit.new_facts)
        visit.new_facts.clear()
        self._recorder.visit_facts(visit, facts)

    def _found_by(self, query: Select[Any], parameters: dict[str, Any]) -> Visit | None:
        found = self._connection.execute(query, parameters).scalar_one_or_none()
        return None if found is None else self.find(VisitId(found))

    def _in_state(self, day: date, state: VisitState) -> list[Visit]:
        return self._all(_IN_STATE, {"day": day, "state": state.value})

    def _first(self, query: Select[Any], parameters: dict[str, Any]) -> Visit | None:
        return next(iter(self._all(query, parameters)), None)

    def _all(self, query: Select[Any], parameters: dict[str, Any] | None = None) -> list[Visit]:
        visits = read_visits(self._connection.execute(query, parameters or {}))
        for one in visits:
            self._known(one)
        return visits

    def _known(self, visit: Visit) -> Visit:
        """Remember how many of its stages are stored."""
        self._stages_stored[visit.id] = len(visit.stages)
        return visit
