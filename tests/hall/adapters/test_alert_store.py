"""Who has seen which alert, in the database."""

from __future__ import annotations

from hall.adapters.sql_work import SqlWork
from hall.application.alert_ports import SeenAlert
from hall.domain.moment import Moment
from tests.hall.adapters.conftest import Hall


def test_what_was_seen_is_there_after_a_start_and_gone_when_it_is_forgotten(hall: Hall) -> None:
    def see(work: SqlWork, now: Moment) -> SeenAlert:
        one = SeenAlert("over_target:L", "نور", now.at)
        work.alerts.see(one)
        return one

    one = hall.do(see)
    hall.reopen()
    assert hall.do(lambda work, _now: work.alerts.seen()) == {"over_target:L": one}
    hall.do(lambda work, _now: work.alerts.forget("over_target:L"))
    assert hall.do(lambda work, _now: work.alerts.seen()) == {}
