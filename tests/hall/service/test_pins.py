"""PINs: peppered Argon2id, and a lock after five wrong ones that time alone opens."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from hall.service.pins import LOCK_S, MEMORY_KIB, TRIES, LockOut, PinHasher
from hall.service.refusals import PinLockedError
from hall.service.secret import HallSecret


@pytest.fixture
def hasher() -> Iterator[PinHasher]:
    made = PinHasher(HallSecret(b"k" * 32), memory_kib=64)
    yield made
    made.close()


def test_the_right_pin_matches_and_a_wrong_one_does_not(hasher: PinHasher) -> None:
    stored = hasher.hash_now("4711")
    assert asyncio.run(hasher.matches(stored, "4711")) is True
    assert asyncio.run(hasher.matches(stored, "4712")) is False


def test_nobody_has_no_pin_at_all(hasher: PinHasher) -> None:
    assert asyncio.run(hasher.matches(None, "4711")) is False
    assert asyncio.run(hasher.matches(None, "")) is False


def test_a_broken_hash_matches_nothing(hasher: PinHasher) -> None:
    assert asyncio.run(hasher.matches("$argon2id$nonsense", "4711")) is False


def test_the_hash_is_worth_nothing_without_the_pepper(hasher: PinHasher) -> None:
    other = PinHasher(HallSecret(b"x" * 32), memory_kib=64)
    assert asyncio.run(other.matches(hasher.hash_now("4711"), "4711")) is False
    other.close()


def test_the_cost_is_what_the_design_says() -> None:
    hasher = PinHasher(HallSecret(b"k" * 32))
    assert hasher.hash_now("1").startswith(f"$argon2id$v=19$m={MEMORY_KIB},t=1,p=1$")
    hasher.close()


def test_the_fifth_wrong_pin_locks_and_time_alone_unlocks() -> None:
    lock = LockOut()
    assert [lock.begin_try("salim@1", 0.0) for _ in range(TRIES)] == [False] * 4 + [True]
    with pytest.raises(PinLockedError) as refused:
        lock.begin_try("salim@1", 100.0)
    assert refused.value.retry_after_s == LOCK_S - 100 + 1
    assert lock.begin_try("salim@1", LOCK_S) is False


def test_tries_during_the_lock_do_not_make_it_longer() -> None:
    lock = LockOut()
    for _ in range(TRIES):
        lock.begin_try("salim@1", 0.0)
    for at in range(1, LOCK_S):
        with pytest.raises(PinLockedError):
            lock.begin_try("salim@1", float(at))
    lock.begin_try("salim@1", float(LOCK_S))


def test_a_right_pin_forgets_the_wrong_ones() -> None:
    lock = LockOut()
    for _ in range(TRIES - 1):
        lock.begin_try("salim@1", 0.0)
    lock.begin_try("salim@1", 0.0)
    lock.right("salim@1")
    assert lock.begin_try("salim@1", 0.0) is False


def test_one_agent_locked_at_one_counter_is_not_locked_elsewhere() -> None:
    lock = LockOut()
    for _ in range(TRIES):
        lock.begin_try("salim@1", 0.0)
    assert lock.begin_try("salim@2", 0.0) is False
