"""Scheduled reports of the hall: which, when, and how long to wait after a failure (pure)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

FIRST_PAUSE_S, LONGEST_PAUSE_S = 60, 3600
CAUGHT_UP = 7
"""How many periods back a missed report is still sent; nobody waits for older ones."""
Bounds = Callable[[date], tuple[date, date]]
"""The first and the last day of the period in which a day lies."""


class DeliveryMethod(StrEnum):
    """How a report leaves."""

    FOLDER = "folder"
    MAIL = "mail"


@dataclass(frozen=True)
class ScheduledReport:
    """One report: of each `period` (`day`, `week` or `month`) once it is over, at `at` of its last day or later."""

    name: str
    period: str = "day"
    formats: tuple[str, ...] = ("pdf",)
    language: str = "ar"
    at: time | None = None
    """Not before this time of the period's last day; None: as soon as that day is closed."""
    folder: str = ""
    to: tuple[str, ...] = ()

    @property
    def ways(self) -> tuple[DeliveryMethod, ...]:
        """How it leaves."""
        return (*([DeliveryMethod.FOLDER] if self.folder else []), *([DeliveryMethod.MAIL] if self.to else []))


@dataclass(frozen=True)
class MailServer:
    """Where e-mail is handed in; the password lies in a file that only the hall service may read."""

    host: str
    port: int
    tls: str
    """`starttls`, `tls` or `none`."""
    user: str
    password_file: str
    sender: str


@dataclass(frozen=True)
class ReportPlan:
    """All scheduled reports."""

    reports: tuple[ScheduledReport, ...] = ()
    mail: MailServer | None = None

    def report(self, name: str) -> ScheduledReport | None:
        """Return the report of this name, or None."""
        return next((one for one in self.reports if one.name == name), None)


NOTHING_LEAVES = ReportPlan()


def lately_over(report: ScheduledReport, bounds: Bounds, now: datetime, *, closed: bool) -> list[tuple[date, date]]:
    """Return the last periods that are over and whose time has come, the newest first; `closed`: today's day is.

    >>> week = lambda day: (day - timedelta(days=day.isoweekday() % 7), day + timedelta(days=6 - day.isoweekday() % 7))
    >>> newest, *_ = lately_over(ScheduledReport("w", "week"), week, datetime(2026, 11, 24, 9), closed=False)
    >>> [str(day) for day in newest]
    ['2026-11-15', '2026-11-21']
    """
    over = now.date() if closed else now.date() - timedelta(days=1)
    first, last = bounds(over)
    if last > over:
        first, last = bounds(first - timedelta(days=1))
    if report.at is not None and now.replace(tzinfo=None) < datetime.combine(last, report.at):
        first, last = bounds(first - timedelta(days=1))
    found = [(first, last)]
    while len(found) < CAUGHT_UP:
        found.append(bounds(found[-1][0] - timedelta(days=1)))
    return found
