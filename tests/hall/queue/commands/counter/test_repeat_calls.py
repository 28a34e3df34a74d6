from __future__ import annotations

from hall.calendar.facts import CallsRepeated
from hall.queue.commands.counter.repeat_calls import RepeatCalls, repeat_calls
from tests.helpers.example_hall import staffed_hall


def test_the_wish_is_a_fact_that_names_where_it_came_from() -> None:
    hall = staffed_hall()
    hall.run(repeat_calls, RepeatCalls("kiosk-1"))
    assert hall.facts[-1] == CallsRepeated("kiosk-1")
