"""The same call is announced again."""

from __future__ import annotations

import pytest

from hall.kernel import refusals
from hall.kernel.facts import VisitRecalled
from hall.kernel.ids import CounterId
from hall.queue.commands.counter.recall import Recall, recall
from hall.queue.model import refusals as queue_refusals
from tests.helpers.example_hall import SETTINGS, called_hall, serving_hall, staffed_hall
from tests.helpers.replacing import replace

ONE = CounterId(1)


def test_a_recall_is_counted_and_is_no_new_call():
    hall = called_hall()
    calls = dict(hall.stored.calls)
    hall.run(recall, Recall(ONE))
    hall.run(recall, Recall(ONE))
    assert hall.visit("v1").stage.recalls == 2
    assert hall.stored.calls == calls


def test_a_recall_tells_whether_the_boards_shall_flash_whole():
    hall = called_hall()
    hall.run(recall, Recall(ONE))
    hall.run(recall, Recall(ONE, look=True))
    recalled = [fact for _, fact in hall.stored.facts if isinstance(fact, VisitRecalled)]
    assert [fact.look for fact in recalled] == [False, True]


def test_there_is_nothing_to_recall_without_a_called_visit():
    with pytest.raises(queue_refusals.NoVisitError):
        staffed_hall().run(recall, Recall(ONE))
    with pytest.raises(refusals.NotCalledError):
        serving_hall().run(recall, Recall(ONE))


def test_a_call_is_announced_again_as_often_as_the_hall_allows():
    hall = called_hall()
    hall.settings = replace(SETTINGS, limits=replace(SETTINGS.limits, recall_max=1))
    hall.run(recall, Recall(ONE))
    with pytest.raises(refusals.RecallLimitError, match="L001"):
        hall.run(recall, Recall(ONE))
