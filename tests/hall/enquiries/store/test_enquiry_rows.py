"""Every figure of enquiries equals hand-written SQL over the hall's own rows, on both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import astuple
from sqlalchemy import text

from contracts.enquiries.figures import EnquiryFigures
from contracts.words.enquiries import Channel, EnquiryState
from figures.enquiry_figures import enquiry_figures
from hall.composition.sql_work import SqlWork
from hall.enquiries.model.enquiry import Enquiry
from tests.hall.enquiries.model.test_enquiry import OPEN
from tests.helpers.example_hall import TUESDAY
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall

MANY = 60
DAYS = (TUESDAY, TUESDAY + timedelta(days=2))
BY_HAND = """
WITH found AS (
    SELECT {key} AS part, question, state,
           CASE WHEN question IS NOT NULL AND answered_at IS NOT NULL THEN {took} END AS took
    FROM enquiry WHERE service_day BETWEEN :first AND :last
),
ranked AS (SELECT part, took, row_number() OVER (PARTITION BY part ORDER BY took) AS place,
                  count(*) OVER (PARTITION BY part) AS many FROM found WHERE took IS NOT NULL)
SELECT part, count(*),
       sum(CASE WHEN question IS NULL THEN 1 ELSE 0 END),
       sum(CASE WHEN state <> 'confirmed' THEN 1 ELSE 0 END),
       count(took),
       (SELECT avg(took) FROM ranked WHERE ranked.part = found.part AND place IN ((many + 1) / 2, (many + 2) / 2)),
       (SELECT min(took) FROM ranked WHERE ranked.part = found.part AND 10 * place >= 9 * many)
FROM found GROUP BY part
"""
TOOK = {
    "sqlite": "86400 * (julianday(answered_at) - julianday(received_at))",
    "postgresql": "extract(epoch FROM answered_at - received_at)",
}


def some_enquiry(number: int) -> Enquiry:
    day = TUESDAY + timedelta(days=number % 4)
    topic, channel = ("survey", "ownership", "other")[number % 3], list(Channel)[number % 5]
    one = replace(OPEN, number=number, topic=topic, channel=channel, service_day=day)
    if number % 2:
        return replace(one, state=EnquiryState.CONFIRMED, question=None)
    if number % 3:
        return one.hand_on("planning")
    answered = one.answer_with("On Sunday", "salim", one.received + timedelta(minutes=7 * number + 1))
    return answered.confirm(answered.received + timedelta(days=1)) if number % 4 else answered


def by_hand(stored_hall: StoredHall, key: str) -> dict[str, Any]:
    name = stored_hall.store.engine.dialect.name
    values = {
        word: day.isoformat() if name == "sqlite" else day for word, day in zip(("first", "last"), DAYS, strict=True)
    }
    with stored_hall.store.engine.connect() as connection:
        rows = connection.execute(text(BY_HAND.format(key=key, took=TOOK[name])), values)
        return {str(row[0]): tuple(row[1:]) for row in rows}


def same(figures: EnquiryFigures, found: tuple[Any, ...]) -> bool:
    return len(astuple(figures)) == len(found) and all(
        (a is None and b is None) or float(b) == pytest.approx(a, abs=0.06)
        for a, b in zip(astuple(figures), found, strict=True)
    )


def test_every_figure_is_that_of_hand_written_sql(stored_hall: StoredHall) -> None:
    def save(work: SqlWork, _now: object) -> None:
        for number in range(1, MANY):
            work.enquiries.save(some_enquiry(number))

    stored_hall.do(save)
    rows = stored_hall.ask(lambda work, _now: work.enquiry_rows.of_days(*DAYS))
    figured = enquiry_figures(rows, {})  # type: ignore[arg-type]  # what the store answers
    whole = by_hand(stored_hall, "'all'")["all"]
    assert same(figured.total, whole), (figured.total, whole)
    assert min(figured.total.at_once, figured.total.open, figured.total.answered) > 0
    for name, key in (("topics", "topic"), ("channels", "channel")):
        found, parts = by_hand(stored_hall, key), getattr(figured, name)
        assert {part.key for part in parts} == set(found)
        for part in parts:
            assert same(part.figures, found[part.key]), (part, found[part.key])
