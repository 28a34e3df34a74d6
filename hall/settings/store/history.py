"""Earlier versions of the settings in the database: one row a change, with what stood before."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from hall.kernel.settings import HallSettings
from hall.platform.db.tables.kept import setting, settings_version
from hall.settings.model.history import SettingsVersion
from hall.settings.store.local_overrides import from_centre
from hall.settings.store.rows import hints_of, setting_from_json, setting_to_json

VERSIONS_KEPT = 200
NOT_KEPT = frozenset({"arrangements", "paused_kiosks", "closures", "moon_acts"})
"""What is arranged for a day, kiosks that pause, sudden closures: each has its own undo."""


def keep_version(connection: Connection, version: int, at: datetime, by: str, before: Mapping[str, object]) -> None:
    """Keep what stood before a change; the oldest changes go."""
    kept = {name: setting_to_json(value) for name, value in before.items() if name not in NOT_KEPT}
    if not kept:
        return
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    row = {"version": version, "at": at, "by": by[:200], "before": text}
    connection.execute(insert(settings_version).values(row))
    connection.execute(delete(settings_version).where(settings_version.c.version <= version - VERSIONS_KEPT))


class SqlSettingsRecords:
    """The earlier versions over one connection; `read_set_up` reads what stands."""

    def __init__(self, connection: Connection, read_set_up: Callable[[], HallSettings]) -> None:
        self._connection = connection
        self._read_set_up = read_set_up

    def set_up(self) -> HallSettings:
        """Return the set-up as this work sees it, without what is arranged for the day."""
        return self._read_set_up()

    def versions(self, limit: int) -> Sequence[SettingsVersion]:
        """Return the newest changes, the newest first."""
        newest = select(settings_version).order_by(settings_version.c.version.desc()).limit(limit)
        return [_read(row) for row in self._connection.execute(newest)]

    def find(self, version: int) -> SettingsVersion | None:
        """Return the change that made this version, or None."""
        row = self._connection.execute(select(settings_version).where(settings_version.c.version == version)).first()
        return None if row is None else _read(row)

    def changed_since(self, version: int) -> Collection[str]:
        """Return the settings that changed after this version."""
        return set(self._connection.execute(select(setting.c.key).where(setting.c.version > version)).scalars())

    def locked(self) -> Collection[str]:
        """Return the settings that the centre locked."""
        return set(self._connection.execute(select(setting.c.key).where(setting.c.locked)).scalars())

    def from_centre(self) -> Mapping[str, bool]:
        """Return the settings that the centre gives: True where its value holds, False where the hall has another."""
        return from_centre(self._connection, self.set_up())


def _read(row: Row[Any]) -> SettingsVersion:
    hints = hints_of(HallSettings)
    values = json.loads(row.before)
    before = {name: setting_from_json(hints[name], value) for name, value in values.items() if name in hints}
    return SettingsVersion(row.version, row.at, row.by, before)
