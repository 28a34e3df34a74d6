"""Every figure equals hand-written SQL over the hall's own rows, on both databases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import astuple
from sqlalchemy import text

from contracts.reporting.figures import Figures
from figures.period import PERIODS, Asked
from tests.helpers.example_hall import TUESDAY
from tests.helpers.figures_asked import hall_figures
from tests.helpers.lived_days import LivedDays
from tests.helpers.stored_hall import StoredHall

pytestmark = pytest.mark.dialect

DAYS = (0, 1, 5, 30, 100)
"""Two of one week, one of the next, one of the next month, one of the next year."""
TARGETS = {"L": 300.0, "H": 600.0}
"""Enquiries have no target: they count in every figure but the share within it."""

BY_HAND = """
WITH stages AS (
    SELECT {key} AS part, stage.service, stage.state, stage.position, coalesce(stage.quantity, 0) AS done,
           CASE WHEN stage.position > 0 OR visit.ticket <> '' THEN CAST(round({waited}) AS INTEGER) END AS waited,
           CASE WHEN stage.position > 0 OR visit.ticket <> '' THEN CAST(round({begin}) AS INTEGER) END AS begin_s,
           CASE WHEN stage.state = 'finished' AND stage.begun_at IS NOT NULL
                THEN CAST(round(CAST(stage.served_s AS NUMERIC)) AS INTEGER) END AS served
    FROM stage JOIN visit ON visit.id = stage.visit
    WHERE visit.service_day BETWEEN :first AND :last AND (stage.service = :service OR :service = '')
),
waits AS (SELECT part, 60 * ((waited + 59) / 60) AS waited,
               row_number() OVER (PARTITION BY part ORDER BY waited) AS place,
                 count(*) OVER (PARTITION BY part) AS many FROM stages WHERE waited IS NOT NULL),
begins AS (SELECT part, 5 * ((begin_s + 4) / 5) AS begin_s,
                row_number() OVER (PARTITION BY part ORDER BY begin_s) AS place,
                  count(*) OVER (PARTITION BY part) AS many FROM stages WHERE begin_s IS NOT NULL),
servings AS (SELECT part, 30 * ((served + 29) / 30) AS served,
                  row_number() OVER (PARTITION BY part ORDER BY served) AS place,
                    count(*) OVER (PARTITION BY part) AS many FROM stages WHERE served IS NOT NULL)
SELECT part,
       sum(CASE WHEN position = 0 THEN 1 ELSE 0 END),
       count(waited),
       avg(waited),
       (SELECT avg(waited) FROM waits WHERE waits.part = stages.part AND place IN ((many + 1) / 2, (many + 2) / 2)),
       (SELECT min(waited) FROM waits WHERE waits.part = stages.part AND 10 * place >= 9 * many),
       100.0 * sum(CASE WHEN (service = 'L' AND waited <= 300) OR (service = 'H' AND waited <= 600) THEN 1 ELSE 0 END)
             / nullif(sum(CASE WHEN service IN ('L', 'H') AND waited IS NOT NULL THEN 1 ELSE 0 END), 0),
       (SELECT avg(begin_s) FROM begins WHERE begins.part = stages.part AND place IN ((many + 1) / 2, (many + 2) / 2)),
       count(served),
       avg(served),
       (SELECT avg(served) FROM servings
        WHERE servings.part = stages.part AND place IN ((many + 1) / 2, (many + 2) / 2)),
       sum(CASE WHEN state = 'no_show' THEN 1 ELSE 0 END),
       100.0 * sum(CASE WHEN state = 'no_show' THEN 1 ELSE 0 END) / nullif(count(waited), 0),
       sum(done)
FROM stages GROUP BY part
"""
DIALECTS = {
    "sqlite": {
        "waited": "86400 * (julianday(stage.first_called_at) - julianday(stage.issued_at))",
        "begin": "86400 * (julianday(stage.begun_at) - julianday(stage.first_called_at))",
        "hour": "CAST(strftime('%H', stage.issued_at, '+4 hours') AS INTEGER)",
        "month": "strftime('%Y-%m-01', visit.service_day)",
        "weekday": "CAST(strftime('%w', visit.service_day) AS INTEGER)",
        "day": "visit.service_day",
    },
    "postgresql": {
        "waited": "extract(epoch FROM stage.first_called_at - stage.issued_at)",
        "begin": "extract(epoch FROM stage.begun_at - stage.first_called_at)",
        "hour": "CAST(extract(hour FROM stage.issued_at AT TIME ZONE 'Asia/Muscat') AS INTEGER)",
        "month": "to_char(visit.service_day, 'YYYY-MM-01')",
        "weekday": "CAST(extract(dow FROM visit.service_day) AS INTEGER)",
        "day": "CAST(visit.service_day AS text)",
    },
}
KEYS = {
    "services": "stage.service",
    "hours": "{hour}",
    "lanes": "visit.lane",
    "visitor_kinds": "coalesce(visit.visitor_kind, '')",
    "counters": "coalesce(CAST(stage.counter AS text), '')",
}


@pytest.fixture
def lived(stored_hall: StoredHall) -> StoredHall:
    days = LivedDays(stored_hall)
    for offset in DAYS:
        days.day(offset)
    return stored_hall


def by_hand(stored_hall: StoredHall, key: str, days: tuple[date, date], service: str) -> dict[str, Any]:
    words = DIALECTS[stored_hall.store.engine.dialect.name]
    statement = BY_HAND.format(**words | {"key": key.format(**words)})
    values = {"first": days[0], "last": days[1], "service": service}
    if stored_hall.store.engine.dialect.name == "sqlite":
        values |= {"first": days[0].isoformat(), "last": days[1].isoformat()}
    with stored_hall.store.engine.connect() as connection:
        return {str(row[0]): tuple(row[1:]) for row in connection.execute(text(statement), values)}


def same(figures: Figures, found: tuple[Any, ...]) -> bool:
    return len(astuple(figures)) == len(found) and all(
        (a is None and b is None) or float(b) == pytest.approx(a, abs=0.06)
        for a, b in zip(astuple(figures), found, strict=True)
    )


def checked(stored_hall: StoredHall, period: str, service: str, total: int) -> None:
    asked = Asked(period, TUESDAY, service or None)
    view = hall_figures(stored_hall, asked, TARGETS)
    assert view.total.came >= total
    whole = by_hand(stored_hall, "'all'", asked.days, service)
    assert same(view.total, whole["all"]), (view.total, whole)
    step = "{month}" if period == "year" else "{day}"
    for name, key in (KEYS | {"steps": step}).items():
        found, parts = by_hand(stored_hall, key, asked.days, service), getattr(view, name)
        assert {part.key for part in parts} == set(found), name
        for part in parts:
            assert same(part.figures, found[part.key]), (name, part, found[part.key])
    heat = by_hand(stored_hall, "100 * (CASE {weekday} WHEN 0 THEN 7 ELSE {weekday} END) + {hour}", asked.days, service)
    assert {str(100 * cell.weekday + cell.hour): (cell.came, cell.called) for cell in view.heat} == {
        key: (int(row[0]), int(row[1])) for key, row in heat.items()
    }
    for cell in view.heat:
        median = heat[str(100 * cell.weekday + cell.hour)][3]
        assert (cell.median_s is None) == (median is None)
        assert median is None or float(median) == pytest.approx(cell.median_s, abs=0.06)


def happened(lived: StoredHall) -> None:
    """Assert that everything that figures know did happen."""
    asked = Asked("year", TUESDAY)
    view = hall_figures(lived, asked, TARGETS)
    assert view.total.no_shows > 2
    assert view.total.served > 30
    assert view.total.transactions is not None
    assert view.total.transactions > view.total.served, "one ticket, several transactions"
    assert {part.key for part in view.lanes} == {"standard", "priority", "returning"}
    assert {part.key for part in view.visitor_kinds} == {"", "citizen", "resident", "company"}
    assert {part.key for part in view.counters} >= {"", "1", "2", "3"}
    assert len(view.steps) == 2
    assert 0 < (view.total.within or 0) < 100


def test_every_figure_of_every_period_is_that_of_hand_written_sql(lived: StoredHall) -> None:
    happened(lived)
    came = {"day": 20, "week": 45, "month": 70, "year": 95}
    for period in PERIODS:
        checked(lived, period, "", came[period])
        checked(lived, period, "L", 5)
