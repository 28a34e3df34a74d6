"""Scheduled reports, as an answer."""

from __future__ import annotations

from datetime import UTC, date, datetime

from contracts.codec.reader import from_json, to_json
from contracts.reporting.scheduled_reports import ReportsView, ReportWay, ScheduledReportView

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


def test_an_answer_comes_back_the_same() -> None:
    way = ReportWay("mail", date(2026, 11, 23), "failing", NOW, NOW, 2, "away")
    view = ReportsView(NOW, (ScheduledReportView("daily", "day", ("pdf",), "ar", "", ("a@b",), (way,)),))
    assert from_json(ReportsView, to_json(view)) == view
