from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from display_board.calls import zone
from display_board.calls.zone import EVERYWHERE, Zone, ZoneError, read_counters
from tests.helpers.examples import assert_examples_hold


@pytest.mark.parametrize(
    ("counters", "services", "counter", "service", "shown"),
    [
        (set(), set(), 7, "Q", True),
        ({7}, set(), 7, "Q", True),
        ({7}, set(), 8, "Q", False),
        (set(), {"Q"}, 8, "Q", True),
        (set(), {"Q"}, 8, "A", False),
        ({7}, {"Q"}, 7, "A", False),
        ({7}, {"Q"}, 8, "Q", False),
    ],
)
def test_a_call_must_be_of_the_zones_counters_and_services(
    counters: set[int], services: set[str], counter: int, service: str, shown: bool
) -> None:
    assert Zone(frozenset(counters), frozenset(services)).shows(counter, service) is shown


def test_a_board_without_a_zone_shows_every_service() -> None:
    assert EVERYWHERE.offers("anything")
    assert not Zone(services=frozenset({"A"})).offers("B")


@given(st.sets(st.integers(1, 999), min_size=1, max_size=30))
def test_counters_written_one_by_one_are_read_back(counters: set[int]) -> None:
    assert read_counters(",".join(map(str, counters))) == counters


@given(st.integers(1, 999), st.integers(0, 40))
def test_a_range_has_both_its_ends(first: int, more: int) -> None:
    last = min(999, first + more)
    assert read_counters(f"{first}-{last}") == frozenset(range(first, last + 1))


@pytest.mark.parametrize(
    ("text", "told"),
    [("", "''"), ("a", "'a'"), ("3-1", "3-1"), ("0", "0"), ("1,,2", "is no counter"), ("1-", "'1-'"), ("٣", "'٣'")],
)
def test_what_is_no_list_of_counters_is_named(text: str, told: str) -> None:
    with pytest.raises(ZoneError) as refused:
        read_counters(text)
    assert told in str(refused.value)


def test_the_examples_hold() -> None:
    assert_examples_hold(zone)
