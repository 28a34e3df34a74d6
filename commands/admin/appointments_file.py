"""Read appointments from a CSV file into the hall's database: all of them, or none and every reason why."""

from __future__ import annotations

import csv
import io
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from hall.appointments.commands.appointments import Book, new_appointment, refuse_full
from hall.appointments.model.appointment import LONGEST, SHORTEST, Appointment, is_number
from hall.appointments.model.refusals import AppointmentFullError
from hall.appointments.store.appointment_store import SqlAppointments
from hall.kernel.ids import ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.refusals import HallError
from hall.kernel.settings import HallSettings

COLUMNS = ("service", "day", "time")
"""Needed; a column `number` is welcome."""
MOST_ROWS = 20_000
Standing = Callable[[str], "Appointment | None"]
"""Finds the appointment that has a number, in the file so far or in the hall."""


class AppointmentsFileError(Exception):
    """The file cannot be imported; the text has one line for each reason."""


@dataclass(frozen=True)
class Taken:
    """What came of a file: newly booked ones, and how many stood there already."""

    booked: tuple[Appointment, ...]
    known: int


def take_in(text: str, connection: Connection, settings: HallSettings, now: Moment) -> Taken:
    """Book every row; raise AppointmentsFileError, with nothing booked, where any of them cannot be.

    A row whose number stands there with the same slot and service is known already, so that a file may come twice.
    """
    if not settings.appointments.offered:
        raise AppointmentsFileError("this hall takes no appointments: [appointments] offered = true in its set-up")
    kept, problems = SqlAppointments(connection), list[str]()
    booked: dict[str, Appointment] = {}
    of_days: dict[date, list[Appointment]] = {}
    known = 0
    standing = partial(_standing, booked, kept)
    for line, row in _rows(text):
        try:
            one = _appointment(row, settings, now, standing)
            before = standing(one.number)
            if before is None:
                _refuse_full(one, of_days, kept, settings)
                booked[one.number] = one
            elif (before.service, before.slot, before.cancelled) == (one.service, one.slot, None):
                known += 1
            else:
                problems.append(f"line {line}: number {one.number} belongs to another appointment")
        except ValueError as error:
            problems.append(f"line {line}: {error}")
    if problems:
        raise AppointmentsFileError("\n".join(problems))
    for one in booked.values():
        kept.save(one)
    return Taken(tuple(booked.values()), known)


def _refuse_full(
    one: Appointment, of_days: dict[date, list[Appointment]], kept: SqlAppointments, settings: HallSettings
) -> None:
    """Raise ValueError where the hall's appointments and the file's so far fill the slot; else count this one."""
    if one.service_day not in of_days:
        of_days[one.service_day] = list(kept.of_day(one.service_day))
    try:
        refuse_full(one, of_days[one.service_day], settings)
    except AppointmentFullError as error:
        raise ValueError(error.detail) from error
    of_days[one.service_day].append(one)


def _standing(booked: Mapping[str, Appointment], kept: SqlAppointments, number: str) -> Appointment | None:
    return booked.get(number) or kept.find(number)


def written(appointments: Sequence[Appointment], settings: HallSettings) -> str:
    """Return appointments as a CSV file with their numbers, to be sent to the person who booked."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("number", *COLUMNS))
    zone = ZoneInfo(settings.time_zone)
    for one in appointments:
        slot = one.slot.astimezone(zone)
        writer.writerow((one.number, one.service, f"{slot:%Y-%m-%d}", f"{slot:%H:%M}"))
    return out.getvalue()


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row with its line; commas or semicolons between, as spreadsheets of either habit write them."""
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ",")
    names = [name.strip().lower() for name in reader.fieldnames or ()]
    missing = [column for column in COLUMNS if column not in names]
    if missing:
        raise AppointmentsFileError(f"line 1: the columns {', '.join(missing)} are missing; got {', '.join(names)}")
    reader.fieldnames = names
    for row in reader:
        if reader.line_num > MOST_ROWS:
            raise AppointmentsFileError(f"more than {MOST_ROWS} lines: cut the file into several")
        if any((value or "").strip() for value in row.values() if isinstance(value, str)):
            yield reader.line_num, {name: (row.get(name) or "").strip() for name in ("number", *COLUMNS)}


def fresh_number(standing: Standing) -> str:
    """Return a booking number that nobody has: of twenty thousand drawn ones, two or three are drawn twice."""
    while standing(number := str(secrets.randbelow(9 * 10**7) + 10**7)) is not None:
        pass
    return number


def _appointment(row: dict[str, str], settings: HallSettings, now: Moment, standing: Standing) -> Appointment:
    """Return the row's appointment, under a fresh number where it has none; raise ValueError with what is wrong."""
    number = row["number"] or fresh_number(standing)
    if not is_number(number):
        raise ValueError(f"a booking number has {SHORTEST} to {LONGEST} digits, got {number!r}")
    try:
        day, at = date.fromisoformat(row["day"]), time.fromisoformat(row["time"])
        slot = datetime.combine(day, at.replace(tzinfo=None), ZoneInfo(settings.time_zone)).astimezone(now.at.tzinfo)
    except (ValueError, OverflowError):
        raise ValueError(f"expected a day 2026-11-25 and a time 09:30, got {row['day']!r} {row['time']!r}") from None
    try:
        return new_appointment(
            Book(ServiceCode(row["service"]), slot, (number,), "file"),
            settings, now, taken=set(),
        )  # fmt: skip
    except HallError as error:
        raise ValueError(error.detail) from error
