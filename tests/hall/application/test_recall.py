"""The same call is announced again."""

from __future__ import annotations

import pytest

from hall.application.begin_serving import BeginServing, begin_serving
from hall.application.call_next import CallNext, call_next
from hall.application.recall import Recall, recall
from hall.domain import errors
from hall.domain.ids import CounterId
from tests.helpers.example_hall import staffed_hall, take
from tests.helpers.memory_work import MemoryHall

ONE = CounterId(1)


def called(visit: str = "v1") -> MemoryHall:
    """Return a hall in which L001 is called to counter 1."""
    hall = staffed_hall()
    take(hall, visit)
    hall.run(call_next, CallNext(ONE))
    return hall


def serving() -> MemoryHall:
    hall = called()
    hall.clock.advance(30)
    hall.run(begin_serving, BeginServing(ONE))
    return hall


def test_a_recall_is_counted_and_is_no_new_call():
    hall = called()
    calls = dict(hall.stored.calls)
    hall.run(recall, Recall(ONE))
    hall.run(recall, Recall(ONE))
    assert hall.visit("v1").stage.recalls == 2
    assert hall.stored.calls == calls


def test_there_is_nothing_to_recall_without_a_called_visit():
    with pytest.raises(errors.NoVisitError):
        staffed_hall().run(recall, Recall(ONE))
    with pytest.raises(errors.NotCalledError):
        serving().run(recall, Recall(ONE))
