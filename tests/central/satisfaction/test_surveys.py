"""Answers after visits of all halls: the newest revision of each, and months that always agree with them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from central.satisfaction.surveys import merge_surveys, survey_row
from central.store.tables.satisfaction import survey, survey_month
from contracts.codec.reader import to_json
from contracts.surveys.record import SurveyRecord, encode_survey
from sync.fakes.hall import DAY, MemoryOutbox
from tests.central.conftest import NOW
from tests.helpers.batches import quarantined, take
from tests.helpers.replacing import replace

ONE = SurveyRecord("1", "v1", DAY, 1, "lands", 9, 2, "phone", NOW, "wait")
BETTER = replace(ONE, rev=2, face=5)


def outbox_of(*records: SurveyRecord) -> MemoryOutbox:
    outbox = MemoryOutbox()
    for one in records:
        outbox.write(encode_survey(one))
    return outbox


def months(engine: Engine) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        rows = connection.execute(select(survey_month).order_by(survey_month.c.service, survey_month.c.face))
        return [tuple(row)[1:] for row in rows]


def test_a_changed_answer_counts_once_whatever_comes_late_or_twice(engine: Engine) -> None:
    other = replace(ONE, visit="v2", service="housing", face=4, reason=None)
    take(engine, outbox_of(ONE, other), 1, 2)
    assert months(engine) == [(date(2026, 11, 1), "housing", 4, 1), (date(2026, 11, 1), "lands", 2, 1)]
    for _ in range(2):
        take(engine, outbox_of(BETTER), 1, 1)
    take(engine, outbox_of(ONE), 1, 1)
    assert months(engine) == [(date(2026, 11, 1), "housing", 4, 1), (date(2026, 11, 1), "lands", 5, 1)]
    assert quarantined(engine) == []
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(survey)).scalar_one() == 2


def test_nothing_to_store_asks_the_database_for_nothing(engine: Engine) -> None:
    with engine.begin() as connection:
        merge_surveys(connection, [], now=NOW)
    assert months(engine) == []


def test_what_a_newer_hall_adds_stays_in_the_body() -> None:
    row = survey_row({**to_json(ONE), "kind": "survey", "mood": "blue"})
    assert (row["body"]["mood"], row["month"], "kind" in row["body"]) == ("blue", date(2026, 11, 1), False)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"hall": "2"}, "belongs to hall '2'"),
        ({"rev": 0}, "rev"),
        ({"face": 6}, "face"),
        ({"hour": 24}, "hour"),
        ({"visit": ""}, "visit"),
        ({"service_day": date(2029, 1, 1)}, "days ahead"),
    ],
)
def test_an_answer_that_cannot_be_is_kept_in_quarantine(engine: Engine, changes: dict[str, object], said: str) -> None:
    take(engine, outbox_of(replace(ONE, **changes)), 1, 1)  # type: ignore[arg-type]  # a test's shorthand
    ((_, reason),) = quarantined(engine)
    assert said in reason
