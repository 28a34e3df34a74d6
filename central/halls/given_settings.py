"""One setting given to many halls by one act: how each hall stands with it, the acts of before, and the way back.

An act publishes for each of its halls the next version of what the centre sets there, with this one setting changed.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, func, select, tuple_

from central.audit.staff_acts import note
from central.errors import BodyError, NotFoundError
from central.halls.settings import document_of, keep, lock
from central.store.tables.downlink import settings_document
from central.store.tables.halls import hall
from contracts.centre.settings_document import CentreValue, SettingsDocument, SettingsReport
from contracts.codec.reader import from_json, to_json

ACTS_SHOWN = 20
GIVEN, UNDONE = "setting_given", "setting_undone"
"""How the staff's acts are written down."""


@dataclass(frozen=True)
class GivenHere:
    """What the centre gives to one hall of one setting (None: nothing), and what the hall said last."""

    hall: str
    names: dict[str, str]
    value: CentreValue | None
    version: int
    told: SettingsReport | None
    setting: str

    @property
    def state(self) -> str:
        """none, waiting (the hall has not applied it yet), holds, own (the hall keeps its own) or refused."""
        if self.value is None:
            return "none"
        told = self.told
        if told is None or told.version < self.version or told.state == "waiting":
            return "waiting"
        if told.state != "applied":
            return "refused"
        return "own" if any(one.name == self.setting for one in told.overrides) else "holds"


@dataclass(frozen=True)
class SettingsAct:
    """One act: what it changed in which halls; before and after are those of its first hall."""

    act: str
    at: datetime
    by: str
    halls: Sequence[str]
    before: CentreValue | None
    after: CentreValue | None
    can_undo: bool


def standing(engine: Engine, setting: str) -> Sequence[GivenHere]:
    """Return how each hall stands with a setting."""
    with engine.connect().execution_options(read_only=True) as connection:
        return standing_in(connection, setting)


def mark_of(found: Sequence[GivenHere]) -> str:
    """Return a mark of what is given now: a form that was opened before a change has another one."""
    given = [(one.hall, to_json(one.value) if one.value else None) for one in found]
    return hashlib.sha256(json.dumps(given, sort_keys=True).encode()).hexdigest()[:32]


def give(
    engine: Engine, halls: Sequence[str], setting: str, value: CentreValue | None, *, by: str, now: datetime, seen: str
) -> None:
    """Give these halls another value of a setting, None: no longer any; `seen` is the mark of what the person saw.

    BodyError `settings_changed` where somebody changed it meanwhile, `already_so` where nothing would change.
    """
    with engine.begin() as connection:
        for hall_id in sorted(halls):
            lock(connection, hall_id)
        found = standing_in(connection, setting)
        if mark_of(found) != seen:
            raise BodyError("settings_changed", "somebody has changed this meanwhile: look again", status=409)
        changes = {one.hall: value for one in found if one.hall in set(halls) and one.value != value}
        _change(connection, setting, changes, GIVEN, by=by, now=now)


def undo(engine: Engine, act: str, *, by: str, now: datetime) -> None:
    """Put back what stood before an act, in its halls where the setting was not changed since."""
    with engine.begin() as connection:
        rows = _rows_of(connection, [act])
        if not rows:
            raise NotFoundError("no_such_path", f"no act {act[:40]!r} is known here")
        for row in rows:
            lock(connection, row.hall)
        setting = rows[0].setting
        unchanged = _unchanged(connection, setting)
        put_back = [row for row in rows if (row.hall, row.version) in unchanged]
        documents = _documents(connection, [(row.hall, row.version - 1) for row in put_back])
        changes = {row.hall: _value(documents.get((row.hall, row.version - 1)), setting) for row in put_back}
        _change(connection, setting, changes, UNDONE, by=by, now=now)


def acts_of(engine: Engine, setting: str) -> Sequence[SettingsAct]:
    """Return the newest acts about a setting, the newest first."""
    at = func.max(settings_document.c.published_at)
    newest = (
        select(settings_document.c.act)
        .where(settings_document.c.setting == setting, settings_document.c.act.is_not(None))
        .group_by(settings_document.c.act)
        .order_by(at.desc())
        .limit(ACTS_SHOWN)
    )
    with engine.connect().execution_options(read_only=True) as connection:
        acts = connection.execute(newest).scalars().all()
        rows = _rows_of(connection, acts)
        unchanged = _unchanged(connection, setting)
        firsts = {row.act: row for row in reversed(rows)}
        wanted = [(row.hall, row.version - back) for row in firsts.values() for back in (0, 1)]
        documents = _documents(connection, wanted)
    return [
        SettingsAct(
            act, (first := firsts[act]).published_at, first.by, [row.hall for row in rows if row.act == act],
            _value(documents.get((first.hall, first.version - 1)), setting),
            _value(documents.get((first.hall, first.version)), setting),
            any((row.hall, row.version) in unchanged for row in rows if row.act == act),
        )
        for act in acts
    ]  # fmt: skip


def standing_in(connection: Connection, setting: str) -> Sequence[GivenHere]:
    """Do what `standing` does within a transaction."""
    halls = connection.execute(select(hall.c.hall, hall.c.names, hall.c.settings_told).order_by(hall.c.hall)).all()
    documents = {name: document for (name, _), document in _newest(connection).items()}
    return [
        GivenHere(
            row.hall, row.names, _value(documents.get(row.hall), setting),
            documents[row.hall].version if row.hall in documents else 0,
            from_json(SettingsReport, row.settings_told) if row.settings_told else None, setting,
        )
        for row in halls
    ]  # fmt: skip


def _newest(connection: Connection) -> Mapping[tuple[str, int], SettingsDocument]:
    versions = select(settings_document.c.hall, func.max(settings_document.c.version).label("newest"))
    rows = connection.execute(versions.group_by(settings_document.c.hall)).all()
    return _documents(connection, [(row.hall, row.newest) for row in rows])


def _documents(connection: Connection, wanted: Sequence[tuple[str, int]]) -> Mapping[tuple[str, int], SettingsDocument]:
    """Return these versions, by hall and number, as far as they are there."""
    columns = settings_document.c
    found = select(columns.hall, columns.version, columns.body).where(tuple_(columns.hall, columns.version).in_(wanted))
    return {(row.hall, row.version): document_of(row.body) for row in connection.execute(found)} if wanted else {}


def _rows_of(connection: Connection, acts: Sequence[str]) -> Sequence[_Row]:
    columns = settings_document.c
    found = select(columns.act, columns.setting, columns.hall, columns.version, columns.by, columns.published_at).where(
        columns.act.in_(acts)
    )
    return [_Row(*row) for row in connection.execute(found.order_by(columns.hall))]


@dataclass(frozen=True)
class _Row:
    act: str
    setting: str
    hall: str
    version: int
    by: str
    published_at: datetime


def _unchanged(connection: Connection, setting: str) -> set[tuple[str, int]]:
    """Return the version of each hall that changed the setting last; a version of a whole file counts as one."""
    columns = settings_document.c
    last = select(columns.hall, func.max(columns.version).label("version")).where(
        (columns.setting == setting) | columns.setting.is_(None)
    )
    return {(row.hall, row.version) for row in connection.execute(last.group_by(columns.hall))}


def _value(document: SettingsDocument | None, setting: str) -> CentreValue | None:
    return document.values.get(setting) if document else None


def _change(
    connection: Connection, setting: str, changes: Mapping[str, CentreValue | None], action: str,
    *, by: str, now: datetime,
) -> None:  # fmt: skip
    """Keep the next version for each hall; their rows are locked."""
    if not changes:
        raise BodyError("already_so", "these halls stand just like that", status=409)
    act, newest = uuid.uuid4().hex, {name: one for (name, _), one in _newest(connection).items()}
    told = {one.hall: one.told for one in standing_in(connection, setting)}
    for hall_id, value in changes.items():
        before = newest.get(hall_id)
        values = dict(before.values) if before else {}
        values.pop(setting, None)
        if value is not None:
            values[setting] = value
        keep(
            connection, hall_id, values, by=by, now=now, at_once=_may_be_at_once(before, told[hall_id]),
            setting=setting, act=act,
        )  # fmt: skip
        note(connection, action, who=by, now=now, hall_id=hall_id, detail=setting)


def _may_be_at_once(before: SettingsDocument | None, told: SettingsReport | None) -> bool:
    """Return whether a list may change while visitors are in the hall: not with what waits until they have left."""
    if before is None or before.at_once:
        return True
    return told is not None and told.version == before.version and told.state != "waiting"
