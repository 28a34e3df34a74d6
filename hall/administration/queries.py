"""The set-up as its pages show it: its parts, what a change makes of it, and the changes that were made."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from contracts.administration.agents import AgentAccess, AgentsView
from contracts.administration.changes import SettingsChangeView, SettingsDifference, SettingsView
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
    set_up, locked = records.set_up(), records.locked()
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
        yield from _notices(was, is_)
        return
    if section not in _LISTS:
        yield from _fields(section, "", {}, {"": was} if not isinstance(was, dict) else was, is_)
        return
    key = _LISTS[section]
    old, new = ({str(one[key]): one for one in entries} for entries in (was, is_))
    for name in [*old, *(name for name in new if name not in old)]:
        names = (new.get(name) or old[name]).get("names", {})
        if name not in new:
            yield SettingsDifference(section, name, names, "removed")
        elif name not in old:
            yield SettingsDifference(section, name, names, "added")
        else:
            yield from _fields(section, name, names, old[name], new[name])
    if list(old) != list(new) and set(old) == set(new):
        yield SettingsDifference(section, "", {}, "changed", "order", _text(list(old)), _text(list(new)))


def _notices(was: Sequence[dict[str, str]], is_: Sequence[dict[str, str]]) -> Iterator[SettingsDifference]:
    """Return the notices that went and came; the others are not repeated. Nothing names a notice but its texts."""
    gone, come = [one for one in was if one not in is_], [one for one in is_ if one not in was]
    for act, entries in (("removed", gone), ("added", come)):
        for one in entries:
            yield SettingsDifference("notice", _text(one), one, act)
    if not gone and not come:
        yield SettingsDifference("notice", "", {}, "changed", "order", _text(was), _text(is_))


def _fields(
    section: str, key: str, names: dict[str, str], was: Mapping[str, Any], is_: object
) -> Iterator[SettingsDifference]:
    new = is_ if isinstance(is_, dict) else {"": is_}
    for field in [*was, *(one for one in new if one not in was)]:
        old_value, new_value = was.get(field), new.get(field)
        if old_value == new_value:
            continue
        if isinstance(old_value, dict) and isinstance(new_value, dict):
            for inner in _fields(section, key, names, old_value, new_value):
                yield SettingsDifference(
                    section, key, names, "changed", f"{field}.{inner.field}", inner.before, inner.after
                )
        else:
            yield SettingsDifference(section, key, names, "changed", field, _text(old_value), _text(new_value))


def _text(value: object) -> str:
    if value is None or value in ([], {}):
        return ""
    if isinstance(value, dict):
        return " – ".join(map(str, value.values()))
    return ", ".join(map(_text, value)) if isinstance(value, list | tuple) else str(value)


def _change(
    change: SettingsVersion, differing: tuple[SettingsDifference, ...], fixed: Collection[str]
) -> SettingsChangeView:
    can_undo = not set(change.before).intersection(fixed)
    return SettingsChangeView(change.version, change.at, change.by, differing, can_undo)
