"""Which settings the centre gives to this hall, and which the hall keeps as it set them itself, as it stands now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, select

from contracts.centre.settings_document import CentreValue, LocalOverride, SettingsDocument
from contracts.codec.reader import from_json
from hall.kernel.settings import HallSettings
from hall.platform.db.tables.kept import centre_settings
from hall.settings.model.history import Origin
from hall.settings.store.received_from_centre import APPLIED, origins
from hall.settings.store.rows import hints_of, setting_from_json, setting_to_json


def from_centre(connection: Connection, set_up: HallSettings) -> dict[str, bool]:
    """Return the settings that the centre gives: True where its value holds, False where the hall has another."""
    values = _applied(connection)
    own = {one.name for one in _own(values, set_up, connection)}
    return {name: name not in own for name in values}


def local_overrides(connection: Connection, set_up: HallSettings) -> tuple[LocalOverride, ...]:
    """Return the settings that the hall keeps though the centre gives others."""
    return tuple(_own(_applied(connection), set_up, connection))


def _applied(connection: Connection) -> Mapping[str, CentreValue]:
    """Return what the newest document says that was applied."""
    newest = (
        select(centre_settings.c.document)
        .where(centre_settings.c.state == APPLIED)
        .order_by(centre_settings.c.version.desc())
        .limit(1)
    )
    text = connection.execute(newest).scalar()
    return {} if text is None else from_json(SettingsDocument, json.loads(text)).values


def _own(values: Mapping[str, CentreValue], set_up: HallSettings, connection: Connection) -> Iterator[LocalOverride]:
    hints, whose = hints_of(HallSettings), origins(connection)
    for name, word in values.items():
        here = getattr(set_up, name)
        if whose[name].origin is Origin.HALL and setting_from_json(hints[name], word.value) != here:
            yield LocalOverride(name, setting_to_json(here), word.value)
