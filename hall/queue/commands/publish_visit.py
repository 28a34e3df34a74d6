"""Send the centre the record of a visit that has ended, or has ended again after an undo."""

from __future__ import annotations

from typing import Protocol

from hall.kernel.ports import HasOutbox, HasSettings
from hall.queue.model.ports import HasAnnouncedRanges, HasVisits
from hall.queue.model.visit import Visit
from hall.queue.queries.visit_record import visit_record


class EndedWork(HasAnnouncedRanges, HasOutbox, HasSettings, HasVisits, Protocol):
    """What the record of an ended visit is made from, and where it is stored."""


def tell_ended(visit: Visit, work: EndedWork) -> None:
    """Store the ended visit and append its next record to the outbox, both in this command's transaction."""
    visit.told += 1
    work.visits.save(visit)
    publish_visit(visit, work)


def publish_visit(visit: Visit, work: EndedWork) -> None:
    """Append the record of a visit that is stored, with the range that its ticket announced."""
    work.outbox.tell_visit(visit_record(visit, work.settings.hall, work.waits.range_told(visit.id)))
