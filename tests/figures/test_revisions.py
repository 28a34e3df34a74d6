"""A figure that changed after the close shows both values, and one that did not shows nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime

from figures.revisions import ClosedDay, revisions
from figures.stage_rows import StageRow

CLOSE, DAY, NEXT = datetime(2026, 11, 24, 11, tzinfo=UTC), date(2026, 11, 24), date(2026, 11, 25)
ROW = StageRow("A", "standard", "", 1, 9, True, 60, 5, 300, False)
OTHER = ROW._replace(service="B", waited_s=120)


def stages(*rows: StageRow) -> list[StageRow]:
    return list(rows)


def test_both_values_are_told_by_day_and_for_the_whole_period() -> None:
    days = [(DAY, stages(ROW._replace(served_s=500), OTHER)), (NEXT, stages(ROW))]
    closed = {DAY: ClosedDay(CLOSE, stages(ROW, OTHER)), NEXT: ClosedDay(CLOSE, stages(ROW))}
    (one,), whole = revisions(None, days, closed, {})
    assert (one.service_day, one.closed_at) == (DAY, CLOSE)
    assert (one.closed.serving_mean_s, one.now.serving_mean_s) == (300.0, 400.0)
    assert whole is not None
    assert (whole.came, whole.serving_mean_s) == (3, 300.0)


def test_of_one_service_only_its_own_revisions_are_told() -> None:
    days = [(DAY, stages(OTHER))]
    closed = {DAY: ClosedDay(CLOSE, stages(ROW, OTHER))}
    assert revisions("B", days, closed, {}) == ((), None)


def test_what_changes_no_figure_revises_no_day() -> None:
    assert revisions(None, [(DAY, stages(ROW))], {DAY: ClosedDay(CLOSE, stages(ROW))}, {}) == ((), None)
    assert revisions(None, [(DAY, stages(ROW))], {}, {}) == ((), None)
