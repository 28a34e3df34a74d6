"""Tell the centre of a visit that has ended, or has ended anew after an undo."""

from __future__ import annotations

from hall.application.ports import Work
from hall.application.visit_record import visit_record
from hall.domain.visit import Visit


def tell_ended(visit: Visit, work: Work) -> None:
    """Store the ended visit and append its next record to the outbox, both in this command's transaction."""
    visit.told += 1
    work.visits.save(visit)
    tell(visit, work)


def tell(visit: Visit, work: Work) -> None:
    """Append the record of a visit that is stored, with the range that its ticket announced."""
    work.outbox.tell_visit(visit_record(visit, work.settings.hall, work.waits.range_told(visit.id)))
