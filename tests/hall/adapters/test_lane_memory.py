"""What the writer lane remembers."""

from __future__ import annotations

from hall.adapters.lane_memory import LaneMemory
from hall.domain.ids import ServiceCode
from hall.domain.service_day import DayState, ServiceDay
from tests.hall.adapters.test_visit_rows import at
from tests.helpers.example_hall import TUESDAY

L = ServiceCode("L")


def test_forgetting_is_complete() -> None:
    memory = LaneMemory()
    memory.last_fact = 4
    memory.day = ServiceDay(TUESDAY, DayState.OPEN, at(1))
    memory.last_numbers[TUESDAY, L] = 7
    memory.calls[TUESDAY], memory.sessions = {L: 1}, {}
    memory.forget()
    assert (memory.last_fact, memory.day, memory.sessions) == (None, None, None)
    assert (memory.last_numbers, memory.calls) == ({}, {})
