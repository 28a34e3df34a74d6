"""What halls sent of acts that must be provable later: who signed in, paired, withdrew, changed, corrected or read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Select, select, tuple_

from central.store.tables.halls import audit

SHOWN = 100
"""Facts on one page."""


@dataclass(frozen=True)
class AuditFact:
    """One fact as its hall sent it; `mark` is its digest, which tells apart two facts of one instant."""

    hall: str
    mark: str
    at: datetime
    kind: str
    actor: str
    device: str
    visit: str
    counter: int | None
    detail: Mapping[str, str]


@dataclass(frozen=True)
class Asked:
    """Which facts are wanted: of one hall or all, of these kinds or all, older than a fact by its time and mark."""

    hall: str | None = None
    kinds: Sequence[str] = ()
    before: tuple[datetime, str] | None = None


def audit_facts(engine: Engine, asked: Asked, *, most: int = SHOWN) -> tuple[Sequence[AuditFact], bool]:
    """Return the newest facts that are asked for, and whether there are older ones still."""
    with engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(_query(asked).limit(most + 1)).all()
    return [_fact(row.hall, row.body_hash, row.at, row.action, row.body) for row in rows[:most]], len(rows) > most


def _query(asked: Asked) -> Select[Any]:
    query = select(audit).order_by(audit.c.at.desc(), audit.c.body_hash.desc())
    if asked.hall is not None:
        query = query.where(audit.c.hall == asked.hall)
    if asked.kinds:
        query = query.where(audit.c.action.in_(asked.kinds))
    if asked.before is not None:
        query = query.where(tuple_(audit.c.at, audit.c.body_hash) < tuple_(*asked.before))
    return query


def _fact(hall: str, mark: str, at: datetime, kind: str, body: bytes) -> AuditFact:
    record = json.loads(body)
    who = {name: record.get(name) or "" for name in ("actor", "device", "visit")}
    detail = {name: _text(value) for name, value in record.get("detail", {}).items() if value not in (None, "", [])}
    return AuditFact(hall, mark, at, kind, counter=record.get("counter"), detail=detail, **who)


def _text(value: object) -> str:
    if isinstance(value, list) and all(isinstance(one, str | int) for one in value):
        return ", ".join(map(str, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
