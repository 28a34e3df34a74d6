"""Rows of what the centre sent: settings by version and their fate, whose word each setting is, and the inbox."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from contracts.centre.inbox_items import RefusedItem
from contracts.centre.settings_document import InboxItem, LocalOverride, SettingsReport, SignedSettings
from contracts.codec.reader import from_json, to_json
from hall.platform.db.tables.kept import centre_settings, inbox, setting
from hall.settings.model.history import Origin

WAITING, APPLIED, REFUSED, ROLLED_BACK = "waiting", "applied", "refused", "rolled_back"
VERSIONS_KEPT = 20


@dataclass(frozen=True)
class Given:
    """Whose word a setting is (`Origin`), since which version, and whether the centre locked it.

    `own`: as JSON what the hall had set itself before the lock; None where it had nothing of that kind.
    """

    origin: Origin
    version: int
    locked: bool
    own: str | None = None


def newest_version(connection: Connection) -> int:
    """Return the newest version of the centre's settings kept here, 0 for none."""
    return int(connection.execute(select(func.max(centre_settings.c.version))).scalar_one() or 0)


def keep_settings(connection: Connection, version: int, signed: SignedSettings, at: datetime) -> None:
    """Keep a version that is to be applied; old ones go."""
    fate = {"state": WAITING, "problem": "", "overrides": "[]", "changed_at": at}
    row = {"version": version, "document": signed.document, "signature": signed.signature, "received_at": at, **fate}
    connection.execute(insert(centre_settings).values(row))
    connection.execute(delete(centre_settings).where(centre_settings.c.version <= version - VERSIONS_KEPT))


def waiting_settings(connection: Connection) -> tuple[int, SignedSettings] | None:
    """Return the newest version if it still waits to be applied."""
    row = connection.execute(_newest()).first()
    if row is None or row.state != WAITING:
        return None
    return row.version, SignedSettings(row.document, row.signature)


def tell_fate(
    connection: Connection,
    version: int,
    state: str,
    at: datetime,
    *,
    problem: str = "",
    overrides: Sequence[LocalOverride] = (),
) -> None:
    """Store the result of a version."""
    held = json.dumps(to_json(tuple(overrides)), ensure_ascii=False)
    fate = {"state": state, "problem": problem, "overrides": held, "changed_at": at}
    connection.execute(update(centre_settings).where(centre_settings.c.version == version).values(fate))


def fate_of_newest(connection: Connection) -> SettingsReport | None:
    """Return the result of the newest version, or None if there is none."""
    row = connection.execute(_newest()).first()
    if row is None:
        return None
    overrides = tuple(from_json(LocalOverride, item) for item in json.loads(row.overrides))
    return SettingsReport(row.version, row.state, row.changed_at, row.problem, overrides)


def origins(connection: Connection) -> Mapping[str, Given]:
    """Return whose word each setting is, by name."""
    columns = (setting.c.key, setting.c.origin, setting.c.version, setting.c.locked, setting.c.own)
    rows = connection.execute(select(*columns))
    return {row.key: Given(Origin(row.origin), row.version, row.locked, row.own) for row in rows}


def mark_as_centres(
    connection: Connection, names: Collection[str], locked: Collection[str], own: Mapping[str, str]
) -> None:
    """Note that these settings are the centre's word, `locked` ones of them for good, and no others are locked.

    `own`: as JSON what the hall had set itself of those that are locked; it is kept until the lock ends.
    """
    connection.execute(update(setting).where(setting.c.key.not_in(locked)).values(locked=False))
    connection.execute(update(setting).where(setting.c.key.in_(names)).values(origin=Origin.CENTRE.value))
    connection.execute(update(setting).where(setting.c.key.in_(locked)).values(locked=True))
    connection.execute(update(setting).values(own=None))
    for name, text in own.items():
        connection.execute(update(setting).where(setting.c.key == name).values(own=text))


def mark_as_halls(connection: Connection, names: Collection[str]) -> None:
    """Note that these settings are as the hall itself has set them."""
    connection.execute(update(setting).where(setting.c.key.in_(names)).values(origin=Origin.HALL.value))


def put_back(connection: Connection, before: Mapping[str, Given]) -> None:
    """Give each setting back whose word it was."""
    for name, given in before.items():
        values = {"origin": given.origin.value, "locked": given.locked, "own": given.own}
        connection.execute(update(setting).where(setting.c.key == name).values(values))


def inbox_held(connection: Connection) -> int:
    """Return the number of the last thing kept, 0 for none."""
    return int(connection.execute(select(func.max(inbox.c.number))).scalar_one() or 0)


def keep_inbox(connection: Connection, items: Sequence[InboxItem], at: datetime, *, problem: str | None = None) -> int:
    """Keep what is not kept yet and return how many that were; `problem`: why they cannot be taken."""
    held = inbox_held(connection)
    # In ASCII: half of a pair, which JSON can say, is no text for a database.
    rows = [
        {"number": item.number, "kind": item.kind, "body": json.dumps(item.body),
         "received_at": item.received_at, "taken_at": at, "problem": problem}
        for item in items if item.number > held
    ]  # fmt: skip
    if rows:
        connection.execute(insert(inbox), rows)
    return len(rows)


def inbox_of_kind(connection: Connection, kind: str, *, after: int = 0) -> Sequence[InboxItem]:
    """Return the items of a kind after a number, in order, for the code that processes them."""
    found = select(inbox).where(inbox.c.kind == kind, inbox.c.number > after).order_by(inbox.c.number)
    return [InboxItem(row.number, row.kind, json.loads(row.body), row.received_at) for row in connection.execute(found)]


def refused_inbox(connection: Connection, most: int) -> tuple[RefusedItem, ...]:
    """Return the newest things that could not be taken."""
    bad = select(inbox.c.number, inbox.c.kind, inbox.c.problem).where(inbox.c.problem.is_not(None))
    rows = connection.execute(bad.order_by(inbox.c.number.desc()).limit(most))
    return tuple(RefusedItem(row.number, row.kind, row.problem) for row in rows)


def _newest() -> Any:  # noqa: ANN401 - SQLAlchemy's own select type
    return select(centre_settings).order_by(centre_settings.c.version.desc()).limit(1)
