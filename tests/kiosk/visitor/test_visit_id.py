from __future__ import annotations

import time
from uuid import UUID

from kiosk.visitor.visit_id import new_visit_id


def test_no_two_are_the_same() -> None:
    assert len({new_visit_id() for _ in range(1000)}) == 1000


def test_an_id_holds_the_time_it_was_made_in_ms() -> None:
    before_ms = time.time_ns() // 1_000_000
    made = UUID(new_visit_id())
    assert made.version == 7
    assert before_ms <= made.int >> 80 <= time.time_ns() // 1_000_000
