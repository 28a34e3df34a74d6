"""Answers kept under their keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from hall.kernel.callers import Answer, Key
from hall.platform.db.tables.core import idempotency
from hall.platform.db.writer.idempotency import forget_answers, store_answer, stored_answer
from tests.helpers.example_hall import TUESDAY
from tests.helpers.stored_hall import StoredHall

KEY = Key("s" * 64, "k", "d" * 64)


@pytest.mark.dialect
def test_an_answer_comes_back_with_its_bytes(engine) -> None:
    answer = Answer(201, '{"ticket":"س001"}'.encode())
    with engine.begin() as connection:
        assert stored_answer(connection, KEY) is None
        store_answer(connection, KEY, answer, TUESDAY)


def test_keys_are_kept_through_their_day_and_may_be_forgotten_after_it(stored_hall: StoredHall) -> None:
    stored_hall.submit_issue(key=KEY).result(60)
    stored_hall.clock.advance(timedelta(hours=5).total_seconds())
    assert stored_hall.submit_issue(key=KEY).result(60).body == b"L001"
    stored_hall.clock.advance(timedelta(days=1).total_seconds())
    stored_hall.issue()
    assert stored_hall.submit_issue(key=KEY).result(60).body == b"L001"
    assert stored_hall.do(lambda work, _now: forget_answers(work.connection, work.today())) == 1
    assert stored_hall.submit_issue(key=KEY).result(60).body == b"L002"
    with stored_hall.store.engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(idempotency)).scalar_one() == 1


def test_answers_of_days_that_are_over_are_forgotten(engine) -> None:
    day = TUESDAY
    with engine.begin() as connection:
        store_answer(connection, Key("s", "old", "d"), Answer(204, b""), day - timedelta(days=1))
        store_answer(connection, Key("s", "new", "d"), Answer(204, b""), day)
        assert forget_answers(connection, day) == 1
        assert stored_answer(connection, Key("s", "old", "d")) is None
        assert stored_answer(connection, Key("s", "new", "d")) is not None
