"""The hall's settings: imported once from the set-up file, then rows of the database, each with origin and version.

What is stored is the set-up and, beside it, the arrangements of the day; what the hall works by is the two together.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping

from sqlalchemy import Connection, Engine, select

from hall.calendar.facts import SettingsChanged
from hall.kernel.settings import HallSettings
from hall.kernel.settings_in_force import arranged
from hall.platform.db.connected import RecordingWork
from hall.platform.db.engine import StoreError, read_only
from hall.platform.db.tables.kept import setting
from hall.platform.db.upsert import upsert
from hall.settings.model.history import Origin, refuse_locked
from hall.settings.store.history import SqlSettingsRecords, keep_version
from hall.settings.store.rows import hints_of, setting_from_json, setting_to_json

VERSION = "version"


class NoSettingsError(StoreError):
    """The database holds no settings yet: a set-up file must be imported."""


class SettingsStore:
    """The settings in memory, as of the last commit; changed only by commands of the command queue."""

    def __init__(self, current: HallSettings) -> None:
        self._current = current
        self._holding = arranged(current)
        self._changed: HallSettings | None = None

    def __call__(self) -> HallSettings:
        """Return what the hall works by, as of the last commit; from any thread."""
        return self._holding

    def set_up(self) -> HallSettings:
        """Return the set-up without what is arranged, as of the last commit; from any thread."""
        return self._current

    @property
    def newest(self) -> HallSettings:
        """The set-up as the running transaction sees it, without what is arranged; for the writer's thread."""
        return self._changed or self._current

    @property
    def holding(self) -> HallSettings:
        """What the hall works by, as the running transaction sees it; for the writer's thread."""
        return self._holding if self._changed is None else arranged(self._changed)

    def change(
        self, work: RecordingWork, settings: HallSettings, *, by: str, origin: Origin = Origin.HALL
    ) -> HallSettings:
        """Store another set-up, made from `newest`, as the next version with a fact; where nothing differs, nothing.

        SettingLockedError where the hall itself would change what the centre locked.
        """
        changed = write_settings(work.connection, settings, origin, before=self.newest)
        if not changed:
            return self.newest
        if origin is Origin.HALL:
            refuse_locked(changed, SqlSettingsRecords(work.connection, self.set_up).locked())
        before = {name: getattr(self.newest, name) for name in changed}
        self._changed = dataclasses.replace(settings, version=self.newest.version + 1)
        keep_version(work.connection, self._changed.version, work.now.at, by, before)
        work.record(SettingsChanged(self._changed.version, by, changed))
        return self._changed

    def change_some(self, work: RecordingWork, changes: Mapping[str, object], by: str) -> HallSettings:
        """Give some of the set-up's settings, or the arrangements beside it, other values; return what holds then."""
        return arranged(self.change(work, dataclasses.replace(self.newest, **changes), by=by))  # type: ignore[arg-type]  # named by HallSettings

    def committed(self) -> None:
        """Make what the transaction changed everybody's."""
        if self._changed is not None:
            self._current, self._holding, self._changed = self._changed, arranged(self._changed), None

    def undone(self, connection: Connection) -> None:
        """Forget what an undone command changed, but not what its neighbours did."""
        if self._changed is not None:
            self._changed = read_settings(connection)

    def read_again(self, connection: Connection) -> None:
        """Take what the database has: a transaction that raised may have stored other settings."""
        self._changed = read_settings(connection)

    def failed(self) -> None:
        """Forget what the transaction changed."""
        self._changed = None


def open_settings(engine: Engine) -> SettingsStore:
    """Return the store of a hall that was set up; raise NoSettingsError for a new one."""
    with read_only(engine).connect() as connection:
        return SettingsStore(read_settings(connection))


def read_settings(connection: Connection) -> HallSettings:
    """Return the settings of the database; raise NoSettingsError when there are none.

    A row this version does not know is left alone: a newer version wrote it.
    """
    rows = {row.key: json.loads(row.value) for row in connection.execute(select(setting.c.key, setting.c.value))}
    if VERSION not in rows:
        raise NoSettingsError("this hall is not set up yet: start it with --setup FILE")
    settings: HallSettings = setting_from_json(HallSettings, rows)
    return settings


def write_settings(
    connection: Connection, settings: HallSettings, origin: Origin, *, before: HallSettings | None = None
) -> tuple[str, ...]:
    """Store the settings that differ from `before` (all, without it) and return their names."""
    version = before.version + 1 if before else settings.version
    names = [name for name in hints_of(HallSettings) if name != VERSION]
    changed = tuple(n for n in names if before is None or getattr(settings, n) != getattr(before, n))
    for name in (*changed, VERSION) if changed else ():
        value = version if name == VERSION else setting_to_json(getattr(settings, name))
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        values = {"key": name, "value": text, "origin": origin.value, "version": version}
        upsert(connection, setting, values, key=("key",))
    return changed


def import_once(engine: Engine, settings: HallSettings) -> bool:
    """Store the settings of a set-up file in a hall that has none; say whether that was done."""
    with engine.begin() as connection:
        if connection.execute(select(setting.c.key).limit(1)).first() is not None:
            return False
        write_settings(connection, settings, Origin.FILE)
        return True
