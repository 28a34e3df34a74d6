"""Change the set-up of a running hall, and undo a change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from hall.administration.model.refusals import (
    AgentNeedsServiceError,
    CounterInUseError,
    PartnerMixedError,
    ServiceInUseError,
    SettingsChangedError,
    SettingsVersionUnknownError,
)
from hall.appointments.model.ports import HasAppointments
from hall.calendar.ports import HasDays
from hall.counters.commands.agent_access import AgentAccessWork, end_access_of_removed
from hall.kernel.moment import Moment
from hall.kernel.partner import employer
from hall.kernel.ports import ChangesSettings
from hall.kernel.refusals import AlreadySoError
from hall.kernel.settings import HallSettings
from hall.queue.model.ports import HasVisits
from hall.requests.commands.register_request import RequestWork
from hall.requests.commands.working_days import recompute
from hall.settings.model.history import HasSettingsRecords
from hall.settings.setup.changes import (
    SECTIONS,
    Item,
    changed_settings,
    new_errors,
    refuse_problems,
)
from hall.settings.setup.of_settings import setup_entry


class ChangeSettingsWork(
    RequestWork, AgentAccessWork, ChangesSettings, HasAppointments, HasDays, HasSettingsRecords, HasVisits, Protocol
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
    settings = changed_settings(standing, command.items)
    _refuse_changed({SECTIONS[one.section] for one in command.items}, command.version, work)
    keep_settings(standing, settings, command.by, work=work, now=now)


def undo_change(version: int, by: str, *, work: ChangeSettingsWork, now: Moment) -> None:
    """Let what stood before a change hold again; refuse where the same settings were changed since."""
    change = work.settings_records.find(version)
    if change is None:
        raise SettingsVersionUnknownError(f"no change of the settings has the number {version}")
    _refuse_changed(change.before, version, work)
    standing = work.settings_records.set_up()
    settings = replace(standing, **change.before)  # type: ignore[arg-type]  # named by HallSettings
    refuse_problems(new_errors(standing, setup_entry(settings)))
    keep_settings(standing, settings, by, work=work, now=now)


def keep_settings(
    standing: HallSettings, settings: HallSettings, by: str, *, work: ChangeSettingsWork, now: Moment
) -> None:
    """Store what differs; agents who are gone lose PIN and session, open requests get the dates that follow."""
    changes = {name: value for name, value in vars(settings).items() if value != getattr(standing, name)}
    if not changes:
        raise AlreadySoError("the set-up is just that already")
    _refuse_in_use(standing, settings, work, now)
    end_access_of_removed(standing, settings, by, work=work, now=now)
    work.change_settings(changes, by)
    recompute(work)


def _refuse_changed(names: Iterable[str], version: int, work: HasSettingsRecords) -> None:
    changed = sorted(set(names).intersection(work.settings_records.changed_since(version)))
    if changed:
        raise SettingsChangedError(f"changed since version {version}: {', '.join(changed)}; read the settings again")


def _refuse_in_use(standing: HallSettings, settings: HallSettings, work: ChangeSettingsWork, now: Moment) -> None:
    """Refuse to take away a service, its ticket numbers or a counter that somebody still needs."""
    _refuse_services_in_use(standing, settings, work, now)
    _refuse_counters_in_use(standing, settings, work)
    _refuse_wider_agents(standing, settings)


def _refuse_services_in_use(
    standing: HallSettings, settings: HallSettings, work: ChangeSettingsWork, now: Moment
) -> None:
    gone = {one.code for one in standing.services} - {one.code for one in settings.services}
    if gone:
        day = work.days.latest()
        waiting = {visit.service for visit in work.visits.in_hall(day.day)} if day else set()
        used = gone & (waiting | set(work.appointments.booked_services(now.at)))
        if used:
            raise ServiceInUseError(f"visitors wait for or have booked {', '.join(sorted(used))}")


def _refuse_counters_in_use(standing: HallSettings, settings: HallSettings, work: ChangeSettingsWork) -> None:
    removed = {one.number for one in standing.counters} - {one.number for one in settings.counters}
    signed_in = {session.counter for session in work.sessions.open()}
    for counter in sorted(removed):
        if counter in signed_in or work.visits.at_counter(counter) or work.visits.parked_at(counter):
            raise CounterInUseError(f"an agent is signed in at counter {counter}, or a visit is there")


def _refuse_wider_agents(standing: HallSettings, settings: HallSettings) -> None:
    """Refuse what gives agents all services, or a partner's agents the ministry's visits, without saying so."""
    gone = {one.code for one in standing.services} - {one.code for one in settings.services}
    for agent in settings.agents:
        before = standing.find_agent(agent.code)
        if before is None:
            continue
        if not agent.services and gone.intersection(before.services):
            raise AgentNeedsServiceError(f"{agent.code} serves only what is removed: give other services first")
        partner = employer(standing, agent.code)
        if partner and agent.services == before.services and employer(settings, agent.code) != partner:
            raise PartnerMixedError(f"{agent.code} works for {partner} and would see visits of others")
