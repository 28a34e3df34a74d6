"""Return codes are on both databases what they were."""

from __future__ import annotations

from datetime import date

from hall.kernel.ids import VisitId
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from hall.queue.model.return_slip import ReturnSlip
from tests.helpers.example_hall import LANDS
from tests.helpers.stored_hall import StoredHall


def test_a_slip_is_kept_changed_and_dropped(stored_hall: StoredHall) -> None:
    stored_hall.do(lambda work, now: issue_ticket(IssueTicket(VisitId("v1"), LANDS, "kiosk-1"), work=work, now=now))
    slip = ReturnSlip("48213377", VisitId("v1"), LANDS, date(2026, 11, 24), date(2026, 12, 2), ("سند الملكية", "photo"))
    stored_hall.do(lambda work, _now: work.returns.save(slip))
    assert stored_hall.ask(lambda work, _now: work.returns.find("48213377")) == slip
    assert stored_hall.ask(lambda work, _now: work.returns.of_visit(VisitId("v1"))) == slip
    assert stored_hall.ask(lambda work, _now: work.returns.find("00000000")) is None
    used = slip.use(VisitId("v2"), date(2026, 11, 25))
    stored_hall.do(lambda work, _now: work.returns.save(used))
    assert stored_hall.ask(lambda work, _now: work.returns.find("48213377")) == used
    assert stored_hall.ask(lambda work, _now: work.returns.used_by(VisitId("v2"))) == used
    assert stored_hall.ask(lambda work, _now: work.returns.used_by(VisitId("v1"))) is None
    stored_hall.do(lambda work, _now: work.returns.drop("48213377"))
    assert stored_hall.ask(lambda work, _now: work.returns.find("48213377")) is None
