"""A visit as one that waits."""

from __future__ import annotations

from contracts.words.hall import Lane, TransferPosition
from hall.kernel.ids import AgentId, CounterId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.transfer import Transfer, transfer
from hall.queue.model.calling.waiting_line import Waiting, waiting_of
from tests.helpers.example_hall import LANDS, staffed_hall, take

ONE, RASHID = CounterId(1), AgentId("rashid")


def test_a_visit_waits_with_what_ranks_its_current_stage():
    hall = staffed_hall()
    take(hall, "v1", LANDS, priority=True)
    hall.run(call_next, CallNext(ONE))
    hall.run(transfer, Transfer(ONE, to_agent=RASHID, position=TransferPosition.FIRST, reason="other"))
    visit = hall.visit("v1")
    assert waiting_of(visit) == Waiting(
        visit.id, "L001", LANDS, Lane.PRIORITY, visit.issued, visit.issued, goes_first=True, for_agent=RASHID
    )
