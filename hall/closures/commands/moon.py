"""Follow the moon in one act: Ramadan's hours, the days off of an Eid, the Hijri date, and the bookings these touch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from common.clock.hijri import offset_to_begin
from contracts.words.moon import FIRST_DAYS, MoonEvent
from hall.appointments.model.ports import HasAppointments
from hall.calendar.oman_holidays import NAMES, Occasion
from hall.calendar.service_day import local
from hall.closures.commands.move_bookings import move_back, move_bookings
from hall.closures.model.facts import MoonFollowed, MoonTakenBack
from hall.closures.model.refusals import MoonActUnknownError, MoonChangedError
from hall.kernel.closure import MoonAct
from hall.kernel.moment import Moment
from hall.kernel.ports import ChangesSettings
from hall.kernel.settings import FiveTimes, HallSettings, Holiday, Hours, Period
from hall.requests.commands.register_request import RequestWork
from hall.requests.commands.working_days import recompute
from hall.settings.model.history import HasSettingsRecords, SettingsVersionUnknownError

NEAR = timedelta(days=12)
"""Days off of the same feast that lie this near were a guess for it: the announced ones replace them."""
MONTH = timedelta(days=31)
ACTS_KEPT = 12


@dataclass(frozen=True)
class FollowMoon:
    """`event` begins on the day `begins`; its days off (of Ramadan: its days) are `first` to `last`.

    `times` are Ramadan's hours for a hall that has none yet. The same `act` again changes nothing.
    """

    act: str
    event: MoonEvent
    begins: date
    first: date
    last: date
    by: str
    at: datetime
    times: FiveTimes | None = None
    source: str = ""
    from_centre: bool = False


@dataclass(frozen=True)
class TakeMoonBack:
    """The act was a mistake."""

    act: str
    by: str


class MoonWork(RequestWork, ChangesSettings, HasAppointments, HasSettingsRecords, Protocol):
    """What following the moon reads and writes."""


def follow_moon(command: FollowMoon, *, work: MoonWork, now: Moment) -> MoonAct:
    """Set hours, days off and Hijri date in one version of the settings; move the bookings that no longer fit."""
    known = next((one for one in work.settings.moon_acts if one.id == command.act), None)
    if known is not None:
        return known
    today = local(now, work.settings).date()
    after = {
        "hours": hours_after(command, work.settings.hours, today),
        "hijri_offset_days": _offset(command, work.settings),
    }
    before = work.settings.version
    work.change_settings(after, command.by)
    version = work.settings.version if work.settings.version != before else 0  # 0: all was set just so already
    act = MoonAct(command.act, command.event, command.begins, command.by, command.at, version, command.from_centre)
    recompute(work)
    moved = move_bookings(*_span(command, work.settings), by=command.by, work=work, now=now)
    _keep((*work.settings.moon_acts, replace(act, moved=moved))[-ACTS_KEPT:], command.by, work)
    work.record(MoonFollowed(act.id, act.event, act.begins, act.by, act.from_centre, len(moved)))
    return act


def take_moon_back(command: TakeMoonBack, *, work: MoonWork, now: Moment) -> None:
    """Let what stood before hold again, with the bookings.

    Refuse where the same settings were changed since, or what stood before is no longer kept.
    """
    act = next((one for one in work.settings.moon_acts if one.id == command.act), None)
    if act is None:
        raise MoonActUnknownError(f"no act {command.act[:40]} about the moon stands")
    change = work.settings_records.find(act.version)
    if change is None and act.version:
        raise SettingsVersionUnknownError(f"what stood before the act {act.id} is no longer kept")
    before = dict(change.before) if change is not None else {}
    changed = sorted(set(before).intersection(work.settings_records.changed_since(act.version)))
    if changed:
        raise MoonChangedError(f"changed since: {', '.join(changed)}")
    others = tuple(one for one in work.settings.moon_acts if one.id != act.id)
    work.change_settings({**before, "moon_acts": others}, command.by)
    recompute(work)
    move_back(act.moved, by=command.by, work=work, now=now)
    work.record(MoonTakenBack(act.id, act.event, command.by))


def hours_after(command: FollowMoon, hours: Hours, today: date) -> Hours:
    """Return the hall's hours after the act."""
    if command.event is MoonEvent.RAMADAN:
        return replace(hours, ramadan=tuple(sorted(_with_ramadan(command, hours), key=lambda one: one.first)))
    ends = command.begins - timedelta(days=1)
    ramadan = hours.ramadan
    if command.event is MoonEvent.EID_FITR:
        ramadan = tuple(
            replace(one, last=ends) if one.first <= ends and ends - one.first <= MONTH else one for one in ramadan
        )
    return replace(hours, ramadan=ramadan, holidays=tuple(_with_holidays(command, hours.holidays, today)))


def _offset(command: FollowMoon, settings: HallSettings) -> int:
    found = offset_to_begin(command.begins, *FIRST_DAYS[command.event])
    return settings.hijri_offset_days if found is None else found


def _with_ramadan(command: FollowMoon, hours: Hours) -> list[Period]:
    """Return the periods with this Ramadan in place of the one that was expected; its own hours stay."""
    near = [one for one in hours.ramadan if abs(one.first - command.first) <= NEAR]
    others = [one for one in hours.ramadan if one not in near]
    own = next(iter((*near, *reversed(others))), None)
    times = own.times if own else command.times
    return [*others, Period(command.first, command.last, times)] if times else list(hours.ramadan)


def _with_holidays(command: FollowMoon, holidays: Iterable[Holiday], today: date) -> list[Holiday]:
    occasion = Occasion(command.event.value)
    days = [command.first + timedelta(days=ahead) for ahead in range((command.last - command.first).days + 1)]
    stay = [
        one
        for one in holidays
        if one.day not in days and not (one.occasion == occasion.value and abs(one.day - command.begins) <= NEAR)
    ]
    made = [Holiday(day, dict(NAMES[occasion]), False, occasion.value, command.source, today) for day in days]
    return sorted((*stay, *made), key=lambda one: one.day)


def _span(command: FollowMoon, settings: HallSettings) -> tuple[datetime, datetime]:
    zone = ZoneInfo(settings.time_zone)
    days = command.first, command.last + timedelta(days=1)
    first, until = (datetime.combine(day, time.min, zone) for day in days)
    return first, until


def _keep(acts: tuple[MoonAct, ...], by: str, work: MoonWork) -> None:
    work.change_settings({"moon_acts": acts}, by)
