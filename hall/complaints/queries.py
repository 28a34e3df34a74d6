"""Complaints and suggestions: for the hall head, and for a visitor who follows one by its number."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from statistics import median
from typing import Protocol
from zoneinfo import ZoneInfo

from contracts.complaints.answers import ComplaintsView, ComplaintView, FollowedComplaint, WrittenWords
from contracts.words.complaints import Nature
from hall.calendar.service_day import local
from hall.complaints.commands.complaints import find_complaint
from hall.complaints.model.complaint import Complaint
from hall.complaints.model.ports import HasComplaints, HasWrittenWords
from hall.kernel.ids import ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.kernel.settings import HallSettings

SHOWN = 500
CLOSED_SHOWN = 50
DAYS = 30
"""How many days the figures cover when the request names none."""


class ComplaintsViewWork(HasComplaints, HasSettings, HasWrittenWords, Protocol):
    """What the views of complaints and suggestions read."""


def complaints_view(first: date | None, last: date | None, *, work: ComplaintsViewWork, now: Moment) -> ComplaintsView:
    """Return the open ones, those closed last, and the figures of these days, of the last thirty without them."""
    end = last or local(now, work.settings).date()
    begin = first or end - timedelta(days=DAYS - 1)
    came = work.complaints.of_days(begin, end)
    replies = [(one.answered - one.received).total_seconds() for one in came if one.answered is not None]
    return ComplaintsView(
        now.at, begin, end,
        tuple(complaint_view(one, work.settings, now) for one in work.complaints.open(SHOWN)),
        tuple(complaint_view(one, work.settings, now) for one in work.complaints.closed(CLOSED_SHOWN)),
        sum(one.nature is Nature.COMPLAINT for one in came), sum(one.nature is Nature.SUGGESTION for one in came),
        len(replies), median(replies) if replies else None,
        tuple(
            WrittenWords(one.service_day, _names(one.service, work.settings), one.words)
            for one in work.surveys.written(begin, end, SHOWN)
        ),
    )  # fmt: skip


def complaint_view(one: Complaint, settings: HallSettings, now: Moment) -> ComplaintView:
    """Return one as it stands now."""
    names = _names(one.service, settings)
    return ComplaintView(
        one.number, one.nature, one.way, one.state, one.text, one.service, names, one.visit, one.service_day,
        one.received, one.received_by, one.age_s(now.at), one.handed_to, one.handed_on, one.answer, one.answered,
        one.answered_by, one.closed,
    )  # fmt: skip


def _names(code: ServiceCode | None, settings: HallSettings) -> dict[str, str]:
    return next((dict(service.names) for service in settings.services if service.code == code), {})


def followed_complaint(number: str, *, work: ComplaintsViewWork, now: Moment) -> FollowedComplaint:  # noqa: ARG001 - as questions are asked
    """Return the state of one, for a visitor who has its number; raise ComplaintUnknownError."""
    one, zone = find_complaint(number, work), ZoneInfo(work.settings.time_zone)

    def day(at: datetime | None) -> date | None:
        return None if at is None else at.astimezone(zone).date()

    return FollowedComplaint(one.number, one.nature, one.state, one.service_day, day(one.answered), day(one.closed))
