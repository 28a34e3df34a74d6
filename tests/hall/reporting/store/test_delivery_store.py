"""Deliveries of reports, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hall.composition.sql_work import SqlWork
from hall.kernel.moment import Moment
from hall.reporting.model.report_ports import Delivery, DeliveryState
from hall.settings.model.report_plan import DeliveryMethod
from tests.helpers.example_hall import TUESDAY
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall

AT = datetime(2026, 11, 24, 11, 30, tzinfo=UTC)
DUE = Delivery("daily", TUESDAY, DeliveryMethod.MAIL, DeliveryState.DUE, 0, AT)


def kept(stored_hall: StoredHall, *deliveries: Delivery) -> None:
    def save(work: SqlWork, _now: Moment) -> None:
        for one in deliveries:
            work.deliveries.save(one)

    stored_hall.do(save)


def test_it_is_there_after_a_start_with_every_field(stored_hall: StoredHall) -> None:
    failing = replace(DUE, state=DeliveryState.FAILING, tries=3, next_at=AT + timedelta(minutes=4), why="away")
    kept(stored_hall, DUE, failing)
    stored_hall.reopen()
    assert stored_hall.ask(lambda work, _now: work.deliveries.find("daily", TUESDAY, DeliveryMethod.MAIL)) == failing
    assert stored_hall.ask(lambda work, _now: work.deliveries.find("daily", TUESDAY, DeliveryMethod.FOLDER)) is None


def test_the_unsent_are_told_oldest_first_and_the_newest_period_of_each_way(stored_hall: StoredHall) -> None:
    monday = replace(DUE, first=TUESDAY - timedelta(days=1), state=DeliveryState.SENDING)
    sent = replace(DUE, way=DeliveryMethod.FOLDER, state=DeliveryState.SENT)
    kept(stored_hall, DUE, sent, monday)
    assert stored_hall.ask(lambda work, _now: list(work.deliveries.unsent())) == [monday, DUE]
    assert stored_hall.ask(lambda work, _now: work.deliveries.newest("daily", DeliveryMethod.MAIL)) == DUE
    assert stored_hall.ask(lambda work, _now: work.deliveries.newest("weekly", DeliveryMethod.MAIL)) is None
    assert stored_hall.ask(lambda work, _now: work.deliveries.begun("daily", DeliveryMethod.MAIL)) == monday.first
    assert stored_hall.ask(lambda work, _now: work.deliveries.begun("weekly", DeliveryMethod.MAIL)) is None
