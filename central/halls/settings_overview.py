"""All halls' settings at one look: what was published by whom, and what each hall made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, select

from central.halls.settings import Published, SettingsState, document_of
from central.store.tables.downlink import settings_document
from central.store.tables.halls import hall
from contracts.centre.settings_document import SettingsReport
from contracts.codec.reader import from_json

SHOWN = 5
"""Versions of a hall, the newest first."""


@dataclass(frozen=True)
class HallSettings:
    """One hall with its settings from here."""

    hall: str
    names: dict[str, str]
    state: SettingsState


def overview(engine: Engine) -> Sequence[HallSettings]:
    """Return every hall with its newest published versions and its own word on them."""
    documents = select(settings_document).order_by(settings_document.c.hall, settings_document.c.version.desc())
    with engine.connect().execution_options(read_only=True) as connection:
        halls = connection.execute(select(hall.c.hall, hall.c.names, hall.c.settings_told).order_by(hall.c.hall)).all()
        rows = connection.execute(documents).all()
    published: dict[str, list[Published]] = {}
    for row in rows:
        known = published.setdefault(row.hall, [])
        if len(known) < SHOWN:
            known.append(Published(row.version, row.by, row.published_at, document_of(row.body)))
    return [HallSettings(row.hall, row.names, _state(published.get(row.hall, []), row.settings_told)) for row in halls]


def _state(history: Sequence[Published], told: object) -> SettingsState:
    said = from_json(SettingsReport, told) if told else None
    return SettingsState(history[0] if history else None, said, tuple(history))
