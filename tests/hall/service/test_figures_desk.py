"""An answer is told again while nothing has changed, and only then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from dashboard.figures_view import Asked
from dashboard.revisions import NONE_CLOSED, ClosedDay
from dashboard.stage_rows import DayRows, StageColumns, StageRow
from hall.service.figures_desk import FiguresDesk

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
DAY = date(2026, 11, 24)
ROW = StageRow("A", "standard", "", 1, 9, True, 60.0, 5.0, 300.0, False)


class OneDay:
    """A source of one day that counts how often it is read."""

    def __init__(self) -> None:
        self.rows = [ROW]
        self.read = 0
        self.asked_years = 0

    def days(self, first: date, last: date) -> Sequence[DayRows]:
        self.asked_years += (last - first).days > 300
        if not first <= DAY <= last:
            return []
        self.read += 1
        return [(DAY, StageColumns.of(self.rows))]

    def state(self, first: date, last: date) -> int:
        return len(self.rows) if first <= DAY <= last else 0


def none_closed(_first: date, _last: date) -> Mapping[date, ClosedDay]:
    return NONE_CLOSED


def came(desk: FiguresDesk, source: OneDay, asked: Asked, target: float = 600) -> tuple[int, float | None]:
    total = desk.answer(asked, source=source, targets={"A": target}, at=NOW, today=DAY, closed=none_closed).total
    return total.came, total.within


def test_the_same_question_is_read_once_and_told_with_the_time_of_now() -> None:
    desk, source = FiguresDesk(), OneDay()
    assert came(desk, source, Asked("day", DAY)) == (1, 100.0)
    later = desk.answer(
        Asked("day", DAY),
        source=source,
        targets={"A": 600},
        at=NOW + timedelta(hours=1),
        today=DAY,
        closed=none_closed,
    )
    assert (later.total.came, later.at, source.read) == (1, NOW + timedelta(hours=1), 1)


def test_two_days_of_one_week_are_one_question() -> None:
    desk, source = FiguresDesk(), OneDay()
    assert came(desk, source, Asked("week", DAY)) == came(desk, source, Asked("week", DAY - timedelta(days=1)))
    assert source.read == 1


def test_what_happened_since_is_in_the_answer() -> None:
    desk, source = FiguresDesk(), OneDay()
    came(desk, source, Asked("day", DAY))
    source.rows.append(ROW)
    assert came(desk, source, Asked("day", DAY)) == (2, 100.0)


def test_another_target_judges_anew() -> None:
    desk, source = FiguresDesk(), OneDay()
    came(desk, source, Asked("day", DAY))
    assert came(desk, source, Asked("day", DAY), target=30) == (1, 0.0)


def test_another_service_or_period_is_another_question() -> None:
    desk, source = FiguresDesk(), OneDay()
    came(desk, source, Asked("day", DAY))
    assert came(desk, source, Asked("day", DAY, "B")) == (0, None)
    assert came(desk, source, Asked("year", DAY)) == (1, 100.0)


def test_what_was_asked_longest_ago_is_forgotten() -> None:
    desk, source = FiguresDesk(kept=1), OneDay()
    for service in (None, "A", None):
        came(desk, source, Asked("day", DAY, service))
    assert source.read == 3


def test_days_that_are_looked_at_do_not_make_a_year_be_forgotten() -> None:
    desk, source = FiguresDesk(kept=1), OneDay()
    came(desk, source, Asked("year", DAY - timedelta(days=400)))
    before = source.asked_years
    came(desk, source, Asked("day", DAY))
    came(desk, source, Asked("year", DAY - timedelta(days=400)))
    assert (before, source.asked_years) == (1, 1)


class TwoDays(OneDay):
    """A source with a visit of the day before, too, that keeps which days were read."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[date, date]] = []

    def days(self, first: date, last: date) -> Sequence[DayRows]:
        self.asked.append((first, last))
        before = [(DAY - timedelta(days=1), StageColumns.of([ROW]))] if first < DAY else []
        return [*before, *super().days(first, last)]


def test_of_a_period_that_goes_on_only_today_is_gone_through_again() -> None:
    desk, source = FiguresDesk(), TwoDays()
    assert came(desk, source, Asked("year", DAY)) == (2, 100.0)
    source.rows.append(ROW._replace(waited_s=900.0))
    assert came(desk, source, Asked("year", DAY)) == (3, 66.7)
    yesterday, year = DAY - timedelta(days=1), (date(2026, 1, 1), date(2026, 12, 31))
    assert source.asked == [(year[0], yesterday), (DAY, year[1]), (DAY, year[1])]
