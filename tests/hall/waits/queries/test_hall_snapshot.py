"""The hall at one instant."""

from __future__ import annotations

from hall.kernel.ids import CounterId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.waits.queries.hall_snapshot import read_hall_snapshot
from tests.helpers.example_hall import LANDS, SETTINGS, new_hall, staffed_hall, take


def test_it_has_who_waits_who_serves_and_the_calls_so_far():
    hall = staffed_hall()
    take(hall, "v1")
    take(hall, "v2")
    hall.run(call_next, CallNext(CounterId(1)))
    seen = read_hall_snapshot(work=hall.work(), now=hall.clock.now())
    assert seen is not None
    assert [who.ticket for who in seen.waiting] == ["L002"]
    assert [visit.ticket for visit in seen.attended] == ["L001"]
    assert {session.counter for session in seen.sessions} == {1, 2, 3}
    assert seen.calls == {LANDS: 1}
    assert seen.settings == SETTINGS


def test_without_a_service_day_there_is_nothing_to_see():
    hall = new_hall()
    assert read_hall_snapshot(work=hall.work(), now=hall.clock.now()) is None
