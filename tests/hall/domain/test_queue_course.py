"""What all paths share: lines in order, what each counter takes, who asks where."""

from __future__ import annotations

from hall.domain.queue_course import LATE, NOBODY, PRECEDENCE, prepared, yielded
from hall.domain.queue_now import Arrival, Joiner, Line, QueueNow, Server, Waiter
from tests.helpers.queues import HOUSING, LANDS, serving

QUEUE = QueueNow(
    (Line(LANDS), Line(HOUSING)),
    (Waiter(0, -5.0, -3.0), Waiter(1, -9.0, -9.0), Waiter(0, -7.0, -7.0)),
    (Server(((1, 0), (0, 1))), Server(((-1, 0),))),
    serving((600.0,)),
    (Joiner(0), Joiner(1), Joiner(0, -1200.0)),
    (Arrival(60.0, 0, 60.0),),
)


def test_a_line_stands_by_rank_and_ends_with_nobody():
    course = prepared(QUEUE)
    assert course.ranks == [[-7.0, -5.0, NOBODY], [-9.0, NOBODY]]
    assert course.people == [[2, 0, -1], [1, -1]]


def test_waits_begin_with_who_waits_then_who_arrives_and_nobody_has_waited():
    assert prepared(QUEUE).since == [-3.0, -9.0, -7.0, 60.0, NOBODY]


def test_a_precedence_weighs_more_than_any_wait():
    assert prepared(QUEUE).bases == [[(PRECEDENCE, 0), (0.0, 1)], [(-PRECEDENCE, 0)]]
    assert prepared(QUEUE).servers_of == [[0, 1], [0]]


def test_joiners_ask_at_each_counter_in_the_order_in_which_it_would_take_them():
    course = prepared(QUEUE)
    assert [joiner for _, joiner in course.askers[0]] == [1, 2, 0]
    assert [joiner for _, joiner in course.late_askers[0]] == [2, 0, 1], "the preference has yielded"
    assert [joiner for _, joiner in course.askers[1]] == [joiner for _, joiner in course.late_askers[1]] == [2, 0]


def test_who_waited_too_long_goes_before_a_preference_and_after_who_was_sent_first():
    assert yielded(2 * PRECEDENCE) == yielded(0.0) == LATE
    assert yielded(-PRECEDENCE) == -PRECEDENCE < LATE
