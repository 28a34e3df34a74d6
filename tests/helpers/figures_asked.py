"""A small period of figures and the report of it, for tests of what is exported."""

from __future__ import annotations

from datetime import UTC, date, datetime

from contracts.figure_answers import FiguresView
from contracts.report import Report
from dashboard.figures_csv import Stamp
from dashboard.figures_view import Asked, figures_view
from dashboard.report import report_of
from dashboard.stage_rows import DayRows, StageColumns, StageRow
from dashboard.wording import texts

NOW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
ROW = StageRow("A", "standard", "", 1, 9, True, 754.4, 5.0, 300.0, False, 2)
STAMPS = {
    "ar": Stamp("قاعة مسقط", {"A": "أراضٍ", "B": "إسكان"}, "منى", NOW),
    "en": Stamp("Muscat hall", {"A": "Lands", "B": "=1+1"}, "Muna", NOW),
}


class TwoDays:
    """A source of two days of three visits each."""

    def days(self, first: date, last: date) -> list[DayRows]:
        """Return the days that lie in the period."""
        other = ROW._replace(service="B", visitor_kind="citizen", counter=None, hour=10, waited_s=None, begin_s=None)
        rows = StageColumns.of([ROW, other, ROW._replace(hour=11, waited_s=1300.0, no_show=True, served_s=None)])
        return [(day, rows) for day in (date(2026, 11, 22), date(2026, 11, 24)) if first <= day <= last]


class NoDays:
    """A source of nothing."""

    def days(self, _first: date, _last: date) -> list[DayRows]:
        """Return no day."""
        return []


def week(period: str = "week", service: str | None = None) -> FiguresView:
    """Return the figures of the period in which those days lie."""
    return figures_view(Asked(period, date(2026, 11, 24), service), source=TwoDays(), targets={"A": 900}, at=NOW)


def report(language: str = "en", period: str = "week", service: str | None = None) -> Report:
    """Return the report of them."""
    return report_of(week(period, service), STAMPS[language], texts(language), language)


def empty_report(language: str = "en") -> Report:
    """Return the report of a day on which nothing happened."""
    view = figures_view(Asked("day", date(2026, 11, 24)), source=NoDays(), targets={}, at=NOW)
    return report_of(view, STAMPS[language], texts(language), language)
