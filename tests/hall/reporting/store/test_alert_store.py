"""Who has seen which alert, in the database."""

from __future__ import annotations

from hall.composition.sql_work import SqlWork
from hall.kernel.moment import Moment
from hall.reporting.model.alert_ports import SeenAlert
from tests.helpers.stored_hall import StoredHall


def test_what_was_seen_is_there_after_a_start_and_gone_when_it_is_forgotten(stored_hall: StoredHall) -> None:
    def see(work: SqlWork, now: Moment) -> SeenAlert:
        one = SeenAlert("over_target:L", "نور", now.at)
        work.alerts.see(one)
        return one

    one = stored_hall.do(see)
    stored_hall.reopen()
    assert stored_hall.do(lambda work, _now: work.alerts.seen()) == {"over_target:L": one}
    stored_hall.do(lambda work, _now: work.alerts.forget("over_target:L"))
    assert stored_hall.do(lambda work, _now: work.alerts.seen()) == {}
