"""A small period of figures and the report of it, for tests of what is exported."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from contracts.reporting.figures import FiguresView
from contracts.reporting.report import Report
from figures.period import Asked, period_slices
from figures.reports.figures_csv import Stamp
from figures.reports.report import report_of
from figures.revisions import revisions
from figures.stage_rows import DayRows, StageRow, Targets
from figures.view import figures_view
from web.texts import texts

NOW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
ROW = StageRow("A", "standard", "", 1, 9, True, 754, 5, 300, False, 2)
STAMPS = {
    "ar": Stamp("قاعة مسقط", {"A": "أراضٍ", "B": "إسكان"}, "منى", NOW),
    "en": Stamp("Muscat hall", {"A": "Lands", "B": "=1+1"}, "Muna", NOW),
}


def figured(asked: Asked, days: Sequence[DayRows], targets: Targets) -> FiguresView:
    """Return the figures that a hall shows of what is asked, of those of the days that lie in the period."""
    first, last = asked.days
    within = [(day, rows) for day, rows in days if first <= day <= last]
    return figures_view(asked, period_slices(asked, within, targets), at=NOW, transactions=True)


def week(period: str = "week", service: str | None = None) -> FiguresView:
    """Return the figures of the period in which two days of three visits each lie."""
    other = ROW._replace(service="B", visitor_kind="citizen", counter=None, hour=10, waited_s=None, begin_s=None)
    rows = [ROW, other, ROW._replace(hour=11, waited_s=1300, no_show=True, served_s=None)]
    days = [(day, rows) for day in (date(2026, 11, 22), date(2026, 11, 24))]
    return figured(Asked(period, date(2026, 11, 24), service), days, {"A": 900})


def report(language: str = "en", period: str = "week", service: str | None = None) -> Report:
    """Return the report of them."""
    return report_of(week(period, service), STAMPS[language], texts(language), language)


def empty_report(language: str = "en") -> Report:
    """Return the report of a day on which nothing happened."""
    view = figured(Asked("day", date(2026, 11, 24)), [], {})
    return report_of(view, STAMPS[language], texts(language), language)


def hall_figures(hall: Any, asked: Asked, targets: Targets) -> FiguresView:
    """Return the figures of a hall of `tests.helpers.stored_hall`, as it reads them from its database."""

    def ask(work: Any, now: Any) -> FiguresView:
        days = work.figures.days(*asked.days)
        revised = revisions(asked.service, days, work.closed_days.changed(*asked.days), targets)
        return figures_view(asked, period_slices(asked, days, targets), at=now.at, transactions=True, revised=revised)

    return hall.ask(ask)
