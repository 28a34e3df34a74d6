"""How a day stood at its close, and which days changed since, equal hand-written SQL, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from contracts.words.hall import CorrectionReason
from figures.period import Asked
from hall.kernel.ids import VisitId
from hall.queue.commands.correct import Correct, TakeBackCorrection, correct, take_back_correction
from hall.queue.model.corrections.amendment import Amendment
from hall.reporting.commands.read_story import ReadStory, read_story
from tests.helpers.example_hall import TUESDAY
from tests.helpers.figures_asked import hall_figures
from tests.helpers.lived_days import LivedDays
from tests.helpers.stored_hall import StoredHall

SERVED = "SELECT avg(round(served_s)) FROM stage JOIN visit ON visit.id = stage.visit WHERE stage.state = 'finished' AND begun_at IS NOT NULL AND visit.service_day = :day"  # noqa: E501 - one statement
FINISHED = "SELECT visit.id FROM visit JOIN stage ON stage.visit = visit.id WHERE visit.state = 'finished' AND stage.position = 0 AND stage.state = 'finished' AND stage.begun_at IS NOT NULL AND service_day = :day AND ticket <> '' AND (SELECT count(*) FROM stage AS s WHERE s.visit = visit.id) = 1 ORDER BY visit.id LIMIT 1"  # noqa: E501 - one statement


def asked(stored_hall: StoredHall, statement: str, day: int = 0) -> object:
    of = TUESDAY + timedelta(days=day)
    value = of.isoformat() if stored_hall.store.engine.dialect.name == "sqlite" else of
    with stored_hall.store.engine.connect() as connection:
        return connection.execute(text(statement), {"day": value}).scalar_one()


def view(stored_hall: StoredHall, period: str = "day"):
    ask = Asked(period, TUESDAY)
    return hall_figures(stored_hall, ask, {})


@pytest.fixture
def lived(stored_hall: StoredHall) -> StoredHall:
    days = LivedDays(stored_hall)
    days.day(0)
    days.day(1)
    return stored_hall


def test_a_day_that_stands_as_it_was_closed_is_not_revised(lived: StoredHall) -> None:
    assert lived.ask(lambda work, _now: work.closed_days.changed(TUESDAY, TUESDAY + timedelta(days=9))) == {}
    visit = VisitId(str(asked(lived, FINISHED)))
    lived.do(lambda work, _now: read_story(ReadStory(visit, "huda", "auditor"), work=work, source=work.stories))
    assert view(lived).revised == (), "to read is not to change"


def test_a_figure_changed_after_the_close_shows_both_values(lived: StoredHall) -> None:
    visit = VisitId(str(asked(lived, FINISHED)))
    before, count = float(str(asked(lived, SERVED))), view(lived, "week").total.served
    stage = lived.ask(lambda work, _now: work.visits.get(visit)).stage
    amendment = Amendment(0, CorrectionReason.LEFT_OPEN, begun_at=stage.first_called.at)
    lived.run(correct, Correct(visit, amendment, "noor"))
    for period in ("day", "week"):
        shown = view(lived, period)
        (one,) = shown.revised
        assert one.service_day == TUESDAY
        assert one.closed.serving_mean_s == pytest.approx(before, abs=0.06)
        assert one.now.serving_mean_s == pytest.approx(float(str(asked(lived, SERVED))), abs=0.06)
        assert one.now.serving_mean_s != one.closed.serving_mean_s
        assert shown.total_closed is not None
    assert (shown.total.served, shown.total_closed.served) == (count, count)
    lived.run(take_back_correction, TakeBackCorrection(visit, "noor"))
    assert view(lived).revised == (), "what stood at the close stands again"
