from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit_id import new_visit_id, uuid7


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**80))
def test_an_id_is_a_version_7_uuid_of_its_time(unix_ms: int, random: int) -> None:
    made = uuid7(unix_ms, random)
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == unix_ms


@given(st.integers(0, 2**48 - 2), st.integers(0, 2**74 - 1), st.integers(0, 2**74 - 1))
def test_later_ids_sort_behind(unix_ms: int, one: int, other: int) -> None:
    assert str(uuid7(unix_ms, one)) < str(uuid7(unix_ms + 1, other))


def test_no_two_are_the_same() -> None:
    assert len({new_visit_id() for _ in range(1000)}) == 1000
