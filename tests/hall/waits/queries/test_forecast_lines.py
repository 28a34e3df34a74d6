"""Who stands together in a forecast, what a counter takes of them, and who may still come."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.words.hall import Lane
from hall.appointments.model.appointment import Appointment
from hall.calendar.service_day import local
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.kernel.kiosk_settings import Appointments
from hall.queue.model.calling.rule import CallingAgent, QueueContext
from hall.queue.model.calling.waiting_line import Waiting
from hall.waits.model.arrivals import EARLY_S
from hall.waits.model.history import History
from hall.waits.model.simulation.queue_now import Line
from hall.waits.queries.forecast_lines import Lines, arrivals_of, booked_of
from hall.waits.queries.past import Past
from tests.helpers.example_hall import ENQUIRIES, LANDS, SETTINGS, new_hall
from tests.helpers.replacing import replace

NOW = new_hall().clock.now()
ONE, TWO = CounterId(1), CounterId(2)


def who(service=LANDS, lane=Lane.STANDARD, **more) -> Waiting:
    return replace(Waiting(VisitId("v"), "L001", service, lane, NOW, NOW), **more)


def lines(*present: str, settings=SETTINGS) -> Lines:
    agents = frozenset(AgentId(agent) for agent in present)
    return Lines(settings, QueueContext(NOW, manned=frozenset({ONE}), present=agents))


def test_those_of_one_service_stand_in_one_line_whatever_their_lane():
    found = lines("said")
    assert found.of(who()) == found.of(who(lane=Lane.PRIORITY)) == 0
    assert found.of(who(ENQUIRIES)) == 1
    assert found.all() == (Line(LANDS), Line(ENQUIRIES))


@pytest.mark.parametrize(
    "change", [{"goes_first": True}, {"for_counter": ONE}, {"for_agent": AgentId("said")}], ids=str
)
def test_who_is_not_alike_to_every_counter_has_a_line_of_his_own(change):
    found = lines("said")
    assert found.of(who()) != found.of(who(**change))


def test_a_wish_for_a_counter_or_agent_that_is_not_there_holds_nobody_back():
    found = lines("said")
    assert found.of(who()) == found.of(who(for_counter=TWO)) == found.of(who(for_agent=AgentId("rashid")))


def test_lanes_stand_apart_where_an_all_round_agent_yields_to_who_has_waited_longest_and_where_they_take_turns():
    by_turns = replace(SETTINGS, lane_ratio={Lane.STANDARD: 2, Lane.PRIORITY: 1})
    for found in (lines("rashid"), lines("said", settings=by_turns)):
        assert found.of(who()) != found.of(who(lane=Lane.PRIORITY))
    assert [line.lane for line in found.all()] == [0, 1]
    found.of(who(lane=Lane.RETURNING))
    assert [line.lane for line in found.all()] == [0, 1, 0], "who has no turns takes those of standard"


def test_a_counter_takes_what_the_calling_rule_lets_it_take_in_its_order():
    found = lines("rashid")
    for one in (who(), who(ENQUIRIES), who(goes_first=True)):
        found.of(one)
    rashid = CallingAgent(CounterId(3), AgentId("rashid"), (ENQUIRIES, LANDS), all_round=True)
    assert found.taken_by(rashid) == ((1, 0), (0, 1), (-1, 2))
    assert found.taken_by(CallingAgent(ONE, AgentId("said"), (LANDS,))) == ((0, 0), (-1, 2))


@pytest.mark.parametrize(("lanes", "expected"), [(None, 0.0), ([Lane.STANDARD], 1.0), ([Lane.PRIORITY], 0.0)])
def test_arrivals_are_foreseen_in_the_lanes_with_a_head_start_unless_others_are_named(lanes, expected):
    found, history = lines("said"), History(days=1)
    found.of(who())
    history.arrived((LANDS, Lane.STANDARD), 9 * 3600 + 60)
    arrivals = arrivals_of(found, local(NOW, SETTINGS), Past(history), lanes)
    assert sum(arrival.chance for arrival in arrivals) == pytest.approx(expected)


BOOKING = SETTINGS.head_start_s(Lane.APPOINTMENT)
OFFERED = replace(SETTINGS, appointments=Appointments(offered=True))


def booking(minutes: float, **more: object) -> Appointment:
    slot = NOW.at + timedelta(minutes=minutes)
    return replace(Appointment("482173", LANDS, slot.date(), slot, NOW.at, "head"), **more)  # type: ignore[arg-type]


def test_who_is_booked_comes_a_little_before_his_slot_and_is_ranked_from_it():
    found = lines("said", settings=OFFERED)
    (arrival,) = booked_of(found, [booking(60)], Past())
    assert (arrival.at_s, arrival.rank_s, arrival.chance) == (3600 - EARLY_S, 3600.0 - BOOKING, 0.9)
    assert found.all()[arrival.line] == Line(LANDS)


@pytest.mark.parametrize(
    "gone", [{"visit": VisitId("v1")}, {"cancelled": NOW.at}, {"slot": NOW.at - timedelta(hours=1)}], ids=str
)
def test_who_has_come_has_cancelled_or_is_far_too_late_is_not_expected(gone):
    assert booked_of(lines("said", settings=OFFERED), [booking(60, **gone)], Past()) == []


def test_where_visits_are_booked_nobody_of_their_lane_comes_by_chance():
    history = History(days=1)
    history.arrived((LANDS, Lane.APPOINTMENT), 9 * 3600 + 60)
    for settings, many in ((SETTINGS, 1), (OFFERED, 0)):
        found = lines("said", settings=settings)
        found.of(who())
        chances = [one.chance for one in arrivals_of(found, local(NOW, settings), Past(history), [Lane.APPOINTMENT])]
        assert sum(chances) == pytest.approx(many)
