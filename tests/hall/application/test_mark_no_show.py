"""Nobody came to a call."""

from __future__ import annotations

import pytest

from contracts.hall_words import VisitState
from hall.application.mark_no_show import MarkNoShow, mark_no_show
from hall.domain import errors
from hall.domain.ids import CounterId
from tests.helpers.example_hall import called_hall, serving_hall

ONE = CounterId(1)


def test_a_missed_visit_leaves_the_counter_free_and_is_not_yet_told():
    hall = called_hall()
    visit = hall.run(mark_no_show, MarkNoShow(ONE))
    assert visit.state is VisitState.NO_SHOW
    assert hall.work().visits.at_counter(ONE) is None
    assert hall.told == [], "it may come back until the close of the day"


def test_somebody_who_is_being_served_is_there():
    with pytest.raises(errors.NotCalledError):
        serving_hall().run(mark_no_show, MarkNoShow(ONE))
