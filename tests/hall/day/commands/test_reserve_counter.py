"""A counter is reserved for some of its services."""

from __future__ import annotations

import pytest

from hall.day.commands.reserve_counter import ReserveCounter, reserve_counter
from hall.kernel import refusals
from hall.kernel.ids import CounterId, ServiceCode
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.model import refusals as queue_refusals
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
        (1, (LANDS, ENQUIRIES), queue_refusals.NotAtCounterError),
        (1, (HOUSING, LANDS), refusals.AlreadySoError),
        (9, (LANDS,), refusals.CounterUnknownError),
        (1, (ServiceCode("Z"),), refusals.ServiceUnknownError),
    ],
)
def test_what_does_not_go_is_refused(counter: int, services: tuple[ServiceCode, ...], refusal: type[Exception]):
    with pytest.raises(refusal):
        reserve(staffed_hall(), counter, *services)
