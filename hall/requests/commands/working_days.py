"""Enter and take back holidays and the moon's offset: each recomputes the dates of the open requests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from hall.calendar.service_day import local
from hall.calendar.working_days import calendar_of, latest_referral
from hall.kernel.moment import Moment
from hall.kernel.ports import ChangesSettings
from hall.kernel.refusals import AlreadySoError
from hall.kernel.settings import HallSettings, Holiday
from hall.requests.commands.register_request import RequestWork, store_request
from hall.requests.model.facts import HijriOffsetSet, HolidayAnnounced, HolidayTakenBack, RequestDateMoved
from hall.requests.model.refusals import HolidayUnknownError

LONGEST = 31
"""Days of one holiday at most: a slip in the year is no holiday of a year."""


@dataclass(frozen=True)
class AnnounceHoliday:
    """Nobody works from `first` to `last`."""

    first: date
    last: date
    names: Mapping[str, str]
    occasion: str | None
    source: str
    by: str


@dataclass(frozen=True)
class TakeHolidayBack:
    """The day is no holiday after all."""

    day: date
    by: str


@dataclass(frozen=True)
class SetHijriOffset:
    """The moon was seen `days` days earlier than printed, or later (negative)."""

    days: int
    by: str


class WorkingDaysWork(RequestWork, ChangesSettings, Protocol):
    """What changing the working days reads and writes; due dates move with them."""


def announce_holiday(command: AnnounceHoliday, *, work: WorkingDaysWork, now: Moment) -> int:
    """Enter the days in place of what stood there; return how many requests have another date since."""
    today = local(now, work.settings).date()
    days = [command.first + timedelta(days=ahead) for ahead in range((command.last - command.first).days + 1)]
    entered = [
        Holiday(day, dict(command.names), False, command.occasion, command.source, today) for day in days
    ]  # fmt: skip
    holidays = {one.day: one for one in work.settings.hours.holidays} | {one.day: one for one in entered}
    _set_holidays(holidays, work, command.by)
    moved = recompute(work)
    work.record(HolidayAnnounced(command.first, command.last, command.occasion, command.by, moved))
    return moved


def take_holiday_back(command: TakeHolidayBack, *, work: WorkingDaysWork, now: Moment) -> int:  # noqa: ARG001 - a use case's shape
    """Remove a day that the hall has entered; return how many requests have another date since."""
    holidays = {one.day: one for one in work.settings.hours.holidays}
    if holidays.pop(command.day, None) is None:
        raise HolidayUnknownError(f"this hall has entered no holiday on {command.day}")
    _set_holidays(holidays, work, command.by)
    moved = recompute(work)
    work.record(HolidayTakenBack(command.day, command.by, moved))
    return moved


def set_hijri_offset(command: SetHijriOffset, *, work: WorkingDaysWork, now: Moment) -> int:  # noqa: ARG001 - a use case's shape
    """Set the offset; return how many requests have another date since."""
    if work.settings.hijri_offset_days == command.days:
        raise AlreadySoError(f"the Hijri offset is {command.days} days already")
    work.change_settings({"hijri_offset_days": command.days}, command.by)
    moved = recompute(work)
    work.record(HijriOffsetSet(command.days, command.by, moved))
    return moved


def recompute(work: RequestWork, settings: HallSettings | None = None) -> int:
    """Give each request whose clock runs the date that holds now; return how many got another one.

    `settings` are those that hold from now on; None: those of the command.
    """
    calendar, moved = calendar_of(settings or work.settings), 0
    for request in work.requests.not_referred():
        due = request.due(latest_referral(request.service_day, calendar))
        if due == request:
            continue
        store_request(due, work)
        if due.latest != request.latest:
            moved += 1
            work.record(RequestDateMoved(request.number, request.printed_latest, request.latest, due.latest))
    return moved


def _set_holidays(holidays: Mapping[date, Holiday], work: WorkingDaysWork, by: str) -> None:
    ordered = tuple(holidays[day] for day in sorted(holidays))
    work.change_settings({"hours": replace(work.settings.hours, holidays=ordered)}, by)
