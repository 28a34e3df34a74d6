"""A sliding window of tries for each name."""

from __future__ import annotations

import pytest

from hall.service.rate import NAMES_KEPT, RateLimit
from hall.service.refusals import TooManyTriesError


def test_tries_within_the_limit_are_heard() -> None:
    limit = RateLimit(3, 60)
    for at in (0, 1, 2):
        limit.count("a", at)


def test_one_try_too_many_is_told_when_to_come_again() -> None:
    limit = RateLimit(3, 60)
    for at in (0, 10, 20):
        limit.count("a", at)
    with pytest.raises(TooManyTriesError) as refused:
        limit.count("a", 30)
    assert refused.value.retry_after_s == 30


def test_a_refused_try_does_not_make_the_wait_longer() -> None:
    limit = RateLimit(1, 60)
    limit.count("a", 0)
    for at in (10, 50, 59):
        with pytest.raises(TooManyTriesError):
            limit.count("a", at)
    limit.count("a", 60)


def test_names_do_not_share_their_tries() -> None:
    limit = RateLimit(1, 60)
    limit.count("a", 0)
    limit.count("b", 0)


def test_memory_stays_bounded_however_many_names_come() -> None:
    limit = RateLimit(1, 60)
    for name in range(NAMES_KEPT + 50):
        limit.count(str(name), 0)
    assert len(limit._seen) == NAMES_KEPT


def test_a_right_try_is_taken_back_and_does_not_count() -> None:
    limit = RateLimit(2, 60)
    for at in range(20):
        limit.count("here", float(at))
        limit.take_back("here")
    limit.count("here", 20.0)
    limit.count("here", 21.0)
    with pytest.raises(TooManyTriesError):
        limit.count("here", 22.0)
