"""Change when an official receives: his week, and days on which he is away. Booked visitors keep their slots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from hall.appointments.commands.officials import official_of, slots_on
from hall.appointments.model.facts import OfficialAway, OfficialHoursChanged, OfficialPresent
from hall.appointments.model.ports import HasAppointments
from hall.appointments.model.refusals import AbsenceUnknownError
from hall.calendar.service_day import local
from hall.kernel.moment import Moment
from hall.kernel.official_settings import Absence, Official, Span
from hall.kernel.ports import ChangesSettings, HasSettings, RecordsFacts

LOOKED_AHEAD_DAYS = 92
"""Days in which booked appointments are counted: nobody books further ahead as a rule."""


@dataclass(frozen=True)
class SetOfficialHours:
    """Let the official receive by this week, in slots of `slot_min` minutes."""

    official: str
    weekly: Mapping[int, tuple[Span, ...]]
    slot_min: int
    by: str


@dataclass(frozen=True)
class SetAway:
    """Let the official receive nobody from `first` to `last`."""

    official: str
    first: date
    last: date
    by: str


@dataclass(frozen=True)
class TakeAwayBack:
    """Delete the absence that begins on `first`: the official receives again."""

    official: str
    first: date
    by: str


class OfficialHoursWork(ChangesSettings, HasAppointments, HasSettings, RecordsFacts, Protocol):
    """What an official's hours read and write."""


def set_official_hours(command: SetOfficialHours, *, work: OfficialHoursWork, now: Moment) -> int:
    """Store; return how many booked appointments stand outside the hours now, which somebody must move."""
    changed = replace(
        official_of(command.official, work.settings), weekly=dict(command.weekly), slot_min=command.slot_min
    )
    _store(changed, work, command.by)
    outside = outside_hours(changed, work, now)
    work.record(OfficialHoursChanged(changed.code, outside, command.by))
    return outside


def set_away(command: SetAway, *, work: OfficialHoursWork, now: Moment) -> int:
    """Store; return how many booked appointments stand outside the hours now."""
    changed = official_of(command.official, work.settings).absent(Absence(command.first, command.last))
    _store(changed, work, command.by)
    outside = outside_hours(changed, work, now)
    work.record(OfficialAway(changed.code, command.first, command.last, outside, command.by))
    return outside


def take_away_back(command: TakeAwayBack, *, work: OfficialHoursWork, now: Moment) -> None:  # noqa: ARG001 - a use case's shape
    """Store; an absence that is not there is refused."""
    known = official_of(command.official, work.settings)
    if all(one.first != command.first for one in known.away):
        raise AbsenceUnknownError(f"no absence of {known.code} begins on {command.first}")
    _store(known.present(command.first), work, command.by)
    work.record(OfficialPresent(known.code, command.first, command.by))


def outside_hours(official: Official, work: OfficialHoursWork, now: Moment) -> int:
    """Return how many appointments that are still to come lie at no slot of the official's."""
    today = local(now, work.settings).date()
    booked = work.appointments.with_officials(today, today + timedelta(days=LOOKED_AHEAD_DAYS))
    mine = [one for one in booked if one.guest is not None and one.guest.official == official.code]
    return sum(
        one.slot > now.at and one.visit is None and one.slot not in slots_on(official, one.service_day, work.settings)
        for one in mine
    )


def _store(changed: Official, work: OfficialHoursWork, by: str) -> None:
    officials = tuple(changed if one.code == changed.code else one for one in work.settings.officials)
    if officials != work.settings.officials:
        work.change_settings({"officials": officials}, by)
