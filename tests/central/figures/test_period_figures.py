"""One suite behind the figures' source: roll-ups on both databases, single stages, and SQL written by hand."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, select, text

from central.figures.period_figures import RollupFigures, halls_totals, halls_visited
from central.figures.rollups import refresh
from central.figures.visit_stages import stage_rows
from central.store.tables.halls import visit
from central.store.tables.rollups import ALL, service_target
from figures.period import Asked, period_slices
from figures.stage_rows import DayRows, StageRow
from figures.view import figures_view
from tests.central.conftest import NOW
from tests.helpers.made_visits import keep, made_visits
from web.ports import FigureSource

DAYS = (date(2026, 1, 4), date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 24))
TARGETS = {"A": 900, "B": 1200}
ASKED = [
    Asked(period, date(2026, 11, 24), service)
    for period in ("day", "week", "month", "year")
    for service in (None, "A", "none")
]
STAGES = {
    "sqlite": """
        SELECT v.hall, v.service_day, v.ticket, v.state, s.key AS place, json_array_length(v.stages) AS many,
               s.value ->> 'service' AS service, s.value ->> 'called_at' AS called_at,
               s.value ->> 'begun_at' AS begun_at, s.value ->> 'waiting_s' AS waiting_s,
               s.value ->> 'serving_s' AS serving_s
        FROM visit v, json_each(v.stages) s""",
    "postgresql": """
        SELECT v.hall, v.service_day, v.ticket, v.state, s.place - 1 AS place, jsonb_array_length(v.stages) AS many,
               s.value ->> 'service' AS service, s.value ->> 'called_at' AS called_at,
               s.value ->> 'begun_at' AS begun_at, (s.value ->> 'waiting_s')::int AS waiting_s,
               (s.value ->> 'serving_s')::int AS serving_s
        FROM visit v, jsonb_array_elements(v.stages) WITH ORDINALITY s (value, place)""",
}
BY_HAND = """
    WITH stage AS ({stages}),
    wait AS (
        SELECT waiting_s, (waiting_s + 59) / 60 AS minutes, service FROM stage
        WHERE hall = :hall AND service_day BETWEEN '2026-11-01' AND '2026-11-30'
          AND called_at IS NOT NULL AND (place > 0 OR ticket IS NOT NULL)),
    ranked AS (SELECT minutes, row_number() OVER (ORDER BY minutes) AS rank, count(*) OVER () AS many FROM wait)
    SELECT
        (SELECT count(*) FROM wait) AS called,
        (SELECT avg(waiting_s) FROM wait) AS mean_s,
        (SELECT 60 * min(minutes) FROM ranked WHERE rank * 10 >= many * 9) AS p90_s,
        (SELECT 60 * avg(minutes) FROM ranked WHERE rank IN ((many + 1) / 2, (many + 2) / 2)) AS median_s,
        (SELECT avg(CASE WHEN waiting_s <= CASE service WHEN 'A' THEN 900 ELSE 1200 END THEN 100.0 ELSE 0 END)
         FROM wait WHERE service IN ('A', 'B')) AS within,
        (SELECT count(*) FROM stage WHERE hall = :hall AND service_day BETWEEN '2026-11-01' AND '2026-11-30'
         AND place = 0) AS came,
        (SELECT count(*) FROM stage WHERE hall = :hall AND service_day BETWEEN '2026-11-01' AND '2026-11-30'
         AND place = many - 1 AND state = 'no_show') AS no_shows,
        (SELECT avg(serving_s) FROM stage WHERE hall = :hall AND service_day BETWEEN '2026-11-01' AND '2026-11-30'
         AND begun_at IS NOT NULL AND (place < many - 1 OR state = 'finished')) AS serving_mean_s
"""


def stored_stages(engine: Engine, hall: str, first: date, last: date) -> list[DayRows]:
    """Return the stages of one hall, or of all, straight from the visits."""
    query = select(visit).where(visit.c.service_day.between(first, last)).order_by(visit.c.service_day)
    found: dict[date, list[StageRow]] = {}
    with engine.connect() as connection:
        for row in connection.execute(query):
            if hall in {ALL, row.hall}:
                found.setdefault(row.service_day, []).extend(stage_rows(row, ZoneInfo("Asia/Muscat")))
    return list(found.items())


@pytest.fixture
def lived(engine: Engine) -> Engine:
    """Three halls, four days, all roll-ups in step."""
    with engine.begin() as connection:
        for hall in ("1", "2", "3"):
            rows = [{"hall": hall, "service": code, "target_s": s} for code, s in TARGETS.items()]
            connection.execute(service_target.insert(), rows)
    for hall, many in (("1", 30), ("2", 12), ("3", 1)):
        for day in DAYS:
            keep(engine, made_visits(hall, day, many))
    while refresh(engine, time_zone="Asia/Muscat"):
        pass
    return engine


@pytest.mark.parametrize("hall", ["1", "3", ALL, "unknown"])
def test_roll_ups_give_the_figures_of_the_stages_for_everything_that_can_be_asked(lived: Engine, hall: str) -> None:
    kept: FigureSource = RollupFigures(lived, hall)
    for asked in ASKED:
        at_once = period_slices(asked, stored_stages(lived, hall, *asked.days), TARGETS)
        assert kept.figures(asked, at=NOW) == figures_view(asked, at_once, at=NOW), asked


@pytest.mark.dialect
def test_the_figures_of_a_month_are_those_of_sql_written_by_hand(lived: Engine) -> None:
    query = text(BY_HAND.format(stages=STAGES[lived.dialect.name]))
    with lived.connect() as connection:
        row = connection.execute(query, {"hall": "1"}).one()
    total = RollupFigures(lived, "1").figures(Asked("month", DAYS[-1]), at=NOW).total
    assert (total.came, total.called, total.no_shows) == (row.came, row.called, row.no_shows)
    assert total.came == 90
    assert (total.p90_s, total.median_s) == (float(row.p90_s), float(row.median_s))
    assert total.mean_s == round(float(row.mean_s), 1)
    assert total.within == round(float(row.within), 1)
    assert total.serving_mean_s == round(float(row.serving_mean_s), 1)


@pytest.mark.dialect
def test_ten_years_go_by_year_and_hold_all(lived: Engine) -> None:
    view = RollupFigures(lived).figures(Asked("decade", DAYS[-1]), at=NOW)
    assert view.total.came == 4 * 43
    assert [(step.key, step.figures.came) for step in view.steps] == [("2026-01-01", 4 * 43)]
    assert sum(cell.came for cell in view.heat) == 4 * 43


def test_halls_are_compared_by_their_totals(lived: Engine) -> None:
    found = halls_totals(lived, Asked("week", DAYS[-1]))
    assert {hall: one.total.came for hall, one in found.items()} == {"1": 90, "2": 36, "3": 3}
    assert halls_totals(lived, Asked("day", date(2025, 1, 1))) == {}
    assert [halls_visited(lived, Asked(one, DAYS[-1])) for one in ("day", "decade")] == [3, 3]
    assert halls_visited(lived, Asked("day", date(2025, 1, 1))) == 0
    assert halls_visited(lived, Asked("day", DAYS[-1]), but=["2", "unknown"]) == 2
    one_service = halls_totals(lived, Asked("month", DAYS[-1], "A"))
    assert 0 < one_service["1"].total.called < found["1"].total.called


def test_the_whole_of_a_period_has_the_parts_that_were_asked_for_and_no_others(lived: Engine) -> None:
    source = RollupFigures(lived, "1")
    for period in ("week", "decade"):
        asked = Asked(period, DAYS[-1])
        full, plain, lanes = source.slices(asked).whole, source.whole(asked), source.whole(asked, parts=("lanes",))
        assert plain.total_text() == lanes.total_text() == full.total_text()
        of_lanes = [{lane: tally.as_list() for lane, tally in one.parts["lanes"].items()} for one in (lanes, full)]
        assert of_lanes[0] == of_lanes[1] != {}
        assert not any(plain.parts.values())
        assert [name for name, part in lanes.parts.items() if part] == ["lanes"]


def test_sums_follow_the_visits_that_come(lived: Engine) -> None:
    asked, source = Asked("decade", DAYS[-1]), RollupFigures(lived)
    before = [halls_totals(lived, asked)["1"].total.came, source.whole(asked, parts=("lanes",)).total.came]
    keep(lived, made_visits("1", DAYS[-1], 7, seed=1))
    while refresh(lived, time_zone="Asia/Muscat"):
        pass
    after = [halls_totals(lived, asked)["1"].total.came, source.whole(asked, parts=("lanes",)).total.came]
    assert [now - then for then, now in zip(before, after, strict=True)] == [7, 7]
    assert halls_totals(lived, asked)["2"].total.came == 48
    assert halls_totals(lived, asked)["2"].total.came == 48, "asking changes nothing"
