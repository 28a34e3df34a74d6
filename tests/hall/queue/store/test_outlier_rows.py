"""Doubtful stages equal hand-written SQL, on both databases."""

from __future__ import annotations

from sqlalchemy import text

from tests.helpers.example_hall import TUESDAY
from tests.helpers.lived_days import LivedDays
from tests.helpers.stored_hall import StoredHall

BY_HAND = """
SELECT stage.visit, stage.position FROM stage WHERE stage.begun_at IS NOT NULL AND stage.ended_at IS NOT NULL
AND (stage.state = 'closed_by_day' OR (stage.state = 'finished' AND (served_s < 100 OR served_s > 600)))
"""
MARKED = "UPDATE stage SET marks = 'begun_late' WHERE visit = :visit AND position = :position"


def test_the_short_the_long_and_those_that_the_close_ended(stored_hall: StoredHall) -> None:
    LivedDays(stored_hall).day(0)
    found = stored_hall.ask(lambda work, _now: work.outliers.outliers(TUESDAY, TUESDAY, 100, 600))
    with stored_hall.store.engine.connect() as connection:
        by_hand = {tuple(row) for row in connection.execute(text(BY_HAND))}
    assert {(one.visit, one.position) for one in found} == by_hand
    assert len(by_hand) > 2
    ended = [one.ended_at for one in found]
    assert ended == sorted(ended, reverse=True)


def test_one_that_was_begun_long_after_the_call_is_among_them(stored_hall: StoredHall) -> None:
    LivedDays(stored_hall).day(0)
    usual = stored_hall.ask(lambda work, _now: work.outliers.outliers(TUESDAY, TUESDAY, 0, 1e9))
    known = {(one.visit, one.position) for one in usual}
    served = (
        "SELECT visit, position FROM stage WHERE state = 'finished' AND begun_at IS NOT NULL ORDER BY visit, position"
    )
    with stored_hall.store.engine.begin() as connection:
        rows = [tuple(row) for row in connection.execute(text(served))]
        late = next(row for row in rows if row not in known)
        connection.execute(text(MARKED), {"visit": late[0], "position": late[1]})
    found = stored_hall.ask(lambda work, _now: work.outliers.outliers(TUESDAY, TUESDAY, 0, 1e9))
    assert [(one.visit, one.position) for one in found if one.begun_late] == [late]
    assert {(one.visit, one.position) for one in found} == known | {late}
