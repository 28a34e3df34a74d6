"""What the memory hall of these tests keeps of corrections is what the ports ask for."""

from __future__ import annotations

from datetime import timedelta

from hall.kernel.ids import VisitId
from hall.queue.model.corrections.amendment import values_of
from hall.queue.model.corrections.ports import ClosedDays, CorrectionStore, StoredCorrection
from tests.helpers.example_hall import NINE, TUESDAY, new_hall
from tests.helpers.moves import new
from tests.helpers.replacing import replace

VALUES = values_of(new().stage)
ONE = StoredCorrection(VisitId("v1"), 1, TUESDAY, "L001", 0, "other", None, "noor", NINE, VALUES, VALUES)


def test_corrections_come_by_visit_and_by_day():
    store: CorrectionStore = new_hall().work().corrections
    two = replace(ONE, number=2, at=NINE + timedelta(hours=1))
    for one in (two, ONE):
        store.save(one)
    assert store.of_visit(VisitId("v1")) == [ONE, two]
    assert store.between(TUESDAY, TUESDAY) == [two, ONE]
    assert store.between(TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=2)) == []


def test_a_day_is_kept_as_it_was_closed():
    work = new_hall().work()
    days: ClosedDays = work.closed_days
    days.keep(TUESDAY, NINE)
    assert work.stored.closed_days == {TUESDAY: NINE}
