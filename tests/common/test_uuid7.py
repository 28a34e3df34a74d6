"""Ids of version 7: their form, and that they sort by time."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from common.uuid7 import CHANCE_BITS, uuid7_of


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**80))
def test_an_id_is_a_version_7_uuid_of_its_time(unix_ms: int, chance: int) -> None:
    made = UUID(uuid7_of(unix_ms, chance))
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == unix_ms


@given(st.integers(0, 2**48 - 2), st.integers(0, 2**CHANCE_BITS - 1), st.integers(0, 2**CHANCE_BITS - 1))
def test_later_ids_sort_behind(unix_ms: int, one: int, other: int) -> None:
    assert uuid7_of(unix_ms, one) < uuid7_of(unix_ms + 1, other)


@given(st.integers(0, 2**CHANCE_BITS - 1), st.integers(0, CHANCE_BITS - 1))
def test_every_bit_of_chance_counts(chance: int, bit: int) -> None:
    assert uuid7_of(0, chance) != uuid7_of(0, chance ^ (1 << bit))
