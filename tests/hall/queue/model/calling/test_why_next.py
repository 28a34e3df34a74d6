"""Why a visitor was next is kept as a short account."""

from __future__ import annotations

from contracts.words.hall import Lane
from hall.kernel.ids import ServiceCode, VisitId
from hall.queue.model.calling.rule import Choice, Why
from hall.queue.model.calling.waiting_line import Waiting
from hall.queue.model.calling.why_next import Reason, account, reason_of
from tests.helpers.moves import at

WHO = Waiting(VisitId("v1"), "L047", ServiceCode("L"), Lane.PRIORITY, at(0), at(0))


def test_an_account_keeps_what_ranked_the_visitor():
    text = account(Choice(WHO, Why.LONGEST_WAIT, 1380.4, 1200, among=7))
    assert text == "longest_wait 1380 1200 priority 7"
    assert reason_of(text) == Reason("longest_wait", 1380, 1200, "priority", 7)


def test_a_slot_ahead_counts_as_no_wait():
    assert reason_of(account(Choice(WHO, Why.LONGEST_WAIT, -300.0, 900))).waited_s == 0


def test_only_the_longest_wait_of_one_is_no_choice():
    assert reason_of("longest_wait 30 0 standard 1").is_only_choice
    assert not reason_of("longest_wait 30 0 standard 2").is_only_choice
    assert not reason_of("reserved_lane 30 0 standard 1").is_only_choice
