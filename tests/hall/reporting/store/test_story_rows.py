"""What happened to a visit comes whole and in order, on both databases."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import text

from hall.kernel.ids import VisitId
from tests.helpers.example_hall import TUESDAY
from tests.helpers.odd_day import live_an_odd_day
from tests.helpers.stored_hall import StoredHall


def test_the_facts_of_one_visit_come_oldest_first_and_none_of_another(stored_hall: StoredHall) -> None:
    live_an_odd_day(stored_hall)
    facts = stored_hall.ask(lambda work, _now: work.stories.of_visit(VisitId("c")))
    assert [fact.kind for fact in facts] == ["visit_issued", "visit_called", "visit_begun", "visit_finished"]
    with stored_hall.store.engine.connect() as connection:
        many = connection.execute(text("SELECT count(*) FROM fact WHERE visit = 'c'")).scalar_one()
    assert len(facts) == many


def test_visits_are_found_by_day_and_the_beginning_of_their_number(stored_hall: StoredHall) -> None:
    live_an_odd_day(stored_hall)

    def found(ticket: str, *, day: int = 0, limit: int = 50) -> list[str]:
        of = TUESDAY + timedelta(days=day)
        return [one.visit for one in stored_hall.ask(lambda work, _now: work.stories.found(of, ticket, limit))]

    assert found("") == ["a", "b", "c", "d", "w"]
    assert found("L00") == ["a", "b", "c", "d"]
    assert found("L003") == ["c"]
    assert found("L_03") == []
    assert found("", limit=2) == ["a", "b"]
    assert found("", day=1) == []
