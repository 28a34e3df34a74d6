"""Acts of the centre that go to halls by their inbox, how each hall stands with them, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, func, select

from central.audit.staff_acts import note
from central.errors import NotFoundError
from central.halls import inbox
from central.store.tables.downlink import inbox as items
from central.store.tables.halls import hall
from contracts.centre.inbox_items import RefusedItem

SHOWN = timedelta(days=70)
"""How far back acts are listed: longer than a closure or Ramadan lasts."""


@dataclass(frozen=True)
class ActKind:
    """A kind of acts: the kinds of its two items, the field of their bodies with its name, and the staff's two acts."""

    item: str
    end: str
    field: str
    done: str
    undone: str


@dataclass(frozen=True)
class HallOfAct:
    """One hall of an act: `state` is waiting (the hall has not taken it yet), taken or refused.

    `end_problem` is why the hall refused to take the act back, empty where it did not refuse.
    """

    hall: str
    names: dict[str, str]
    state: str
    problem: str = ""
    end_problem: str = ""


@dataclass(frozen=True)
class SentAct:
    """One act: what was sent, how each hall stands with it, and who asked to take it back."""

    name: str
    body: Mapping[str, Any]
    halls: Sequence[HallOfAct]
    ended_by: str = ""

    @property
    def by(self) -> str:
        """Who did it."""
        return str(self.body["by"])

    @property
    def end_refused(self) -> bool:
        """Whether it still stands in a hall that refused to take it back."""
        return any(one.end_problem for one in self.halls)


def send(
    engine: Engine, kind: ActKind, halls: Sequence[str], body: Mapping[str, Any], *, now: datetime, detail: str
) -> None:
    """Let these halls have the act; the same one again changes nothing."""
    name = str(body[kind.field])
    if _halls_of(engine, kind, name):
        return
    with engine.begin() as connection:
        for hall_id in sorted(halls):
            inbox.put_in(connection, hall_id, kind.item, _key(kind, name), body, now=now)
            note(connection, kind.done, who=str(body["by"]), now=now, hall_id=hall_id, detail=detail)


def take_back(engine: Engine, kind: ActKind, name: str, *, by: str, now: datetime) -> None:
    """Take an act back in all its halls; NotFoundError for one that is not known."""
    halls = _halls_of(engine, kind, name)
    if not halls:
        raise NotFoundError("no_such_path", f"no act {name[:40]!r} is known here")
    body = {kind.field: name, "by": by, "at": now.isoformat()}
    with engine.begin() as connection:
        for hall_id in halls:
            inbox.put_in(connection, hall_id, kind.end, f"{kind.end}:{name}", body, now=now)
            note(connection, kind.undone, who=by, now=now, hall_id=hall_id, detail=name)


def sent(
    engine: Engine, kind: ActKind, *, now: datetime, refused: Mapping[str, Sequence[RefusedItem]]
) -> Sequence[SentAct]:
    """Return the acts of the last weeks, the newest first; `refused` is what each hall could not take."""
    query = (
        select(items, hall.c.names, func.coalesce(hall.c.inbox_taken, 0).label("taken"))
        .join(hall, hall.c.hall == items.c.hall)
        .where(items.c.kind.in_([kind.item, kind.end]), items.c.received_at > now - SHOWN)
        .order_by(items.c.received_at.desc(), items.c.hall)
    )
    bodies: dict[str, Mapping[str, Any]] = {}
    ended: dict[str, str] = {}
    end_problems: dict[tuple[str, str], str] = {}
    found: dict[str, list[HallOfAct]] = {}
    with engine.connect().execution_options(read_only=True) as connection:
        for row in connection.execute(query):
            name = str(row.body[kind.field])
            problem = next((one.problem for one in refused.get(row.hall, ()) if one.number == row.number), "")
            if row.kind == kind.end:
                ended[name] = str(row.body["by"])
                end_problems[name, row.hall] = problem
                continue
            bodies[name] = row.body
            state = "refused" if problem else "taken" if row.number <= row.taken else "waiting"
            found.setdefault(name, []).append(HallOfAct(row.hall, row.names, state, problem))
    for name, halls in found.items():
        found[name] = [replace(one, end_problem=end_problems.get((name, one.hall), "")) for one in halls]
    return [SentAct(name, body, found[name], ended.get(name, "")) for name, body in bodies.items()]


def _key(kind: ActKind, name: str) -> str:
    return f"{kind.item}:{name}"


def _halls_of(engine: Engine, kind: ActKind, name: str) -> Sequence[str]:
    query = select(items.c.hall).where(items.c.kind == kind.item, items.c.key == _key(kind, name))
    with engine.connect().execution_options(read_only=True) as connection:
        return connection.execute(query.order_by(items.c.hall)).scalars().all()
