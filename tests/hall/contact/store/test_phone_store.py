"""Sealed numbers on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hall.composition.sql_work import SqlWork
from hall.kernel.ids import VisitId
from tests.hall.queue.store.test_visit_rows import visit
from tests.helpers.example_hall import TUESDAY
from tests.helpers.stored_hall import StoredHall

UNTIL = datetime(2026, 11, 25, 4, tzinfo=UTC)
V1 = VisitId("v1")


def test_a_number_is_kept_replaced_and_erased(stored_hall: StoredHall) -> None:
    def life(work: SqlWork, _now: object) -> list[object]:
        phones = work.phones
        work.visits.add(visit("v1"))
        seen: list[object] = [phones.sealed(V1), set(phones.days())]
        phones.keep(V1, TUESDAY, b"\x00one\xff", UNTIL)
        phones.keep(V1, TUESDAY, b"two", UNTIL)
        seen += [phones.sealed(V1), set(phones.days())]
        assert phones.of_day(TUESDAY) == [(V1, b"two")]
        assert phones.of_day(TUESDAY + timedelta(days=1)) == []
        seen += [phones.erase_until(UNTIL - timedelta(seconds=1)), phones.erase_until(UNTIL), phones.sealed(V1)]
        phones.keep(V1, TUESDAY, b"three", UNTIL)
        return [*seen, phones.erase(V1), phones.erase(V1)]

    assert stored_hall.do(life) == [None, set(), (TUESDAY, b"two"), {TUESDAY}, 0, 1, None, True, False]
