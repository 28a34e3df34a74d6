"""Settings that the ministry publishes for a hall: each version kept as it was, with who published it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select, update

from central.errors import NotFoundError
from central.store.tables.downlink import settings_document
from central.store.tables.halls import hall
from contracts.centre.outbox_entry import encode_body
from contracts.centre.settings_document import CentreValue, SettingsDocument, SettingsReport
from contracts.codec.reader import ContractError, from_json, to_json

NOT_FROM_HERE = frozenset({"hall", "version", "arrangements", "paused_kiosks", "closures", "moon_acts"})
"""A hall's name, its own count of versions and what its head arranges or closes are no settings of the centre's."""


@dataclass(frozen=True)
class Published:
    """A version as it was published."""

    version: int
    by: str
    published_at: datetime
    document: SettingsDocument


@dataclass(frozen=True)
class SettingsState:
    """A hall's settings from here: the newest version, and what the hall said of the last one it received."""

    published: Published | None
    told: SettingsReport | None
    history: Sequence[Published] = field(default_factory=tuple)


def publish(
    engine: Engine,
    hall_id: str,
    values: Mapping[str, CentreValue],
    *,
    by: str,
    now: datetime,
    at_once: bool = False,
) -> int:
    """Publish these values (all that the centre sets for the hall; the earlier version ends) and return the version."""
    with engine.begin() as connection:
        lock(connection, hall_id)
        return keep(connection, hall_id, values, by=by, now=now, at_once=at_once)


def keep(
    connection: Connection, hall_id: str, values: Mapping[str, CentreValue], *, by: str, now: datetime, at_once: bool,
    setting: str | None = None, act: str | None = None,
) -> int:  # fmt: skip
    """Keep the next version for a hall whose row is locked; `setting` is the one that `act` changes."""
    if bad := sorted(NOT_FROM_HERE & values.keys()):
        raise ContractError(bad[0], "is not set from the centre")
    newest = select(func.max(settings_document.c.version)).where(settings_document.c.hall == hall_id)
    version = (connection.execute(newest).scalar_one() or 0) + 1
    document = SettingsDocument(hall_id, version, now, by, dict(values), at_once)
    row = {"hall": hall_id, "version": version, "body": encode_body(to_json(document)).decode(), "by": by}
    connection.execute(insert(settings_document).values({**row, "published_at": now, "setting": setting, "act": act}))
    return version


def newer_than(engine: Engine, hall_id: str, version: int) -> SettingsDocument | None:
    """Return the newest document of a hall if it is newer than `version`."""
    found = _newest_first(hall_id).where(settings_document.c.version > version).limit(1)
    with engine.connect().execution_options(read_only=True) as connection:
        row = connection.execute(found).first()
    return document_of(row.body) if row else None


def note_told(engine: Engine, hall_id: str, told: SettingsReport) -> None:
    """Keep what the hall says of a version."""
    with engine.begin() as connection:
        connection.execute(update(hall).where(hall.c.hall == hall_id).values(settings_told=to_json(told)))


def state_of(engine: Engine, hall_id: str) -> SettingsState:
    """Return how a hall stands with the settings from here; NotFoundError for a hall that is not known."""
    with engine.connect().execution_options(read_only=True) as connection:
        known = connection.execute(select(hall.c.settings_told).where(hall.c.hall == hall_id)).one_or_none()
        if known is None:
            raise NotFoundError("hall_unknown", f"hall {hall_id!r} is not known here: add it first")
        rows = connection.execute(_newest_first(hall_id).limit(100)).all()
    history = [Published(row.version, row.by, row.published_at, document_of(row.body)) for row in rows]
    told = from_json(SettingsReport, known.settings_told) if known.settings_told else None
    return SettingsState(history[0] if history else None, told, history)


def values_of(given: Mapping[str, Any]) -> dict[str, CentreValue]:
    """Return a person's file: `{name: value}`, or `{name: {"value": …, "locked": true}}` for a value that is locked.

    >>> values_of({"digits": "western", "limits": {"value": {"undo_s": 60}, "locked": True}})["limits"].locked
    True
    """
    return {
        name: from_json(CentreValue, item, path=name)
        if isinstance(item, dict) and "value" in item and item.keys() <= {"value", "locked"}
        else CentreValue(item)
        for name, item in given.items()
    }


def lock(connection: Connection, hall_id: str) -> None:
    """Let nobody else publish for this hall until the transaction ends; NotFoundError for a hall that is not known."""
    found = select(hall.c.hall).where(hall.c.hall == hall_id).with_for_update()
    if connection.execute(found).first() is None:
        raise NotFoundError("hall_unknown", f"hall {hall_id!r} is not known here: add it first")


def _newest_first(hall_id: str) -> Any:  # noqa: ANN401 - SQLAlchemy's own select type
    return (
        select(settings_document)
        .where(settings_document.c.hall == hall_id)
        .order_by(settings_document.c.version.desc())
    )


def document_of(body: str) -> SettingsDocument:
    """Return the document in a stored row."""
    return from_json(SettingsDocument, json.loads(body))
