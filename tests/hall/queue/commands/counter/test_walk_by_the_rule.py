"""The walk of a forecast against the rule that calls in earnest: whom the one takes, the other takes."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from contracts.words.hall import Lane
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.queue.model.calling.rule import CallingAgent, QueueContext, next_visit
from hall.queue.queries.queue_context import taker_at
from hall.waits.model.simulation.queue_now import Habits
from hall.waits.model.simulation.simulate import simulate
from hall.waits.queries.forecast import asked_of
from hall.waits.queries.hall_snapshot import read_hall_snapshot
from hall.waits.queries.past import Past
from tests.helpers.example_hall import ALWAYS, ENQUIRIES, HOUSING, LANDS, new_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

ONE, TWO, THREE = CounterId(1), CounterId(2), CounterId(3)


def order_by_the_rule(hall: MemoryHall, taker: CallingAgent, serving_s: float) -> list[str]:
    """Return who is called at one counter, one after the other, by the rule that calls in earnest."""
    work, now = hall.work(), hall.clock.now()
    waiting = list(work.visits.queue(hall.stored.visits["v0"].service_day))
    calls: Counter[ServiceCode] = Counter()
    found: list[str] = []
    while waiting:
        around = QueueContext(now, calls, frozenset({taker.counter}), frozenset({taker.agent}))
        choice = next_visit(waiting, taker, around, hall.settings)
        if choice is None:
            break
        found.append(choice.waiting.visit)
        waiting.remove(choice.waiting)
        calls[choice.waiting.service] += 1
        now = Moment(now.at + timedelta(seconds=serving_s), now.monotonic_ns + round(serving_s * 1e9), now.boot)
    return found


VISITS = st.lists(
    st.tuples(
        st.sampled_from([LANDS, HOUSING, ENQUIRIES]), st.booleans(), st.floats(1, 900), st.integers(0, 9), st.booleans()
    ),
    min_size=1,
    max_size=12,
)


@given(VISITS, st.sampled_from([(ONE, "said"), (THREE, "rashid")]), st.booleans())
def test_a_walk_calls_in_the_order_in_which_the_rule_would_call(visits, seat, by_turns):
    """One counter, ten minutes for each: whom the walk takes is whom the calling rule takes, to the last one."""
    counter, agent = seat
    ratio = {Lane.STANDARD: 2, Lane.PRIORITY: 1} if by_turns else {}
    hall = new_hall(replace(ALWAYS, lane_ratio=ratio))
    hall.run(sign_in, SignIn("s", counter, AgentId(agent)))
    for n, (service, priority, apart_s, first, reserved) in enumerate(visits):
        hall.clock.advance(apart_s)
        take(hall, f"v{n}", service, priority=priority)
        visit = hall.stored.visits[VisitId(f"v{n}")]
        if first == 1 and not priority:
            visit.lane = Lane.RETURNING  # without turns and head start: it stands in the line of standard
        stage = visit.stage
        stage.goes_first = first == 0 and not by_turns
        stage.for_counter = TWO if reserved and first == 9 else None
    question = asked_of(read_hall_snapshot(work=hall.work(), now=hall.clock.now()), Past())
    queue = replace(question.queue, habits=Habits(dict.fromkeys((LANDS, HOUSING, ENQUIRIES), (600.0,))))
    found = simulate(queue, random.Random(1).random, 1)
    called = sorted((times[0], at) for at, times in enumerate(found.waiting) if times)
    names = [question.waiting[at].visit for _, at in called]
    assert names == order_by_the_rule(hall, taker_at(hall.settings, counter, AgentId(agent)), 600.0)
