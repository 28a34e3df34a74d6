"""The hall head changes by how much a lane is ahead; who waits is ranked by it at once."""

from __future__ import annotations

from contracts.words.hall import Lane
from hall.calendar.facts import SettingsChanged
from hall.kernel.ids import CounterId
from hall.queue.commands.change_head_start import ChangeHeadStart, change_head_start
from hall.queue.commands.counter.call_next import CallNext, call_next
from tests.helpers.example_hall import staffed_hall, take


def test_a_changed_head_start_ranks_who_waits_and_leaves_a_fact():
    hall = staffed_hall()
    take(hall, "first")
    hall.clock.advance(600)
    take(hall, "elder", priority=True)
    hall.run(change_head_start, ChangeHeadStart(Lane.PRIORITY, 5, "head"))
    assert hall.facts[-1] == SettingsChanged(2, "head", ("head_starts_s",))
    assert hall.run(call_next, CallNext(CounterId(1))).id == "first"
    hall.run(change_head_start, ChangeHeadStart(Lane.PRIORITY, 5, "head"))
    assert [fact.version for fact in hall.facts if isinstance(fact, SettingsChanged)] == [2]
