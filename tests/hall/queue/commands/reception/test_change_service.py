"""A visit that waits for the wrong service waits for the right one, and has lost no time."""

from __future__ import annotations

import pytest

from contracts.words.hall import Lane, LaneReason, VisitorKind
from hall.kernel import refusals
from hall.kernel.ids import CounterId, ServiceCode, VisitId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.reception.change_lane import ChangeLane, change_lane
from hall.queue.commands.reception.change_service import ChangeService, change_service
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, SETTINGS, staffed_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace


def to(service: ServiceCode, visit: str = "v1") -> ChangeService:
    return ChangeService(VisitId(visit), service, "desk")


def hall_with(**of_enquiries: object) -> MemoryHall:
    services = tuple(replace(one, **of_enquiries) if one.code == ENQUIRIES else one for one in SETTINGS.services)
    return staffed_hall(replace(SETTINGS, services=services))


def test_it_goes_before_those_who_came_later_to_the_other_service():
    hall = staffed_hall()
    take(hall, "v1", LANDS)
    take(hall, "v2", ENQUIRIES)
    changed = hall.run(change_service, to(ENQUIRIES))
    assert (changed.ticket, changed.service) == ("L001", ENQUIRIES)
    assert hall.run(call_next, CallNext(CounterId(3))).id == "v1"


def test_a_lane_of_the_service_s_own_changes_with_it_and_one_of_the_visitor_s_does_not():
    hall = hall_with(lane=Lane.PREMIUM)
    take(hall, "v1")
    take(hall, "v2", priority=True)
    assert hall.run(change_service, to(ENQUIRIES)).lane is Lane.PREMIUM
    assert hall.run(change_service, to(ENQUIRIES, "v2")).lane is Lane.PRIORITY


def test_a_closed_or_full_service_and_one_for_others_take_nobody_in():
    hall = hall_with(open=False)
    take(hall, "v1")
    with pytest.raises(refusals.ServiceClosedError):
        hall.run(change_service, to(ENQUIRIES))
    hall = hall_with(quota=1)
    take(hall, "v1")
    take(hall, "v2", ENQUIRIES)
    with pytest.raises(refusals.QuotaReachedError):
        hall.run(change_service, to(ENQUIRIES))
    take(hall, "v3", visitor_kind=VisitorKind.COMPANY)
    with pytest.raises(refusals.VisitorKindRefusedError):
        hall.run(change_service, to(HOUSING, "v3"))
    with pytest.raises(refusals.ServiceUnknownError):
        hall.run(change_service, to(ServiceCode("X")))
    assert {hall.visit(name).service for name in ("v1", "v3")} == {LANDS}


def test_it_comes_back_by_the_same_way_also_where_the_first_service_is_full_by_itself():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(change_service, to(ENQUIRIES))
    assert hall.run(change_service, to(LANDS)).service == LANDS
    with pytest.raises(refusals.AlreadySoError):
        hall.run(change_service, to(LANDS))


def closed_and_full(hall: MemoryHall, service: ServiceCode) -> None:
    services = tuple(
        replace(one, open=False, quota=1, lane=Lane.PREMIUM) if one.code == service else one
        for one in hall.settings.services
    )
    hall.settings = replace(hall.settings, services=services)


def test_a_change_is_taken_back_also_when_the_service_has_closed_and_is_full():
    hall = staffed_hall()
    take(hall, "v1")
    before = hall.visit("v1")
    hall.run(change_service, to(ENQUIRIES))
    closed_and_full(hall, LANDS)
    back = hall.run(change_service, to(LANDS))
    assert (back.service, back.lane, back.stage) == (before.service, before.lane, before.stage)


def test_what_the_visitor_got_meanwhile_stays_when_the_change_is_taken_back():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(change_service, to(ENQUIRIES))
    hall.run(change_lane, ChangeLane(VisitId("v1"), priority=True, by="desk", reason=LaneReason.SEEN))
    assert hall.run(change_service, to(LANDS)).lane is Lane.PRIORITY


def test_taking_back_is_for_the_newest_change_alone():
    hall = staffed_hall()
    take(hall, "v1", visitor_kind=VisitorKind.CITIZEN)
    hall.run(change_service, to(ENQUIRIES))
    hall.run(change_service, to(HOUSING))
    closed_and_full(hall, LANDS)
    with pytest.raises(refusals.ServiceClosedError):
        hall.run(change_service, to(LANDS))
