"""The scheduled reports of a hall, as `GET /reports` lists them. Additive only.

>>> ReportWay("mail", None, None, None, None, 0, "").way
'mail'
"""

from __future__ import annotations

from datetime import date, datetime

from contracts.codec.message import Message


class ReportWay(Message, frozen=True):
    """The delivery of the newest period to one target; nulls if none was due yet."""

    way: str
    """`folder` or `mail`."""
    first: date | None
    """The first day of the period."""
    state: str | None
    """`due`, `sending`, `sent`, `failing` (the hall tries again) or `in_doubt` (the service ended meanwhile)."""
    at: datetime | None
    next_at: datetime | None
    tries: int
    why: str
    """Why the last try failed."""


class ScheduledReportView(Message, frozen=True):
    """One report of the set-up file; `to` and `folder` are where it goes."""

    name: str
    period: str
    formats: tuple[str, ...]
    language: str
    folder: str
    to: tuple[str, ...]
    ways: tuple[ReportWay, ...]


class ReportsView(Message, frozen=True):
    """All scheduled reports, in the order of the set-up file."""

    at: datetime
    reports: tuple[ScheduledReportView, ...]
