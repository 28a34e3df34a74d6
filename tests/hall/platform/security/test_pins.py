"""PINs: Argon2id, sealed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from hall.platform.security.pins import MEMORY_KIB, PinHasher
from hall.platform.security.secret import PINS, HallSecret


@pytest.fixture
def hasher() -> Iterator[PinHasher]:
    made = PinHasher(HallSecret(b"k" * 32), memory_kib=64)
    yield made
    made.close()


def test_the_right_pin_matches_and_a_wrong_one_does_not(hasher: PinHasher) -> None:
    stored = hasher.hash_now("471829", "salim")
    assert asyncio.run(hasher.matches(stored, "471829", "salim")) is True
    assert asyncio.run(hasher.matches(stored, "4712", "salim")) is False


def test_nobody_has_no_pin_at_all(hasher: PinHasher) -> None:
    assert asyncio.run(hasher.matches(None, "471829", "salim")) is False
    assert asyncio.run(hasher.matches(None, "", "salim")) is False


def test_a_broken_hash_matches_nothing(hasher: PinHasher) -> None:
    assert asyncio.run(hasher.matches("$argon2id$nonsense", "471829", "salim")) is False


def test_the_hash_is_worth_nothing_without_the_key(hasher: PinHasher) -> None:
    other = PinHasher(HallSecret(b"x" * 32), memory_kib=64)
    assert asyncio.run(other.matches(hasher.hash_now("471829", "salim"), "471829", "salim")) is False
    other.close()


def test_the_hash_of_another_agent_copied_into_a_row_is_worth_nothing(hasher: PinHasher) -> None:
    assert asyncio.run(hasher.matches(hasher.hash_now("471829", "salim"), "471829", "maryam")) is False


def test_the_cost_is_what_the_design_says() -> None:
    hasher = PinHasher(HallSecret(b"k" * 32))
    stored = HallSecret(b"k" * 32).seal(PINS).open(hasher.hash_now("1", "salim"), "salim")
    assert stored is not None
    assert stored.startswith(f"$argon2id$v=19$m={MEMORY_KIB},t=1,p=1$")
    hasher.close()
