"""The hall's set-up as pages change it: parts of the set-up file, what differs, and earlier versions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from contracts.codec.message import Message, Request
from contracts.queue.answers import FieldProblem


class ItemChange(Request, frozen=True):
    """One entry of the set-up file (docs/settings.md): `values` replace its fields of these names, null removes it."""

    section: str
    """category, service, counter, agent, hours, ramadan, topic, directorate, power, reason, official, appointments,
    messages, kiosk, ticket_notice or notice."""
    key: str = ""
    """What names the entry: its code, number or first day; empty for a new one, and for a part without keys.

    `notice` has all its `texts` in one entry.
    """
    values: dict[str, Any] | None = None
    last: bool = False
    """The entry goes to the end of its list: entries named one after the other stand in that order."""


class ChangeSettingsRequest(Request, frozen=True):
    """POST /settings and /settings/check."""

    version: int
    """The version that was read: what was changed since is not overwritten."""
    items: tuple[ItemChange, ...]


class SettingsDifference(Message, frozen=True):
    """One thing that differs; `act` is added, removed or changed."""

    section: str
    key: str
    names: dict[str, str]
    """What the entry is called, by language."""
    act: str
    field: str = ""
    """The field that changed, as in the set-up file: `names.en`."""
    before: str = ""
    after: str = ""


class SettingsCheck(Message, frozen=True):
    """What a change would do, and why it cannot be stored, if so."""

    differences: tuple[SettingsDifference, ...]
    problems: tuple[FieldProblem, ...] = ()


class SettingsChangeView(Message, frozen=True):
    """One earlier change; `can_undo`: what it changed was not changed since, and is not locked."""

    version: int
    at: datetime
    by: str
    differences: tuple[SettingsDifference, ...]
    can_undo: bool


class SettingsView(Message, frozen=True):
    """Answer of GET /settings, and of every change."""

    at: datetime
    version: int
    document: dict[str, Any]
    """The parts that pages change, as the set-up file has them."""
    locked: tuple[str, ...]
    """Those of them that the centre locked."""
    from_centre: tuple[str, ...]
    """Those of them that hold as the centre gives them."""
    own: tuple[str, ...]
    """Those for which the centre gives something else, and this hall keeps its own."""
    changes: tuple[SettingsChangeView, ...]
    """The newest first."""
