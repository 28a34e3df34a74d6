"""A sliding window of attempts for each name."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from common.attempt_limit import AttemptLimit


def test_one_attempt_too_many_waits_until_the_oldest_leaves_the_window() -> None:
    limit = AttemptLimit(3, 60)
    assert [limit.count("a", at) for at in (0, 10, 20, 30, 59.5, 60)] == [0, 0, 0, 30, 1, 0]


def test_a_refused_attempt_does_not_make_the_wait_longer() -> None:
    limit = AttemptLimit(1, 60)
    assert [limit.count("a", at) for at in (0, 10, 50, 59, 60)] == [0, 50, 10, 1, 0]


def test_after_the_clock_was_set_back_nobody_waits_longer_than_two_windows() -> None:
    limit = AttemptLimit(1, 60)
    assert [limit.count("a", at) for at in (7200, 3600)] == [0, 0]
    assert limit.count("a", 3541) == 119


def test_names_do_not_share_their_attempts() -> None:
    limit = AttemptLimit(1, 60)
    assert (limit.count("a", 0), limit.count("b", 0), limit.count("a", 1)) == (0, 0, 59)


def test_beyond_the_most_names_the_one_that_tried_longest_ago_is_forgotten() -> None:
    limit = AttemptLimit(1, 60, most=2)
    for name in ("a", "b", "a", "c"):
        limit.count(name, 0)
    assert (limit.count("a", 1), limit.count("c", 1), limit.count("b", 1)) == (59, 59, 0)


def test_a_right_attempt_is_taken_back_and_does_not_count() -> None:
    limit = AttemptLimit(2, 60)
    for at in range(20):
        limit.count("here", at)
        limit.take_back("here")
    assert [limit.count("here", at) for at in (20, 21, 22)] == [0, 0, 58]


def test_a_hundred_threads_at_once_get_no_more_than_the_limit() -> None:
    limit = AttemptLimit(20, 60)
    with ThreadPoolExecutor(100) as pool:
        assert sorted(pool.map(lambda _: limit.count("a", 0), range(100))) == [0] * 20 + [60] * 80
