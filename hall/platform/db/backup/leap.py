"""Leap over numbers that may be in people's hands already: after a restore, or when the database is an older one."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import Connection, func, insert, select, update

from hall.platform.db.tables.core import line, number_line

LEAP, LEAST = 100, 50
"""Numbers go on at a full hundred, at least `LEAST` on: those after the copy are in people's hands."""
LINES_OF_YEARS = ("request", "complaint")
ENQUIRIES = "enquiry"


def days_of(now: datetime) -> set[date]:
    """Return the days on which numbers may have been given just now, whatever the machine's time zone."""
    return {now.astimezone(UTC).date(), now.astimezone().date()}


def leap_over_numbers(connection: Connection, days: set[date]) -> None:
    """Let tickets, requests, complaints and enquiries of `days` and of the newest day go on at a full hundred."""
    _leap_over_tickets(connection, days)
    _leap_over_lines(connection, {day.year for day in days})


def _leap_over_tickets(connection: Connection, days: set[date]) -> None:
    newest = connection.execute(select(func.max(number_line.c.service_day))).scalar_one()
    services = connection.execute(select(number_line.c.service).distinct()).scalars().all()
    for day in days | ({newest} if newest else set()):
        of_day = select(number_line.c.service, number_line.c.last).where(number_line.c.service_day == day)
        given = {row.service: row.last for row in connection.execute(of_day)}
        for service in services:
            row = {"service_day": day, "service": service, "last": -(-(given.get(service, 0) + LEAST) // LEAP) * LEAP}
            if service in given:
                of_line = (number_line.c.service_day == day, number_line.c.service == service)
                connection.execute(update(number_line).where(*of_line).values(last=row["last"]))
            else:
                connection.execute(insert(number_line), row)


def _leap_over_lines(connection: Connection, years: set[int]) -> None:
    """Leap over the numbers of `years` also where the database has none of them."""
    given = {row.name: row.last for row in connection.execute(select(line.c.name, line.c.last))}
    kinds = {name.partition("-")[0] for name in given} & {*LINES_OF_YEARS, ENQUIRIES}
    begun = {f"{kind}-{year}" for kind in kinds & set(LINES_OF_YEARS) for year in years}
    for name in {name for name in given if name.partition("-")[0] in kinds} | begun:
        last = -(-(given.get(name, 0) + LEAST) // LEAP) * LEAP
        if name in given:
            connection.execute(update(line).where(line.c.name == name).values(last=last))
        else:
            connection.execute(insert(line), {"name": name, "last": last, "head": ""})
