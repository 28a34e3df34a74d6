"""A visit is set aside at its counter."""

from __future__ import annotations

import pytest

from hall.application.call_next import CallNext, call_next
from hall.application.park import Park, park
from hall.domain import counter_errors
from hall.domain.ids import CounterId
from tests.helpers.example_hall import called_hall, serving_hall, staffed_hall, take

ONE = CounterId(1)


@pytest.mark.parametrize("make", [called_hall, serving_hall])
def test_a_parked_visit_leaves_the_counter_free_for_another(make):
    hall = make()
    take(hall, "v2")
    hall.run(park, Park(ONE))
    assert [visit.id for visit in hall.work().visits.parked_at(ONE)] == ["v1"]
    other = hall.run(call_next, CallNext(ONE))
    assert other is not None
    assert other.id == "v2"


def test_there_must_be_a_visit_to_park():
    with pytest.raises(counter_errors.NoVisitError):
        staffed_hall().run(park, Park(ONE))
