"""Legal holds in the database: what must not be erased until somebody lifts the hold, whatever the settings say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, Select, insert, select, update

from hall.platform.db.tables.kept import legal_hold

COMPLAINT, REQUEST, VISIT = "complaint", "request", "visit"
"""What can be held; of a visit, its survey answer and complaints too."""


def held(kind: str) -> Select[tuple[str]]:
    """Return the question for the keys of this kind that stand under a hold."""
    return select(legal_hold.c.subject).where(legal_hold.c.kind == kind, _stands())


def holds(connection: Connection, *, all_ever: bool = False) -> Sequence[Row[tuple[object, ...]]]:
    """Return the holds that stand, the oldest first; with `all_ever` those that were lifted too."""
    query = select(legal_hold).order_by(legal_hold.c.id)
    return connection.execute(query if all_ever else query.where(_stands())).all()


def place_hold(connection: Connection, kind: str, subject: str, reason: str, *, by: str, at: datetime) -> bool:
    """Hold; return False where a hold of it stands already."""
    mine = (legal_hold.c.kind == kind, legal_hold.c.subject == subject, _stands())
    if connection.execute(select(legal_hold.c.id).where(*mine)).first() is not None:
        return False
    row = {"kind": kind, "subject": subject, "reason": reason, "placed_by": by, "placed_at": at}
    connection.execute(insert(legal_hold), row)
    return True


def lift_hold(connection: Connection, kind: str, subject: str, reason: str, *, by: str, at: datetime) -> bool:
    """Lift; return False where no hold of it stands."""
    mine = (legal_hold.c.kind == kind, legal_hold.c.subject == subject, _stands())
    lifted = {"lifted_by": by, "lifted_at": at, "lifted_why": reason}
    return connection.execute(update(legal_hold).where(*mine).values(lifted)).rowcount == 1


def _stands() -> ColumnElement[bool]:
    return legal_hold.c.lifted_at.is_(None)
