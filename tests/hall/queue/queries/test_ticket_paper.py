"""A kiosk prints a ticket as it is, or once more with a new code that makes the old one worthless."""

from __future__ import annotations

import pytest

from hall.kernel.ids import DeviceId, VisitId
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.queue.model.facts import CodeRenewed, TicketAsked
from hall.queue.model.refusals import ReprintedMeanwhileError, VisitOverError
from hall.queue.queries.ticket_paper import AskTicket, Reprint, ask_ticket, reprint
from tests.helpers.example_hall import LANDS, staffed_hall, take
from tests.helpers.memory_work import MemoryHall

V1, K1 = VisitId("v1"), DeviceId("k1")
ABOUT = (V1, "L001", LANDS)


def anew(seen: int, at_device: DeviceId | None = None) -> Reprint:
    return Reprint(V1, lambda many: f"code {many}", seen, "desk", at_device)


@pytest.fixture
def hall() -> MemoryHall:
    made = staffed_hall()
    take(made, "v1")
    return made


def test_a_kiosk_is_asked_and_the_visit_stays_as_it_is(hall):
    before = hall.visit("v1")
    hall.run(ask_ticket, AskTicket(V1, K1, "desk"))
    assert hall.facts[-1] == TicketAsked(*ABOUT, K1, "desk")
    assert hall.visit("v1") == before


def test_each_reprint_has_a_code_of_its_own(hall):
    hall.run(reprint, anew(0, K1))
    assert hall.facts[-2:] == [CodeRenewed(*ABOUT, "desk"), TicketAsked(*ABOUT, K1, "desk")]
    hall.run(reprint, anew(1))
    assert hall.facts[-1] == CodeRenewed(*ABOUT, "desk"), "shown on the screen, printed nowhere"
    assert (hall.visit("v1").code_hash, hall.visit("v1").reprints) == ("code 2", 2)


def test_of_two_receptions_that_reprint_from_the_same_view_one_is_told(hall):
    hall.run(reprint, anew(0, K1))
    facts = len(hall.facts)
    with pytest.raises(ReprintedMeanwhileError):
        hall.run(reprint, anew(0, K1))
    assert (hall.visit("v1").code_hash, len(hall.facts)) == ("code 1", facts)


def test_a_visit_that_is_over_gets_no_paper(hall):
    hall.run(cancel, Cancel(V1, "desk"))
    with pytest.raises(VisitOverError):
        hall.run(ask_ticket, AskTicket(V1, K1, "desk"))
    with pytest.raises(VisitOverError):
        hall.run(reprint, anew(0))
