"""How a visit begins in each of the four ways."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from contracts.words.hall import Lane, VisitorKind, VisitState
from hall.kernel.facts import VisitHandedIn, VisitIssued, VisitWalkedUp
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.queue.model.new_visit import Arrival, Printed, carried_id, carried_visit, handed_in, new_visit, walked_up
from tests.helpers.replacing import replace

NINE = Moment(datetime(2026, 11, 24, 5, tzinfo=UTC), 7, "b1")
NEXT = Moment(NINE.at + timedelta(days=1), 8, "b2")
TUESDAY = date(2026, 11, 24)
LANDS = ServiceCode("L")
ARRIVAL = Arrival(VisitId("v1"), LANDS, Lane.PRIORITY, "kiosk-1", VisitorKind.CITIZEN, "ar", "c0de")
PRINTED = Printed("L", 47, "L047")


def test_an_issued_visit_waits_with_its_number_and_code():
    visit = new_visit(ARRIVAL, PRINTED, TUESDAY, at=NINE)
    assert (visit.state, visit.ticket, visit.number, visit.prefix) == (VisitState.WAITING, "L047", 47, "L")
    assert (visit.lane, visit.visitor_kind, visit.language) == (Lane.PRIORITY, VisitorKind.CITIZEN, "ar")
    assert (visit.code_hash, visit.issued_by) == ("c0de", "kiosk-1")
    assert visit.issued == visit.stage.issued == visit.stage.rank_from == NINE
    assert visit.new_facts == [VisitIssued(VisitId("v1"), "L047", LANDS, "kiosk-1")]


def test_a_handed_in_visit_waits_too_and_says_that_it_was_handed_in():
    visit = handed_in(ARRIVAL, PRINTED, TUESDAY, at=NINE)
    assert visit.state is VisitState.WAITING
    assert visit.new_facts == [VisitHandedIn(VisitId("v1"), "L047", LANDS, "kiosk-1", None)]


def test_a_walk_up_is_served_at_once_without_a_ticket():
    said = AgentId("said")
    visit = walked_up(ARRIVAL, TUESDAY, counter=CounterId(3), agent=said, reason="other", at=NINE)
    assert (visit.state, visit.ticket, visit.number) == (VisitState.SERVING, "", None)
    assert visit.at_counter == (3, "said")
    assert visit.stage.begun == visit.stage.serving_since == visit.stage.first_called == NINE
    assert visit.new_facts == [VisitWalkedUp(VisitId("v1"), "", LANDS, CounterId(3), said, "other")]


def test_a_carried_visit_is_new_keeps_the_paper_s_number_and_names_the_old_one():
    old = new_visit(ARRIVAL, PRINTED, TUESDAY, at=NINE)
    visit = carried_visit(old, date(2026, 11, 25), by="first_command", place=0, at=NEXT)
    assert (visit.ticket, visit.number, visit.lane) == ("L047", 47, Lane.PRIORITY)
    assert (visit.carried_from, visit.service_day) == ("v1", date(2026, 11, 25))
    assert visit.id != "v1"
    assert visit.code_hash == "", "the code on the paper dies with its day"
    assert visit.issued == visit.stage.rank_from == NEXT


def test_a_carried_visit_without_a_lane_of_its_own_is_of_those_who_come_back():
    for came, lane in ((Lane.STANDARD, Lane.RETURNING), (Lane.PREMIUM, Lane.PREMIUM), (Lane.RETURNING, Lane.RETURNING)):
        old = new_visit(replace(ARRIVAL, lane=came), PRINTED, TUESDAY, at=NINE)
        assert carried_visit(old, date(2026, 11, 25), by="head", place=0, at=NEXT).lane is lane


def test_a_carried_visit_waits_for_the_service_it_was_sent_to_last():
    old = new_visit(ARRIVAL, PRINTED, TUESDAY, at=NINE)
    old.stages[0].service = ServiceCode("H")
    assert carried_visit(old, date(2026, 11, 25), by="head", place=0, at=NEXT).service == "H"


@given(st.lists(st.uuids().map(str), min_size=2, max_size=30, unique=True))
def test_ids_of_carried_visits_are_version_7_differ_and_keep_their_order(old):
    ids = [carried_id(VisitId(name), place, at=NEXT) for place, name in enumerate(old)]
    assert {uuid.UUID(name).version for name in ids} == {7}
    assert {uuid.UUID(name).variant for name in ids} == {uuid.RFC_4122}
    assert sorted(set(ids)) == ids
    assert int(ids[0].replace("-", "")[:12], 16) == int(NEXT.at.timestamp() * 1000)
