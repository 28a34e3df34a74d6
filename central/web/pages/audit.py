"""What people did in the halls, as the halls told it: for administrators and auditors, by hall and kind."""

from __future__ import annotations

from datetime import datetime

from litestar.params import FromQuery
from litestar.response import Template
from sqlalchemy import Engine, select

from central.audit.hall_facts import Asked, audit_facts
from central.config import HALL_NAME
from central.store.tables.halls import hall
from central.web.dependencies import Database
from central.web.rendering import AskedPage, get_page
from contracts.centre.audit_kinds import GROUPS

MARK_LENGTH = 64


@get_page("/audit")
def audit_page(
    page: AskedPage, engine: Database, of: FromQuery[str] = "", kind: FromQuery[str] = "", before: FromQuery[str] = ""
) -> Template:
    """Show what was done in the halls, the newest first: in one hall or all, of one kind, one group or all."""
    asked = Asked(of if HALL_NAME.fullmatch(of) else None, kinds_of(kind), _before(before))
    found, more = audit_facts(engine, asked)
    return page.template(
        "audit.html",
        facts=found,
        older=more,
        names=_names(engine),
        groups=GROUPS,
        newest=asked.before is None,
        of=asked.hall or "",
        kind=kind if asked.kinds else "",
    )


def kinds_of(asked: str) -> tuple[str, ...]:
    """Return the kinds that a group or a kind stands for, none for all.

    >>> kinds_of("corrections"), kinds_of("signed_in"), kinds_of("dance")
    (('visit_corrected', 'correction_taken_back'), ('signed_in',), ())
    """
    if asked in GROUPS:
        return tuple(GROUPS[asked])
    return (asked,) if any(asked in kinds for kinds in GROUPS.values()) else ()


def _before(text: str) -> tuple[datetime, str] | None:
    """Return the fact after which a page goes on: its instant, a comma and its mark; None for anything else."""
    instant, _, mark = text.partition(",")
    try:
        at = datetime.fromisoformat(instant)
    except ValueError:
        return None
    known = at.tzinfo is not None and len(mark) == MARK_LENGTH and mark.isalnum() and mark.isascii()
    return (at, mark) if known else None


def _names(engine: Engine) -> dict[str, dict[str, str]]:
    with engine.connect().execution_options(read_only=True) as connection:
        return {
            row.hall: row.names for row in connection.execute(select(hall.c.hall, hall.c.names).order_by(hall.c.hall))
        }
