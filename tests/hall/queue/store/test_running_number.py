"""Each line runs from one without a gap, beside the others."""

from __future__ import annotations

import pytest

from hall.queue.store.running_number import next_of
from tests.helpers.stored_hall import StoredHall

pytestmark = pytest.mark.dialect


def test_each_line_has_its_own_numbers(stored_hall: StoredHall) -> None:
    names = ("complaint-2026", "complaint-2026", "complaint-2027", "complaint-2026")
    assert stored_hall.do(lambda work, _now: [next_of(work.connection, name) for name in names]) == [1, 2, 1, 3]


def test_a_command_that_fails_leaves_no_gap(stored_hall: StoredHall) -> None:
    def fail(work: object, _now: object) -> None:
        next_of(work.connection, "kept")  # type: ignore[attr-defined]  # the work of a database
        raise RuntimeError("refused")

    try:
        stored_hall.do(fail)
    except RuntimeError:
        assert stored_hall.do(lambda work, _now: next_of(work.connection, "kept")) == 1
