"""What all paths share: lines in order, what each counter takes, who asks where."""

from __future__ import annotations

from hall.waits.model.simulation.queue_now import Arrival, Joiner, Line, QueueNow, Server, Waiter
from hall.waits.model.simulation.setup import LATE, NOBODY, PRECEDENCE, prepare_simulation, yielded_rank
from tests.helpers.queues import HOUSING, LANDS, serving
from tests.helpers.replacing import replace

QUEUE = QueueNow(
    (Line(LANDS), Line(HOUSING)),
    (Waiter(0, -5.0, -3.0), Waiter(1, -9.0, -9.0), Waiter(0, -7.0, -7.0)),
    (Server(((1, 0), (0, 1))), Server(((-1, 0),))),
    serving((600.0,)),
    (Joiner(0), Joiner(1), Joiner(0, -1200.0)),
    (Arrival(60.0, 0, 60.0),),
)


def test_a_line_is_popped_by_rank_and_ends_with_nobody():
    course = prepare_simulation(QUEUE)
    assert course.nobody == 4
    assert course.rows == [[4, 0, 2], [4, 1]]


def test_waits_begin_with_who_waits_then_who_arrives_and_nobody_has_waited():
    assert prepare_simulation(QUEUE).since == [-3.0, -9.0, -7.0, 60.0, NOBODY, 0.0, 0.0, 0.0]
    assert prepare_simulation(QUEUE).ranks == [-5.0, -9.0, -7.0, 60.0, NOBODY, 0.0, 0.0, -1200.0]


def test_a_precedence_weighs_more_than_any_wait():
    course = prepare_simulation(QUEUE)
    assert [course.bases_of(server) for server in range(2)] == [{0: PRECEDENCE, 1: 0.0}, {0: -PRECEDENCE}]
    assert course.servers_of == [[0, 1], [0]]


def test_each_counter_goes_through_those_who_wait_and_the_joiners_in_its_order():
    course = prepare_simulation(QUEUE)
    orders = [course.orders[order] for order in course.order_of]
    assert [order.numbers[::-1] for order in orders] == [[1, 6, 7, 2, 0, 5, 4], [7, 2, 0, 5, 4]]
    assert orders[1].keys[::-1] == [-PRECEDENCE - 1200, -PRECEDENCE - 7, -PRECEDENCE - 5, -PRECEDENCE, NOBODY]


def test_of_equal_ranks_who_waits_goes_before_who_joins_and_who_came_first_before_the_next():
    queue = replace(QUEUE, waiting=(Waiter(0, 0.0), Waiter(0, 0.0)), joiners=(Joiner(0),), arrivals=())
    assert prepare_simulation(queue).orders[0].numbers[::-1] == [0, 1, 3, 2]


def test_counters_that_are_alike_share_an_order():
    first, other = QUEUE.servers
    alike = replace(QUEUE, servers=(first, other, replace(first, pace=2.0)))
    assert prepare_simulation(alike).order_of == [0, 1, 0]


def test_who_waited_too_long_goes_before_a_preference_and_after_who_was_sent_first():
    assert yielded_rank(2 * PRECEDENCE) == yielded_rank(0.0) == LATE
    assert yielded_rank(-PRECEDENCE) == -PRECEDENCE < LATE
