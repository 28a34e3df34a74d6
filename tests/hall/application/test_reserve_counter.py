"""A counter is reserved for some of its services."""

from __future__ import annotations

import pytest

from hall.application.call_next import CallNext, call_next
from hall.application.reserve_counter import ReserveCounter, reserve_counter
from hall.domain import counter_errors, errors
from hall.domain.ids import CounterId, ServiceCode
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, staffed_hall, take
from tests.helpers.memory_work import MemoryHall

ONE = CounterId(1)


def reserve(hall: MemoryHall, counter: int, *services: ServiceCode):
    return hall.run(reserve_counter, ReserveCounter("a1", CounterId(counter), services, "head"))


def test_a_reserved_counter_calls_nobody_else():
    hall = staffed_hall()
    take(hall, "v1", LANDS)
    take(hall, "v2", HOUSING)
    reserve(hall, 1, HOUSING)
    called = hall.run(call_next, CallNext(ONE))
    assert called is not None
    assert called.ticket == "H001"


@pytest.mark.parametrize(
    ("counter", "services", "refusal"),
    [
        (1, (LANDS, ENQUIRIES), counter_errors.NotAtCounterError),
        (1, (HOUSING, LANDS), errors.AlreadySoError),
        (9, (LANDS,), errors.CounterUnknownError),
        (1, (ServiceCode("Z"),), errors.ServiceUnknownError),
    ],
)
def test_what_does_not_go_is_refused(counter: int, services: tuple[ServiceCode, ...], refusal: type[Exception]):
    with pytest.raises(refusal):
        reserve(staffed_hall(), counter, *services)
