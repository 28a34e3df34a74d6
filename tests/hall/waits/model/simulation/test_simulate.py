"""Many paths: what must always hold, whatever is drawn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hall.waits.model.history import assumed_table
from hall.waits.model.simulation.queue_now import Arrival, Joiner, Line, QueueNow, Server, Waiter
from tests.helpers.queues import HOUSING, LANDS, PATHS, in_a_row, one, serving, walked
from tests.helpers.replacing import replace


def test_a_path_that_need_not_go_all_the_way_ends_when_the_joiners_know():
    queue = replace(in_a_row(9, one()), joiners=(Joiner(0, -8.5),))
    found = walked(queue, all_the_way=False)
    assert found.joiners == [[600.0] * PATHS]
    assert not any(found.waiting[2:])


@st.composite
def queues(draw: st.DrawFn) -> QueueNow:
    lines = (Line(LANDS, 0), Line(HOUSING, 1))
    waiting = tuple(
        Waiter(draw(st.integers(0, 1)), float(rank), float(rank))
        for rank in sorted(draw(st.lists(st.integers(-9000, 0), max_size=10)))
    )
    servers = tuple(
        Server(
            tuple((draw(st.integers(-1, 1)), line) for line in skills),
            draw(st.sampled_from([None, LANDS, HOUSING])), draw(st.floats(0, 2000)), (), draw(st.floats(0, 900)),
            draw(st.none() | st.floats(0, 1000)), yields_s=draw(st.sampled_from([600.0, float("inf")])),
        )
        for skills in draw(st.lists(st.sampled_from([(0,), (1,), (0, 1)]), max_size=4))
    )  # fmt: skip
    arrivals = tuple(
        Arrival(at_s, draw(st.integers(0, 1)), at_s - 1200.0, draw(st.floats(0.1, 1)))
        for at_s in sorted(draw(st.lists(st.floats(0, 3000), max_size=4)))
    )
    habits = serving(
        assumed_table(420), gaps_s=(15.0,), breaks_per_s=draw(st.sampled_from([0.0, 0.001])), no_show=(0.1,)
    )
    seats = draw(st.sampled_from([(), (0, 0, 1)]))
    return QueueNow(lines, waiting, servers, habits, (Joiner(0), Joiner(1)), arrivals, seats)


@given(queues(), st.integers(0, 5))
def test_everybody_some_counter_serves_is_called_in_every_path_and_nobody_else(queue, seed):
    served = {line for server in queue.servers for _, line in server.takes}
    found = walked(queue, seed=seed)
    for who, times in (
        *zip(queue.waiting, found.waiting, strict=True),
        *zip(queue.joiners, found.joiners, strict=True),
    ):
        assert len(times) == (PATHS if who.line in served else 0)
        assert all(time >= 0 for time in times)


@given(queues(), st.integers(0, 5))
def test_within_a_line_nobody_is_called_before_who_stands_ahead(queue, seed):
    found = walked(queue, seed=seed)
    for line in range(2):
        in_order = [times for who, times in zip(queue.waiting, found.waiting, strict=True) if who.line == line]
        for path in zip(*in_order, strict=True):
            assert list(path) == sorted(path)


@given(queues())
def test_the_same_seed_gives_the_same_paths(queue):
    assert walked(queue, seed=7) == walked(queue, seed=7)
