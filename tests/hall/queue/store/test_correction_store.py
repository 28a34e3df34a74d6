"""Corrections in the database, with both values to the last nanosecond and for each stage, on both databases."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import text

from contracts.words.hall import CorrectionReason, Outcome
from hall.kernel.ids import VisitId
from hall.queue.commands.correct import Correct, TakeBackCorrection, correct, take_back_correction
from hall.queue.model.corrections.amendment import Amendment, values_of
from tests.helpers.example_hall import TUESDAY
from tests.helpers.odd_day import live_an_odd_day
from tests.helpers.stored_hall import StoredHall


def test_what_stood_before_stands_again_after_a_restart(stored_hall: StoredHall) -> None:
    live_an_odd_day(stored_hall)
    stood = values_of(stored_hall.ask(lambda work, _now: work.visits.get(VisitId("c"))).stage)
    amendment = Amendment(0, CorrectionReason.WRONG_OUTCOME, outcome=Outcome.REFERRED, remark="قال الموظف")
    stored_hall.run(correct, Correct(VisitId("c"), amendment, "noor"))
    stored_hall.reopen()
    (stored,) = stored_hall.ask(lambda work, _now: work.corrections.between(TUESDAY, TUESDAY))
    assert (stored.before, stored.remark, stored.number) == (stood, "قال الموظف", 1)
    stored_hall.run(take_back_correction, TakeBackCorrection(VisitId("c"), "huda"))
    assert values_of(stored_hall.ask(lambda work, _now: work.visits.get(VisitId("c"))).stage) == stood
    (stored,) = stored_hall.ask(lambda work, _now: work.corrections.of_visit(VisitId("c")))
    assert stored.taken_back_by == "huda"
    assert stored_hall.ask(lambda work, _now: work.corrections.between(TUESDAY, TUESDAY - timedelta(days=1))) == []
    with stored_hall.store.engine.connect() as connection:
        revs = connection.execute(text("SELECT rev FROM outbox WHERE visit = 'c' ORDER BY seq")).scalars().all()
    assert revs == [1, 2, 3]


def test_an_earlier_stage_than_the_last_is_put_right(stored_hall: StoredHall) -> None:
    live_an_odd_day(stored_hall)
    visit = stored_hall.ask(lambda work, _now: work.visits.get(VisitId("d")))
    assert len(visit.stages) == 2
    begun_at = visit.stages[0].first_called.at
    stored_hall.run(
        correct, Correct(VisitId("d"), Amendment(0, CorrectionReason.FORGOTTEN_BEGIN, begun_at=begun_at), "noor")
    )
    again = stored_hall.ask(lambda work, _now: work.visits.get(VisitId("d")))
    assert again.stages[0].begun.at == begun_at
    assert again.stages[1] == visit.stages[1]
