"""Complaints and suggestions on both databases; the days against SQL written by hand."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import text

from contracts.words.complaints import Nature
from hall.composition.sql_work import SqlWork
from hall.kernel.ids import VisitId
from hall.platform.db.legal_holds import COMPLAINT, VISIT, holds, lift_hold, place_hold
from tests.hall.complaints.model.test_complaint import LATER, ONE
from tests.helpers.example_hall import TUESDAY
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall

BY_HAND = text("SELECT number FROM complaint WHERE service_day >= :first AND service_day <= :last ORDER BY number")


def test_one_is_kept_listed_and_closed(stored_hall: StoredHall) -> None:
    stored_hall.issue(visit="v1")
    mine = replace(ONE, visit=VisitId("v1"), told=1)

    def life(work: SqlWork, _now: object) -> list[object]:
        kept = work.complaints
        kept.save(mine)
        kept.save(replace(ONE, number="x2", received=LATER))
        seen: list[object] = [kept.find(ONE.number) == mine, kept.find("no"), [one.number for one in kept.open(9)]]
        handed = mine.hand_on("planning", LATER).hand_on("الأراضي", LATER)
        closed = handed.answer_with("Yes", "head", LATER).answer_with("نعم", "noor", LATER).close(LATER)
        kept.save(closed)
        over = [kept.find(ONE.number) == closed, [one.number for one in kept.open(9)], list(kept.closed(9)) == [closed]]
        return [*seen, *over, list(kept.of_visit(VisitId("v1"))) == [closed]]

    assert stored_hall.do(life) == [True, None, [ONE.number, "x2"], True, ["x2"], True, True]


def test_those_of_some_days_are_those_of_sql_written_by_hand(stored_hall: StoredHall) -> None:
    def life(work: SqlWork, _now: object) -> list[list[str]]:
        for number in range(10):
            day = TUESDAY + timedelta(days=number % 4)
            work.complaints.save(replace(ONE, number=f"n{number}", service_day=day))
        days = {"first": TUESDAY, "last": TUESDAY + timedelta(days=2)}
        found = sorted(one.number for one in work.complaints.of_days(days["first"], days["last"]))
        return [found, list(work.connection.execute(BY_HAND, days).scalars())]

    found, by_hand = stored_hall.do(life)  # type: ignore[misc]  # a pair
    assert found == by_hand
    assert len(found) == 8


def test_numbers_run_by_year(stored_hall: StoredHall) -> None:
    years = (2026, 2026, 2027)
    assert stored_hall.do(lambda work, _now: [work.complaints.next_number(year) for year in years]) == [1, 2, 1]


def test_texts_of_what_was_closed_long_ago_are_erased_and_the_steps_stay(stored_hall: StoredHall) -> None:
    closed = ONE.answer_with("Yes", "head", LATER).answer_with("No", "head", LATER).close(LATER)
    unanswered = replace(ONE, number="s", nature=Nature.SUGGESTION).close(LATER)

    def life(work: SqlWork, _now: object) -> list[object]:
        kept = work.complaints
        for one in (closed, unanswered, replace(ONE, number="open")):
            kept.save(one)
        counts = [
            kept.forget_texts(LATER),
            kept.forget_texts(LATER + timedelta(1)),
            kept.forget_texts(LATER + timedelta(1)),
        ]
        found = [kept.find(number) for number in (closed.number, "s", "open")]
        return [counts, found == [closed.without_texts(), unanswered.without_texts(), replace(ONE, number="open")]]

    assert stored_hall.do(life) == [[0, 2, 0], True]


@pytest.mark.parametrize("kind", [COMPLAINT, VISIT])
def test_a_complaint_under_a_legal_hold_keeps_its_words_until_the_hold_is_lifted(
    stored_hall: StoredHall, kind: str
) -> None:
    stored_hall.issue(visit="v9")
    closed = replace(ONE, visit=VisitId("v9")).answer_with("No", "head", LATER).close(LATER)
    subject, late = closed.number if kind == COMPLAINT else "v9", LATER + timedelta(400)

    def life(work: SqlWork, _now: object) -> list[object]:
        work.complaints.save(closed)
        by = partial(place_hold, work.connection, kind, subject, "case 7", by="Salma", at=LATER)
        counts = [by(), by(), work.complaints.forget_texts(late)]
        kept = work.complaints.find(closed.number) == closed
        lifted = lift_hold(work.connection, kind, subject, "case closed", by="Salma", at=late)
        return [counts, kept, lifted, work.complaints.forget_texts(late), len(holds(work.connection, all_ever=True))]

    assert stored_hall.do(life) == [[True, False, 0], True, True, 1, 1]
