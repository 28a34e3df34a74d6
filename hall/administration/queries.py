"""The set-up as its pages show it: its parts, what a change makes of it, and the changes that were made."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, Protocol

from contracts.administration.agents import AgentAccess, AgentsView
from contracts.administration.changes import SettingsChangeView, SettingsDifference, SettingsView
from contracts.administration.differences import field_differences, list_differences, notice_differences
from contracts.codec.reader import to_json
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.people.model.identity_ports import HasIdentities
from hall.queue.model.ports import HasSessions
from hall.settings.model.history import HasSettingsRecords, SettingsVersion
from hall.settings.setup.changes import KEYS, SECTIONS
from hall.settings.setup.of_settings import setup_entry

CHANGES_SHOWN = 30
_LISTS = {**KEYS, "holiday": "day"}


class AgentsWork(HasIdentities, HasSessions, HasSettingsRecords, Protocol):
    """What the list of agents is made of."""


def settings_view(*, work: HasSettingsRecords, now: Moment) -> SettingsView:
    """Return the set-up with its newest changes."""
    records = work.settings_records
    set_up, locked, given = records.set_up(), records.locked(), records.from_centre()
    document = to_json(setup_entry(set_up))
    changes, after = [], set_up
    for change in records.versions(CHANGES_SHOWN):
        before = replace(after, **change.before)  # type: ignore[arg-type]  # named by HallSettings
        fixed = {*records.changed_since(change.version), *locked}
        changes.append(_change(change, differences(before, after), fixed))
        after = before
    return SettingsView(
        now.at,
        set_up.version,
        {name: document[name] for name in SECTIONS},
        tuple(name for name, setting in SECTIONS.items() if setting in locked),
        tuple(name for name, setting in SECTIONS.items() if given.get(setting) is True),
        tuple(name for name, setting in SECTIONS.items() if given.get(setting) is False),
        tuple(changes),
    )


def agents_view(*, work: AgentsWork, now: Moment) -> AgentsView:
    """Return the hall's agents, with where each is signed in."""
    able = work.identities.agents_with_pin()
    at = {session.agent: session.counter for session in work.sessions.open()}
    agents = work.settings_records.set_up().agents
    return AgentsView(
        now.at,
        tuple(
            AgentAccess(one.code, dict(one.names), one.services, one.code in able, at.get(one.code)) for one in agents
        ),
    )


def differences(before: HallSettings, after: HallSettings) -> tuple[SettingsDifference, ...]:
    """Return what differs between two set-ups, in the words of the set-up file."""
    was, is_ = to_json(setup_entry(before)), to_json(setup_entry(after))
    return tuple(one for section in was if was[section] != is_[section] for one in _section(section, was, is_))


def _section(section: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[SettingsDifference]:
    was, is_ = before[section], after[section]
    if section == "notice":
        yield from notice_differences(was, is_)
    elif section in _LISTS:
        yield from list_differences(section, _LISTS[section], was, is_)
    else:
        yield from field_differences(section, was if isinstance(was, dict) else {"": was}, is_)


def _change(
    change: SettingsVersion, differing: tuple[SettingsDifference, ...], fixed: Collection[str]
) -> SettingsChangeView:
    can_undo = not set(change.before).intersection(fixed)
    return SettingsChangeView(change.version, change.at, change.by, differing, can_undo)
