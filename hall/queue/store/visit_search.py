"""The query that finds visits of a day by what a visitor remembers of his ticket."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Select, or_, select

from hall.platform.db.tables.core import stage, visit
from hall.queue.model.numbers.ticket_number import as_printed
from hall.queue.model.ports import Sought
from hall.queue.store.visit_rows import select_visits


def select_sought(day: date, what: Sought, limit: int) -> Select[Any]:
    """Return the query for whole visits, the newest issue first; only those with a ticket."""
    fits = [visit.c.service_day == day, visit.c.ticket != ""]
    if what.service is not None:
        fits.append(visit.c.service == what.service)
    if what.since is not None:
        fits.append(visit.c.issued_at >= what.since)
    if what.until is not None:
        fits.append(visit.c.issued_at <= what.until)
    if what.begins:
        begins = visit.c.ticket.startswith(what.begins, autoescape=True)
        fits.append(or_(begins, visit.c.ticket == as_printed(what.begins)))
    if what.among is not None:
        fits.append(visit.c.id.in_(sorted(what.among)))
    newest = select(visit.c.id).where(*fits).order_by(visit.c.issued_at.desc(), visit.c.id.desc()).limit(limit)
    whole = select_visits().where(visit.c.id.in_(newest))
    return whole.order_by(visit.c.issued_at.desc(), visit.c.id.desc(), stage.c.position)
