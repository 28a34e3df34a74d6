"""Comparing days: each difference is found, on whichever side it is."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from contracts.centre.outbox_entry import DayDigest, day_digest
from sync import verify
from sync.verify import differences
from tests.helpers.examples import assert_examples_hold

days = st.dates(date(2026, 11, 1), date(2026, 11, 9))
holdings = st.dictionaries(days, st.dictionaries(st.sampled_from("abcd"), st.integers(1, 3), min_size=1))


def digests(held: dict[date, dict[str, int]]) -> list[DayDigest]:
    return [DayDigest(day, len(visits), day_digest(visits.items())) for day, visits in held.items()]


def test_the_examples_hold() -> None:
    assert_examples_hold(verify)


@given(holdings, holdings)
def test_exactly_the_days_that_differ_are_found_in_order(ours: dict, theirs: dict) -> None:  # type: ignore[type-arg]  # a test's shorthand
    found = [difference.service_day for difference in differences(digests(ours), digests(theirs))]
    assert found == sorted(day for day in ours.keys() | theirs.keys() if ours.get(day) != theirs.get(day))
