"""Every figure of requests equals hand-written SQL over the hall's own rows, on both databases."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from msgspec.structs import astuple
from sqlalchemy import text

from contracts.requests.figures import RequestFigures
from contracts.words.requests import RequestSource, RequestState
from figures.request_figures import RequestMeasure
from hall.calendar.working_days import Calendar, Holiday
from hall.composition.sql_work import SqlWork
from hall.kernel.ids import VisitId
from hall.requests.model.request import Decision, Request
from hall.requests.queries.requests import working_days_between
from tests.helpers.example_hall import HOUSING, LANDS, NINE, TUESDAY
from tests.helpers.stored_hall import StoredHall

MANY = 60
HOLIDAY = TUESDAY + timedelta(days=2)
CALENDAR = Calendar(announced=(), own=(Holiday(HOLIDAY, {"en": "Storm"}, occasion="national_day"),))
TODAY = TUESDAY + timedelta(days=6)
DAYS = (TUESDAY, TUESDAY + timedelta(days=3))
BY_HAND = """
WITH RECURSIVE calendar(day) AS (
    SELECT {first_day} UNION ALL SELECT {next_day} FROM calendar WHERE day < {last_day}
),
workdays AS (SELECT day FROM calendar WHERE {weekday} NOT IN (5, 6) AND day <> {holiday}),
found AS (
    SELECT {key} AS part, request.state, request.latest, {referred} AS referred,
           CASE WHEN request.state = 'withdrawn' THEN 1 ELSE 0 END AS gone,
           coalesce(request.decided_on, {replied}) AS answered, request.service_day
    FROM request LEFT JOIN visit ON visit.id = request.visit
    WHERE request.service_day BETWEEN :first AND :last AND (visit.service = :service OR :service = '')
),
ages AS (
    SELECT part, (SELECT count(*) FROM workdays WHERE day > service_day AND day <= answered) AS days
    FROM found WHERE answered IS NOT NULL AND gone = 0
),
ranked AS (SELECT part, days, row_number() OVER (PARTITION BY part ORDER BY days) AS place,
                  count(*) OVER (PARTITION BY part) AS many FROM ages)
SELECT part, sum(1 - gone), sum(gone),
       sum(CASE WHEN state = 'registered' THEN 1 ELSE 0 END),
       sum(CASE WHEN state = 'registered' AND latest < :today THEN 1 ELSE 0 END),
       sum(CASE WHEN gone = 0 AND (referred IS NOT NULL OR (state = 'registered' AND latest < :today))
                THEN 1 ELSE 0 END),
       sum(CASE WHEN gone = 0 AND referred <= latest THEN 1 ELSE 0 END),
       100.0 * sum(CASE WHEN gone = 0 AND referred <= latest THEN 1 ELSE 0 END)
             / nullif(sum(CASE WHEN gone = 0 AND (referred IS NOT NULL OR (state = 'registered' AND latest < :today))
                               THEN 1 ELSE 0 END), 0),
       (SELECT count(*) FROM ages WHERE ages.part = found.part),
       (SELECT avg(days) FROM ranked WHERE ranked.part = found.part AND place IN ((many + 1) / 2, (many + 2) / 2)),
       (SELECT min(days) FROM ranked WHERE ranked.part = found.part AND 10 * place >= 9 * many)
FROM found GROUP BY part
"""
DIALECTS = {
    "sqlite": {
        "first_day": f"'{TUESDAY}'", "last_day": f"'{TODAY + timedelta(days=20)}'", "holiday": f"'{HOLIDAY}'",
        "next_day": "date(day, '+1 day')", "weekday": "CAST(strftime('%w', day) AS INTEGER)",
        "referred": "date(request.referred_at, '+4 hours')", "replied": "date(request.replied_at, '+4 hours')",
    },
    "postgresql": {
        "first_day": f"DATE '{TUESDAY}'", "last_day": f"DATE '{TODAY + timedelta(days=20)}'",
        "holiday": f"DATE '{HOLIDAY}'", "next_day": "CAST(day + INTERVAL '1 day' AS date)",
        "weekday": "extract(dow FROM day)",
        "referred": "CAST(request.referred_at AT TIME ZONE 'Asia/Muscat' AS date)",
        "replied": "CAST(request.replied_at AT TIME ZONE 'Asia/Muscat' AS date)",
    },
}  # fmt: skip
KEYS = {
    "topics": "request.topic",
    "directorates": "request.directorate",
    "services": "coalesce(visit.service, '')",
}


def some_request(number: int, visits: list[str]) -> Request:
    """Return one of many that stand differently; some are referred late in the evening, when it is tomorrow in Oman."""
    day = TUESDAY + timedelta(days=number % 5)
    at = NINE + timedelta(days=number % 5)
    made = Request(
        number=f"T-26-{number:05}", source=RequestSource.HALL, topic=("survey", "ownership", "other")[number % 3],
        subject="a plot", directorate=("lands", "housing")[number % 2], service_day=day, registered=at,
        registered_by="said", printed_latest=day + timedelta(days=3), latest=day + timedelta(days=3),
        latest_expected=False, urgent=number % 7 == 0,
        visit=VisitId(visits[number % len(visits)]) if number % 4 else None,
    )  # fmt: skip
    if number % 11 == 0:
        return made.withdraw("twice")
    if made.urgent:
        return made.decide(Decision("granted", "the head", "head_of_hall", day + timedelta(days=number % 3)))
    if number % 5 == 0:
        return made
    referred = made.refer(made.directorate, "said", at + timedelta(days=number % 6, hours=15 * (number % 2)))
    if number % 3:
        return referred
    return referred.answered("come", "lands", at + timedelta(days=number % 9, hours=14))


@pytest.fixture
def lived(stored_hall: StoredHall) -> StoredHall:
    visits = ["v-lands", "v-housing"]
    for visit, service in zip(visits, (LANDS, HOUSING), strict=True):
        stored_hall.issue(service, visit)

    def save(work: SqlWork, _now: object) -> None:
        for number in range(MANY):
            work.requests.save(some_request(number, visits))

    stored_hall.do(save)
    return stored_hall


def by_hand(stored_hall: StoredHall, key: str, service: str) -> dict[str, Any]:
    name = stored_hall.store.engine.dialect.name
    values: dict[str, Any] = {"first": DAYS[0], "last": DAYS[1], "today": TODAY}
    if name == "sqlite":
        values = {word: day.isoformat() for word, day in values.items()}
    statement = text(BY_HAND.format(**DIALECTS[name], key=key))
    with stored_hall.store.engine.connect() as connection:
        rows = connection.execute(statement, {**values, "service": service})
        return {str(row[0]): tuple(row[1:]) for row in rows}


def same(figures: RequestFigures, found: tuple[Any, ...]) -> bool:
    return len(astuple(figures)) == len(found) and all(
        (a is None and b is None) or float(b) == pytest.approx(a, abs=0.06)
        for a, b in zip(astuple(figures), found, strict=True)
    )


@pytest.mark.parametrize("service", ["", LANDS])
def test_every_figure_is_that_of_hand_written_sql(lived: StoredHall, service: str) -> None:
    measure = RequestMeasure(TODAY, partial(working_days_between, calendar=CALENDAR))
    rows = lived.ask(lambda work, _now: work.request_rows.of_days(*DAYS, service or None))
    figured = measure.figured(rows, {}, {})  # type: ignore[arg-type]  # what the store answers
    whole = by_hand(lived, "'all'", service)
    assert same(figured.total, whole["all"]), (figured.total, whole)
    for name, key in KEYS.items():
        found, parts = by_hand(lived, key, service), getattr(figured, name)
        assert {part.key for part in parts} == set(found), name
        for part in parts:
            assert same(part.figures, found[part.key]), (name, part, found[part.key])


def test_everything_that_figures_know_did_happen(lived: StoredHall) -> None:
    rows = lived.ask(lambda work, _now: work.request_rows.of_days(date.min, date.max, None))
    total = RequestMeasure(TODAY, partial(working_days_between, calendar=CALENDAR)).figures(rows)  # type: ignore[arg-type]
    assert total.registered + total.withdrawn == MANY
    assert min(total.overdue, total.answered, total.withdrawn) > 0
    assert 0 < total.in_time < total.judged
    assert {row.state for row in rows} >= set(RequestState) - {RequestState.REFERRED}  # type: ignore[attr-defined]
