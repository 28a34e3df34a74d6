"""Who is next, by example and by properties that hold for every queue."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.words.hall import Lane
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.queue.model.calling.rule import (
    CallingAgent,
    QueueContext,
    Why,
    calling_order,
    may_take,
    next_visit,
    rank_seconds,
)
from hall.queue.model.calling.waiting_line import Waiting
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, SETTINGS
from tests.helpers.replacing import replace

NINE = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
NOW_S = 10_000
ONE, TWO = CounterId(1), CounterId(2)
SAID, RASHID = AgentId("said"), AgentId("rashid")
AT_ONE = CallingAgent(ONE, SAID, (LANDS, HOUSING))
ALL_ROUND = CallingAgent(CounterId(3), RASHID, (ENQUIRIES, HOUSING, LANDS), all_round=True)


def moment(seconds: float) -> Moment:
    return Moment(NINE + timedelta(seconds=seconds), round(seconds * 1e9), "b1")


AROUND = QueueContext(moment(NOW_S))


def waits(
    name: str, waited_s: float, service: ServiceCode = LANDS, lane: Lane = Lane.STANDARD, **more: object
) -> Waiting:
    since = moment(NOW_S - waited_s)
    return replace(Waiting(VisitId(name), name, service, lane, since, since), **more)


def next_name(waiting: Sequence[Waiting], taker: CallingAgent = AT_ONE, around: QueueContext = AROUND) -> str | None:
    choice = next_visit(waiting, taker, around, SETTINGS)
    return choice.waiting.visit if choice else None


def test_nobody_is_next_when_nobody_waits():
    assert next_name([]) is None


def test_the_longest_waiting_is_next_over_all_services_of_the_agent():
    choice = next_visit([waits("new", 60), waits("old", 300, HOUSING)], AT_ONE, AROUND, SETTINGS)
    assert choice is not None
    assert (choice.waiting.visit, choice.why, choice.waited_s) == ("old", Why.LONGEST_WAIT, 300)


def test_a_service_the_agent_does_not_serve_is_left_alone():
    assert next_name([waits("enquiry", 3000, ENQUIRIES)]) is None
    assert next_name([waits("enquiry", 3000, ENQUIRIES), waits("land", 1)]) == "land"


@pytest.mark.parametrize(("standard_s", "expected"), [(1261, "standard"), (1259, "priority")])
def test_a_lane_is_ahead_by_its_head_start_and_no_more(standard_s, expected):
    assert next_name([waits("standard", standard_s), waits("priority", 60, lane=Lane.PRIORITY)]) == expected


def test_at_the_same_effective_wait_the_earlier_issue_is_next_then_the_smaller_id():
    assert next_name([waits("priority", 60, lane=Lane.PRIORITY), waits("standard", 1260)]) == "standard"
    assert next_name([waits("b", 60), waits("a", 60)]) == "a"


def test_an_appointment_counts_from_its_slot():
    early = waits("early", 3000, lane=Lane.APPOINTMENT, rank_from=moment(NOW_S + 600))
    assert next_name([early, waits("standard", 1000)]) == "standard"
    assert next_name([early, waits("standard", 301)]) == "standard", "600 s before its slot 900 s of head start are 300"
    assert next_name([early, waits("standard", 299)]) == "early"


def test_who_is_sent_first_goes_before_everybody():
    sent = waits("sent", 5, HOUSING, goes_first=True)
    choice = next_visit([waits("old", 9000), sent], AT_ONE, AROUND, SETTINGS)
    assert choice is not None
    assert (choice.waiting.visit, choice.why) == ("sent", Why.SENT_FIRST)


def test_an_all_round_agent_has_his_preferred_services_first():
    choice = next_visit([waits("land", 3000), waits("enquiry", 5, ENQUIRIES)], ALL_ROUND, AROUND, SETTINGS)
    assert choice is not None
    assert (choice.waiting.visit, choice.why) == ("enquiry", Why.PREFERRED_SERVICE)


def test_his_preference_yields_to_who_has_waited_an_hour():
    waiting = [waits("land", 3601), waits("house", 3700, HOUSING), waits("enquiry", 5, ENQUIRIES)]
    choice = next_visit(waiting, ALL_ROUND, AROUND, SETTINGS)
    assert choice is not None
    assert (choice.waiting.visit, choice.why) == ("house", Why.WAITED_TOO_LONG)


def test_within_a_preferred_service_the_effective_wait_decides():
    waiting = [waits("first", 200, ENQUIRIES), waits("elder", 5, ENQUIRIES, Lane.PRIORITY)]
    assert next_name(waiting, ALL_ROUND) == "elder"


def test_a_reinstated_visit_is_held_until_its_service_was_called_twice_more():
    back = waits("back", 4000, held_until_calls=7)
    waiting = [back, waits("other", 60)]
    assert next_name(waiting, around=replace(AROUND, calls={LANDS: 6})) == "other"
    assert next_name(waiting, around=replace(AROUND, calls={LANDS: 7})) == "back"


def test_a_held_visit_is_called_when_nobody_else_of_its_service_waits():
    back = waits("back", 4000, held_until_calls=7)
    assert next_name([back]) == "back"
    assert next_name([back, waits("house", 60, HOUSING)]) == "back"


def test_two_held_visits_do_not_hold_each_other():
    waiting = [waits("first", 4000, held_until_calls=9), waits("second", 3000, held_until_calls=9)]
    assert next_name(waiting) == "first"


def test_a_visit_for_a_counter_is_its_own_while_somebody_sits_there():
    bound = waits("bound", 500, for_counter=TWO)
    manned = replace(AROUND, manned=frozenset({ONE, TWO}))
    assert not may_take(bound, AT_ONE, manned)
    assert may_take(bound, CallingAgent(TWO, AgentId("badriya"), ()), manned)
    assert may_take(bound, AT_ONE, replace(AROUND, manned=frozenset({ONE})))


def test_a_visit_for_an_agent_follows_him_and_is_anybodys_when_he_is_gone():
    bound = waits("bound", 500, ENQUIRIES, for_agent=SAID)
    present = replace(AROUND, present=frozenset({SAID, RASHID}))
    assert may_take(bound, AT_ONE, present), "whatever services his counter has"
    assert not may_take(bound, ALL_ROUND, present)
    assert may_take(bound, ALL_ROUND, replace(AROUND, present=frozenset({RASHID})))


def test_the_calling_order_ends_with_those_held_out():
    held = waits("held", 4000, held_until_calls=2)
    order = calling_order([waits("new", 10), held, waits("old", 100)], AT_ONE, AROUND, SETTINGS)
    assert [(choice.waiting.visit, choice.held) for choice in order] == [("old", False), ("new", False), ("held", True)]


RATIO = replace(SETTINGS, lane_ratio={Lane.PRIORITY: 1, Lane.STANDARD: 2})


def test_the_fixed_ratio_gives_each_lane_its_turns():
    waiting = [waits(f"s{n}", 1000 - n) for n in range(6)] + [
        waits(f"p{n}", 50 - n, lane=Lane.PRIORITY) for n in range(3)
    ]
    called = []
    for calls in range(9):
        choice = next_visit(waiting, AT_ONE, replace(AROUND, calls={LANDS: calls}), RATIO)
        assert choice is not None
        called.append(choice.waiting.visit)
        waiting = [who for who in waiting if who.visit != choice.waiting.visit]
    assert called == ["p0", "s0", "s1", "p1", "s2", "s3", "p2", "s4", "s5"]


def test_a_lane_without_anybody_loses_its_turn():
    assert next_visit([waits("s", 5)], AT_ONE, AROUND, RATIO).why is Why.LANE_TURN  # type: ignore[union-attr]  # a test's shorthand


def test_a_lane_outside_the_ratio_takes_the_turns_of_standard():
    """A visit that was carried over waits for none that came later, in a hall whose ratio leaves out its lane."""
    carried = waits("carried", 900, lane=Lane.RETURNING)
    others = [waits("elder", 901), waits("s", 5), waits("p", 950, lane=Lane.PRIORITY)]
    called = []
    for calls in range(4):
        waiting = [who for who in (carried, *others) if who.visit not in called]
        choice = next_visit(waiting, AT_ONE, replace(AROUND, calls={LANDS: calls}), RATIO)
        assert choice is not None
        called.append(choice.waiting.visit)
    assert called == ["p", "elder", "carried", "s"]


def test_where_even_standard_has_no_turns_a_lane_without_them_is_last():
    choice = next_visit([waits("s", 900), waits("p", 5, lane=Lane.PRIORITY)], AT_ONE, AROUND, replace(
        SETTINGS, lane_ratio={Lane.PRIORITY: 1}
    ))  # fmt: skip
    assert choice is not None
    assert choice.waiting.visit == "p"


def test_the_fixed_ratio_also_lets_first_who_was_sent_first():
    sent = waits("sent", 5, goes_first=True)
    choice = next_visit([sent, waits("elder", 500, lane=Lane.PRIORITY)], AT_ONE, AROUND, RATIO)
    assert choice is not None
    assert choice.waiting.visit == "sent"


SERVICES = st.sampled_from([LANDS, HOUSING, ENQUIRIES])


@st.composite
def queues(draw: st.DrawFn) -> list[Waiting]:
    """Up to twelve who wait: any service and lane, some held, sent first, or bound to a counter or agent."""
    return [
        waits(
            f"v{number}",
            draw(st.integers(0, 7000)),
            draw(SERVICES),
            draw(st.sampled_from(Lane)),
            goes_first=draw(st.integers(0, 9)) == 0,
            held_until_calls=draw(st.sampled_from([None, None, None, 1, 4])),
            for_counter=draw(st.sampled_from([None, None, None, ONE, TWO])),
        )
        for number in range(draw(st.integers(0, 12)))
    ]


TAKERS = st.sampled_from([AT_ONE, ALL_ROUND, CallingAgent(TWO, AgentId("badriya"), (LANDS,))])
SURROUNDINGS = st.builds(
    QueueContext,
    st.just(moment(NOW_S)),
    st.fixed_dictionaries({LANDS: st.integers(0, 5), HOUSING: st.integers(0, 5)}),
    st.sampled_from([frozenset(), frozenset({ONE}), frozenset({ONE, TWO})]),
)


@given(queues(), TAKERS, SURROUNDINGS, st.randoms(use_true_random=False))
def test_the_choice_does_not_depend_on_the_order_in_which_visits_are_read(waiting, taker, around, chance):
    shuffled = list(waiting)
    chance.shuffle(shuffled)
    assert next_visit(shuffled, taker, around, SETTINGS) == next_visit(waiting, taker, around, SETTINGS)
    assert calling_order(shuffled, taker, around, SETTINGS) == calling_order(waiting, taker, around, SETTINGS)


@given(queues(), TAKERS, SURROUNDINGS)
def test_whoever_may_be_taken_is_found_and_only_they(waiting, taker, around):
    order = calling_order(waiting, taker, around, SETTINGS)
    assert {choice.waiting.visit for choice in order} == {v.visit for v in waiting if may_take(v, taker, around)}
    choice = next_visit(waiting, taker, around, SETTINGS)
    assert (choice is None) == (not order), "who waits and may be taken is never refused to a free counter"
    assert choice == (order[0] if order else None)


@given(queues(), TAKERS, SURROUNDINGS)
def test_skills_are_respected(waiting, taker, around):
    choice = next_visit(waiting, taker, around, SETTINGS)
    if choice is not None and choice.waiting.service not in taker.services:
        assert choice.waiting.for_counter == taker.counter


@given(queues(), TAKERS, SURROUNDINGS)
def test_a_later_standard_ticket_never_overtakes_an_earlier_one_of_its_service(waiting, taker, around):
    order = [choice for choice in calling_order(waiting, taker, around, SETTINGS) if not choice.held]
    plain = [c.waiting for c in order if c.waiting.lane is Lane.STANDARD and not c.waiting.goes_first]
    for service in (LANDS, HOUSING, ENQUIRIES):
        issues = [visit.issued.at for visit in plain if visit.service == service]
        assert issues == sorted(issues)


@given(st.lists(st.tuples(st.integers(0, 600), st.sampled_from([Lane.STANDARD, Lane.PRIORITY])), max_size=20))
def test_nobody_starves_however_many_arrive_with_a_head_start(arrivals):
    """One standard visit and a stream of later ones: nobody issued a head start after it is called before it."""
    patient = waits("patient", 900)
    rivals = [waits(f"r{n}", 900 - later - 1, lane=lane) for n, (later, lane) in enumerate(arrivals)]
    around = QueueContext(moment(NOW_S))
    order = [choice.waiting.visit for choice in calling_order([*rivals, patient], AT_ONE, around, SETTINGS)]
    before = order[: order.index("patient")]
    assert all(rival.lane is Lane.PRIORITY for rival in rivals if rival.visit in before)
    late = waits("late", 900 - 1201, lane=Lane.PRIORITY)  # 1201 s after the patient one
    later_around = QueueContext(moment(NOW_S + 2000))
    assert [c.waiting.visit for c in calling_order([late, patient], AT_ONE, later_around, SETTINGS)] == [
        "patient",
        "late",
    ]


def test_two_hundred_who_wait_are_ranked_in_far_less_than_a_command_takes():
    waiting = [waits(f"v{n}", n, [LANDS, HOUSING, ENQUIRIES][n % 3]) for n in range(200)]
    started = time.process_time()
    for _ in range(20):
        next_visit(waiting, ALL_ROUND, AROUND, SETTINGS)
    assert (time.process_time() - started) / 20 < 0.01, "ten times what it takes, for a busy machine"


def test_a_slot_ahead_ranks_below_who_came_just_now():
    now = Moment(datetime(2026, 11, 24, 5, 0, tzinfo=UTC), 0, "b")
    ahead = Moment(now.at + timedelta(minutes=30), 1_800_000_000_000, "b")
    booked = Waiting(VisitId("a"), "L001", ServiceCode("L"), Lane.APPOINTMENT, now, ahead)
    assert rank_seconds(booked, now) == -1800
    assert rank_seconds(booked, Moment(ahead.at, ahead.monotonic_ns + 60_000_000_000, "b")) == 60
