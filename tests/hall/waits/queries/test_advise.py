"""What the hall head could do about a wait to come."""

from __future__ import annotations

import pytest

from contracts.waits.outlook import Advice, AdviceKind
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.day.commands.move_agent import MoveAgent, move_agent
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.settings import Service
from hall.waits.model.history import History
from hall.waits.model.outlook import look_ahead
from hall.waits.queries.advise import LEAST_GAIN, advise, changes_for, hour_of, targets_of, unserved_services
from hall.waits.queries.hall_snapshot import HallSnapshot, read_hall_snapshot
from hall.waits.queries.past import Past
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, SETTINGS, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

SEEDS = range(1, 17)


def seen(hall: MemoryHall) -> HallSnapshot:
    found = read_hall_snapshot(work=hall.work(), now=hall.clock.now())
    assert found is not None
    return found


def advice(hall: MemoryHall) -> tuple[Advice, ...]:
    standing = seen(hall)
    found = look_ahead(hour_of(standing, Past()).queue, targets_of(standing.settings), SEEDS)
    return advise(found, standing, Past(), SEEDS)


def hall_with_one_for_enquiries() -> MemoryHall:
    """Said serves Lands alone at counter 1 where ten wait; Rashid at 3 was moved to enquiries."""
    hall = new_hall()
    hall.run(sign_in, SignIn("s1", CounterId(1), AgentId("said")))
    hall.run(sign_in, SignIn("s3", CounterId(3), AgentId("rashid")))
    hall.run(move_agent, MoveAgent("a1", AgentId("rashid"), (ENQUIRIES,), "head"))
    for number in range(10):
        take(hall, f"v{number}")
    return hall


def test_the_best_change_comes_first_and_says_what_it_gains():
    found = advice(hall_with_one_for_enquiries())
    assert {one.kind for one in found} == {AdviceKind.MOVE_AGENT, AdviceKind.OPEN_COUNTER}
    assert [one.gain_likely for one in found] == sorted((one.gain_likely for one in found), reverse=True)
    moved = next(one for one in found if one.kind is AdviceKind.MOVE_AGENT)
    assert (moved.agent, moved.counter, moved.service, moved.within_min) == ("rashid", 3, LANDS, 15)
    assert LANDS in moved.services
    assert LEAST_GAIN <= moved.gain_low <= moved.gain_likely <= moved.gain_high <= 100


def test_what_is_advised_and_done_is_advised_no_more():
    hall = hall_with_one_for_enquiries()
    one = next(one for one in advice(hall) if one.kind is AdviceKind.MOVE_AGENT)
    hall.run(move_agent, MoveAgent("a2", AgentId("rashid"), tuple(map(ServiceCode, one.services)), "head"))
    assert one.services not in [other.services for other in advice(hall) if other.agent == "rashid"]


def test_where_nobody_waits_too_long_nothing_is_advised():
    hall = staffed_hall()
    take(hall, "v1")
    assert advice(hall) == ()


def test_whom_nobody_serves_is_helped_first_even_where_it_is_too_late_for_a_gain():
    hall = staffed_hall()
    hall.run(sign_out, SignOut(CounterId(1), "said"))
    hall.run(move_agent, MoveAgent("a1", AgentId("rashid"), (LANDS,), "head"))
    take(hall, "v1", HOUSING)
    hall.clock.advance(3600)
    assert unserved_services(seen(hall)) == {HOUSING}
    first = advice(hall)[0]
    assert first.service == HOUSING
    hall.run(begin_break, Break(CounterId(2), "meal"))
    assert unserved_services(seen(hall)) == {HOUSING}, "for lands nobody waits"


def test_an_agent_on_a_break_is_not_moved_and_a_counter_is_tried_once_for_each_kind():
    hall = hall_with_one_for_enquiries()
    hall.run(begin_break, Break(CounterId(3), "meal"))
    changes = list(changes_for(LANDS, seen(hall)))
    assert [(change.kind, change.counter, change.services) for change in changes] == [
        (AdviceKind.OPEN_COUNTER, 2, (LANDS,)), (AdviceKind.MOVE_AGENT, 1, (LANDS,)),
    ]  # fmt: skip
    hall.run(sign_out, SignOut(CounterId(1), "said"))
    opened = [change.counter for change in changes_for(LANDS, seen(hall))]
    assert opened == [1, 2]


def test_an_all_round_agent_may_take_a_service_before_all_others_or_alone():
    hall = staffed_hall()
    hall.run(sign_out, SignOut(CounterId(1), "said"))
    hall.run(sign_out, SignOut(CounterId(2), "badriya"))
    moves = [change.services for change in changes_for(LANDS, seen(hall)) if change.kind is AdviceKind.MOVE_AGENT]
    assert moves == [(LANDS, ENQUIRIES, HOUSING), (LANDS,)]


def test_a_change_is_only_supposed():
    hall = hall_with_one_for_enquiries()
    before = seen(hall)
    list(changes_for(LANDS, before))
    assert seen(hall) == before


def test_nobody_comes_to_a_service_that_gives_no_tickets():
    history = History(days=1)
    for code in (LANDS, HOUSING):
        for _ in range(20):
            history.arrived((code, SETTINGS.service(code).lane), 9.4 * 3600)
    standing = seen(staffed_hall())
    shut = tuple(replace(one, open=one.code != LANDS) for one in standing.settings.services)
    queue = hour_of(replace(standing, settings=replace(standing.settings, services=shut)), Past(history)).queue
    assert {queue.lines[one.line].service for one in queue.arrivals} == {HOUSING}


@pytest.mark.parametrize("minutes", [10, 25])
def test_the_targets_are_those_of_the_services(minutes: int):
    services = (Service(LANDS, "L", {}, target_wait_s=60 * minutes),)
    assert targets_of(replace(SETTINGS, services=services)) == {LANDS: 60.0 * minutes}
