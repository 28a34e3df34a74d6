"""Requests on time equal hand-written SQL over the stored records, whichever way they are counted."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from sqlalchemy import Date, Engine, bindparam, text

from central.halls import registry
from central.requests.request_figures import BY_DAY, Referred, referred
from central.requests.requests import count_month, merge_requests, request_row
from contracts.codec.reader import to_json
from figures.period import LONG_PERIODS, Asked
from tests.central.conftest import NOW
from tests.central.requests.test_requests import ONE
from tests.helpers.replacing import replace

TODAY = date(2026, 11, 24)
BY_HAND = """
    SELECT hall, count(*), count(settled_on), sum(CASE WHEN settled_on <= latest THEN 1 ELSE 0 END),
           sum(CASE WHEN decided THEN 1 ELSE 0 END),
           sum(CASE WHEN settled_on IS NULL AND latest < :today THEN 1 ELSE 0 END)
    FROM request WHERE state <> 'withdrawn' AND service_day BETWEEN :first AND :last GROUP BY hall
"""


def fill(engine: Engine) -> None:
    """Store some hundred requests of two halls over three years, the same ones each time."""
    chance = random.Random(7)
    registry.add_hall(engine, "2", {"en": "Sohar"}, now=NOW)
    rows = []
    for number in range(300):
        day = TODAY - timedelta(days=chance.choice((0, 1, 3, 9, 20, 200, 500, 1000)))
        state = chance.choice(("registered", "referred", "replied", "decided", "withdrawn"))
        took = timedelta(days=chance.randrange(0, 6))
        at = NOW - (TODAY - day) + took
        one = replace(
            ONE, hall=chance.choice("12"), number=f"N-{number}", service_day=day,
            latest=day + timedelta(days=3), state=state,
            referred_at=at if state in {"referred", "replied", "withdrawn"} else None,
            decided_on=day + took if state == "decided" else None,
        )  # fmt: skip
        rows.append({**request_row(to_json(one)), "received_at": NOW})
    with engine.begin() as connection:
        merge_requests(connection, rows, time_zone="Asia/Muscat")


@pytest.mark.parametrize("period", LONG_PERIODS)
def test_every_period_equals_hand_written_sql(engine: Engine, period: str) -> None:
    fill(engine)
    asked = Asked(period, TODAY)
    days = {"first": asked.days[0], "last": asked.days[1], "today": TODAY}
    asking = text(BY_HAND).bindparams(*(bindparam(name, day, Date) for name, day in days.items()))
    with engine.connect() as connection:
        rows = connection.execute(asking).all()
    by_hand = {hall: Referred(*map(int, numbers)) for hall, *numbers in rows}
    assert referred(engine, asked, today=TODAY) == by_hand
    assert len(by_hand) == 2
    assert {"day", "week"} == BY_DAY


def test_the_last_day_still_counts_by_the_halls_clock_and_the_next_is_late(engine: Engine) -> None:
    late_evening = NOW.replace(day=26, hour=19, minute=59)
    for number, at in (("N-1", late_evening), ("N-2", late_evening + timedelta(minutes=1))):
        one = replace(ONE, number=number, latest=date(2026, 11, 26), state="referred", referred_at=at)
        with engine.begin() as connection:
            row = {**request_row(to_json(one)), "received_at": NOW}
            merge_requests(connection, [row], time_zone="Asia/Muscat")
    found = referred(engine, Asked("month", TODAY), today=TODAY)["1"]
    assert (found.settled, found.on_time, found.on_time_share) == (2, 1, 50.0)
    with engine.begin() as connection:
        count_month(connection, "1", date(2026, 11, 1))
        merge_requests(connection, [], time_zone="Asia/Muscat")
    assert referred(engine, Asked("month", TODAY), today=TODAY)["1"] == found


def test_what_waits_counts_against_a_hall_once_its_date_has_passed(engine: Engine) -> None:
    with engine.begin() as connection:
        row = {**request_row(to_json(ONE)), "received_at": NOW}
        merge_requests(connection, [row], time_zone="Asia/Muscat")
    before, after = (
        referred(engine, Asked("day", TODAY), today=ONE.latest + timedelta(days=days))["1"] for days in (0, 1)
    )
    assert (before.on_time_share, after.on_time_share, after.overdue) == (None, 0.0, 1)
    assert before + after == Referred(2, 0, 0, 0, 1)
