from __future__ import annotations

from hall.kernel.facts import kind_of
from hall.kernel.ids import DeviceId, ServiceCode, VisitId
from hall.queue.model.facts import CodeRenewed, ServiceChanged, TicketAsked, VisitUnlinked

ABOUT = (VisitId("v1"), "A047", ServiceCode("B"))


def test_each_fact_names_the_visit_and_who_did_it() -> None:
    facts = [
        ServiceChanged(*ABOUT, "desk", ServiceCode("A")),
        VisitUnlinked(*ABOUT, "g1", "desk"),
        CodeRenewed(*ABOUT, "desk"),
        TicketAsked(*ABOUT, DeviceId("k1"), "desk"),
    ]
    assert [kind_of(fact) for fact in facts] == ["service_changed", "visit_unlinked", "code_renewed", "ticket_asked"]
    assert {(fact.visit, fact.by) for fact in facts} == {("v1", "desk")}
