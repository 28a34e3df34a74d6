"""Change the set-up of a running hall, and undo a change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Protocol

from hall.administration.commands.in_use import InUseWork, refuse_in_use
from hall.administration.commands.named_entries import NamedEntriesWork, keep_named_entries
from hall.administration.model.refusals import SettingsChangedError
from hall.counters.commands.agent_access import AgentAccessWork, end_access_of_removed
from hall.kernel.moment import Moment
from hall.kernel.ports import ChangesSettings
from hall.kernel.refusals import AlreadySoError
from hall.kernel.settings import HallSettings
from hall.requests.commands.register_request import RequestWork
from hall.requests.commands.working_days import recompute
from hall.settings.model.history import HasSettingsRecords, SettingsVersionUnknownError, refuse_locked
from hall.settings.setup.changes import (
    SECTIONS,
    Item,
    changed_settings,
    new_errors,
    refuse_problems,
)
from hall.settings.setup.of_settings import setup_entry


class ChangeSettingsWork(
    InUseWork, NamedEntriesWork, RequestWork, AgentAccessWork, ChangesSettings, HasSettingsRecords, Protocol
):
    """What a change of the set-up reads and writes."""


@dataclass(frozen=True)
class ChangeSettings:
    """Change these entries of the set-up file; `version` is the one that was read."""

    version: int
    items: Sequence[Item]
    by: str


def change_settings(command: ChangeSettings, *, work: ChangeSettingsWork, now: Moment) -> None:
    """Let the changed set-up hold from now on; raise SettingsInvalidError with all its mistakes."""
    standing = work.settings_records.set_up()
    settings = checked_change(command, work=work, now=now)
    keep_settings(standing, settings, command.by, work=work, now=now)


def checked_change(command: ChangeSettings, *, work: ChangeSettingsWork, now: Moment) -> HallSettings:
    """Return the set-up that the command asks for; raise what storing it would raise, and store nothing."""
    standing = work.settings_records.set_up()
    settings = keep_named_entries(standing, changed_settings(standing, command.items), work)
    _refuse_changed({SECTIONS[one.section] for one in command.items}, command.version, work)
    refuse_locked(_changes(standing, settings), work.settings_records.locked())
    refuse_in_use(standing, settings, work=work, now=now)
    return settings


def undo_change(version: int, by: str, *, work: ChangeSettingsWork, now: Moment) -> None:
    """Let what stood before a change hold again; refuse where the same settings were changed since."""
    change = work.settings_records.find(version)
    if change is None:
        raise SettingsVersionUnknownError(f"no change of the settings has the number {version}")
    _refuse_changed(change.before, version, work)
    standing = work.settings_records.set_up()
    before = replace(standing, **change.before)  # type: ignore[arg-type]  # named by HallSettings
    settings = keep_named_entries(standing, before, work)
    refuse_problems(new_errors(standing, setup_entry(settings)))
    keep_settings(standing, settings, by, work=work, now=now)


def keep_settings(
    standing: HallSettings, settings: HallSettings, by: str, *, work: ChangeSettingsWork, now: Moment
) -> None:
    """Store what differs; agents who are gone lose PIN and session, open requests get the dates that follow."""
    changes = _changes(standing, settings)
    if not changes:
        raise AlreadySoError("the set-up is just that already")
    refuse_in_use(standing, settings, work=work, now=now)
    end_access_of_removed(standing, settings, by, work=work, now=now)
    work.change_settings(changes, by)
    recompute(work)


def _changes(standing: HallSettings, settings: HallSettings) -> dict[str, object]:
    # Not vars(): there the settings also keep what was looked up in them.
    names = [field.name for field in fields(HallSettings)]
    return {name: getattr(settings, name) for name in names if getattr(settings, name) != getattr(standing, name)}


def _refuse_changed(names: Iterable[str], version: int, work: HasSettingsRecords) -> None:
    changed = sorted(set(names).intersection(work.settings_records.changed_since(version)))
    if changed:
        raise SettingsChangedError(f"changed since version {version}: {', '.join(changed)}; read the settings again")
