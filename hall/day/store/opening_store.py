"""The checks before the hall opens, in the database."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from contracts.codec.reader import from_json, to_json
from contracts.day.opening import OpeningStep
from hall.day.model.opening_ports import OpeningCheck
from hall.platform.db.tables.kept import opening_check
from hall.platform.db.upsert import upsert

_NEWEST = select(opening_check).order_by(opening_check.c.begun_at.desc(), opening_check.c.id.desc()).limit(1)


class SqlOpenings:
    """The checks; one that was left when the next began stays as it was."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(self) -> OpeningCheck | None:
        """Return the check that was begun last, or None."""
        row = self._connection.execute(_NEWEST).first()
        if row is None:
            return None
        steps = tuple(from_json(OpeningStep, step) for step in json.loads(row.steps))
        return OpeningCheck(
            row.id, row.service_day, row.by, row.begun_at, json.loads(row.answered), row.ended_at, steps
        )

    def save(self, check: OpeningCheck) -> None:
        """Store a new or changed check."""
        values = {
            "id": check.id,
            "service_day": check.day,
            "by": check.by,
            "begun_at": check.begun_at,
            "ended_at": check.ended_at,
            "answered": json.dumps(dict(check.answered)),
            "steps": json.dumps([to_json(step) for step in check.steps], ensure_ascii=False),
        }
        upsert(self._connection, opening_check, values, key=("id",))
