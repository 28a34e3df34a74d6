"""Seconds between two moments, whatever the wall clock does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hall.kernel.moment import Moment

NINE = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


@given(st.integers(-(10**6), 10**6), st.integers(0, 10**15))
def test_within_one_boot_only_the_monotonic_reading_counts(jump_s, passed_ns):
    early = Moment(NINE, 5, "b1")
    late = Moment(NINE + timedelta(seconds=jump_s), 5 + passed_ns, "b1")
    assert late.seconds_since(early) == passed_ns / 1e9


def test_across_a_boot_the_wall_counts():
    assert Moment(NINE + timedelta(seconds=90), 1, "b2").seconds_since(Moment(NINE, 10**12, "b1")) == 90


@given(st.datetimes(), st.datetimes(), st.integers(0, 10**15), st.integers(0, 10**15), st.booleans())
def test_it_is_never_negative(one, other, one_ns, other_ns, rebooted):
    first = Moment(one.replace(tzinfo=UTC), one_ns, "b1")
    then = Moment(other.replace(tzinfo=UTC), other_ns, "b2" if rebooted else "b1")
    assert then.seconds_since(first) >= 0
