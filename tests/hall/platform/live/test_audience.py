"""Who gets what over the live link."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from contracts.live import FactMessage
from contracts.queue.answers import StageView, VisitView
from contracts.words.hall import Lane, VisitState
from hall.calendar import facts as calendar_facts
from hall.enquiries.model import facts as enquiries_facts
from hall.kernel import facts
from hall.kernel.ids import CounterId, ServiceCode
from hall.kernel.partner import PartnerScope
from hall.platform.live.audience import AUDIENCE, KINDS_BY_AUDIENCE, Audience, audience_of, told_to, without_notes
from hall.platform.security.access import TABLE, Role
from hall.requests.model import facts as requests_facts
from tests.helpers.replacing import replace

NINE = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
STAGE = StageView("A", VisitState.CALLED, 3, "salim", NINE, NINE, None, None, None, note="asked for the head")
VISIT = VisitView("v1", "A001", "A", Lane.STANDARD, VisitState.CALLED, 3, NINE, (STAGE,))
CALLED = FactMessage(
    7,
    "visit_called",
    NINE,
    date(2026, 11, 25),
    VISIT,
    3,
    "salim",
    {"reason": "special_care", "recalls": 1, "look": True},
)
BANK = PartnerScope(frozenset({ServiceCode("W")}), frozenset({CounterId(7)}))
KINDS = re.findall(r"[a-z_]+", Path("docs/contract.md").read_text().partition("(`kind`): `")[2].partition("`")[0])


def test_every_fact_of_the_engine_is_in_the_contract() -> None:
    def tree(kind: type[facts.Fact]) -> list[type[facts.Fact]]:
        return [kind, *(deeper for child in kind.__subclasses__() for deeper in tree(child))]

    assert calendar_facts.SignedIn in tree(facts.Fact)
    assert enquiries_facts.EnquiryReceived in tree(facts.Fact)
    assert requests_facts.RequestRegistered in tree(facts.Fact)
    bases = {facts.Fact, facts.VisitFact, facts.CounterVisitFact}
    assert sorted(KINDS) == sorted(
        {facts.kind_of(kind) for kind in tree(facts.Fact)} - {facts.kind_of(b) for b in bases}
    )


def test_every_kind_of_fact_is_in_the_list_of_an_audience_and_no_list_names_another_one() -> None:
    assert frozenset().union(*KINDS_BY_AUDIENCE.values()) == set(KINDS)
    assert set(KINDS_BY_AUDIENCE) == set(Audience)


@pytest.mark.parametrize("audience", Audience)
def test_a_kind_that_stands_in_no_list_is_told_to_nobody(audience: Audience) -> None:
    assert told_to(audience, replace(CALLED, kind="visitor_overheard"), BANK) is None


def of_services(*services: str, kind: str = "visit_called", counter: int | None = 1, **more: Any) -> FactMessage:
    stages = tuple(replace(STAGE, service=service) for service in services)
    return replace(
        CALLED, kind=kind, visit=replace(VISIT, service=services[-1], counter=counter, stages=stages), **more
    )


def test_a_partner_is_told_of_his_own_visits_whole_and_of_others_nothing() -> None:
    told = told_to(Audience.PARTNER, of_services("W"), BANK)
    assert told == replace(of_services("W"), visit=without_notes(of_services("W").visit))
    assert told_to(Audience.PARTNER, of_services("A", counter=7), BANK) is not None
    assert told_to(Audience.PARTNER, of_services("A"), BANK) is None
    assert told_to(Audience.PARTNER, of_services("W", "A"), BANK) is None
    assert told_to(Audience.PARTNER, of_services("W")) is None


@pytest.mark.parametrize(
    "fact",
    [
        of_services("W", "A", kind="visit_transferred", detail={"to_service": "A", "note": "asked for the head"}),
        of_services("A", kind="visit_transferred", detail={"to_counter": 7, "note": "asked for the head"}),
        of_services("A", kind="service_changed", detail={"was": "W", "by": "reception"}),
    ],
)
def test_a_partner_learns_that_a_visit_left_his_queue_and_no_more(fact: FactMessage) -> None:
    told = told_to(Audience.PARTNER, fact, BANK)
    assert told is not None
    assert told.visit is not None
    assert (told.agent, told.detail, told.visit.stages[-1].note) == (None, {}, None)


def test_a_partner_is_told_what_happens_at_his_own_counters_and_in_the_whole_hall() -> None:
    for kind, counter, heard in (("signed_in", 7, True), ("signed_in", 1, False), ("day_closed", None, True)):
        fact = replace(CALLED, kind=kind, visit=None, counter=counter)
        assert (told_to(Audience.PARTNER, fact, BANK) is not None) is heard


def test_every_role_that_may_follow_has_an_audience() -> None:
    assert set(AUDIENCE) == TABLE["GET", "/live"]


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.KIOSK, Audience.ANALYST])
def test_the_public_side_and_analysts_are_told_no_agent_no_reason_and_no_note(audience: Audience) -> None:
    told = told_to(audience, CALLED)
    assert told is not None
    assert told.agent is None
    assert told.detail == {"recalls": 1, "look": True}
    assert told.visit == replace(VISIT, stages=(replace(STAGE, agent=None, note=None),))


def test_the_hall_head_is_told_all_of_it() -> None:
    assert told_to(Audience.LEAD, CALLED) == CALLED


def test_agents_are_told_all_but_the_notes_about_visitors() -> None:
    told = told_to(Audience.COUNTER, replace(CALLED, detail={"reason": "special_care", "note": "asked for the head"}))
    assert told == replace(
        CALLED, visit=replace(VISIT, stages=(replace(STAGE, note=None),)), detail={"reason": "special_care"}
    )


@pytest.mark.parametrize("scope", [None, BANK])
def test_a_counter_pc_without_an_agent_is_told_of_the_day_alone(scope: PartnerScope | None) -> None:
    audience = audience_of(Role.COUNTER, scope)
    assert told_to(audience, CALLED, scope) is None
    closed = told_to(audience, replace(CALLED, kind="day_closed", visit=None), scope)
    assert closed is not None
    assert closed.agent is None


HEARD = {
    Audience.BOARD: {
        "visit_called",
        "visit_recalled",
        "visit_finished",
        "day_closed",
        "settings_changed",
        "opening_check_begun",
    },
    Audience.KIOSK: {
        "visit_issued",
        "visit_called",
        "visit_cancelled",
        "lane_changed",
        "day_closed",
        "settings_changed",
    },
    Audience.SIGNED_OUT: {"day_closed", "settings_changed"},
    Audience.COUNTER: {"visit_issued", "visit_called", "lane_changed", "signed_in", "break_begun", "day_closed"},
    Audience.PARTNER: {"day_closed", "settings_changed", "date_doubted"},
    Audience.LEAD: set(KINDS),
    Audience.ANALYST: {
        "visit_issued",
        "visit_called",
        "signed_in",
        "device_reported",
        "day_closed",
        "settings_changed",
    },
}
NOT_HEARD: dict[Audience, set[str]] = {
    Audience.BOARD: {
        "visit_issued",
        "lane_changed",
        "signed_in",
        "pin_locked",
        "device_reported",
        "ticket_printed",
        "break_begun",
    },
    Audience.KIOSK: {"signed_in", "pin_locked", "device_reported", "break_begun"},
    Audience.SIGNED_OUT: {"visit_called", "visit_issued", "signed_in", "enquiry_received", "pin_locked"},
    Audience.COUNTER: {"pin_locked", "device_reported", "device_paired", "ticket_printed"},
    Audience.PARTNER: {"visit_called", "visit_issued", "request_registered", "enquiry_received", "pin_locked"},
    Audience.LEAD: set(),
    Audience.ANALYST: {"phone_left", "phone_erased", "appointment_booked", "pin_locked", "story_read"},
}


@pytest.mark.parametrize("audience", Audience)
def test_each_audience_hears_its_own_kinds_only(audience: Audience) -> None:
    heard = {kind for kind in KINDS if told_to(audience, replace(CALLED, kind=kind), BANK) is not None}
    assert heard >= HEARD[audience]
    assert not heard & NOT_HEARD[audience]


def test_a_fact_without_a_visit_is_told_without_one() -> None:
    told = told_to(Audience.BOARD, replace(CALLED, kind="day_closed", visit=None))
    assert told is not None
    assert told.visit is None


def test_the_auditor_follows_nothing() -> None:
    assert Role.AUDITOR not in AUDIENCE
