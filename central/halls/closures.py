"""Close halls suddenly from here and open them again: each act goes to its halls by their inbox."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine, func, select

from central.audit.staff_acts import note
from central.errors import NotFoundError
from central.halls import inbox
from central.store.tables.downlink import inbox as items
from central.store.tables.halls import hall
from contracts.centre.inbox_items import CLOSURE, CLOSURE_END, ClosureEndItem, ClosureItem, RefusedItem
from contracts.codec.reader import from_json, to_json

SHOWN = timedelta(days=70)
"""How far back closures are listed: longer than one lasts at most."""


@dataclass(frozen=True)
class HallOfClosure:
    """One hall that a closure closes: `state` is waiting (the hall has not taken it yet), taken or refused."""

    hall: str
    names: dict[str, str]
    state: str
    problem: str = ""


@dataclass(frozen=True)
class CentreClosure:
    """One act that closed halls, how each hall stands with it, and who took it back."""

    item: ClosureItem
    halls: Sequence[HallOfClosure]
    ended: ClosureEndItem | None

    def stands_at(self, now: datetime) -> bool:
        """Return whether it closes halls now or is to come."""
        return self.ended is None and now < self.item.until


def close_halls(engine: Engine, halls: Sequence[str], item: ClosureItem, *, now: datetime) -> None:
    """Let these halls have the closure; the same one again changes nothing."""
    if _key(item.closure) in _keys(engine, item.closure):
        return
    for hall_id in halls:
        inbox.put(engine, hall_id, CLOSURE, _key(item.closure), dict(to_json(item)), now=now)
        _note(engine, "hall_closed", hall_id, item.by, now, f"{item.reason.value}, {item.first} - {item.until}")


def open_again(engine: Engine, closure: str, *, by: str, now: datetime) -> None:
    """Take a closure back in all its halls; NotFoundError for one that is not known."""
    of_closure = (items.c.kind == CLOSURE, items.c.key == _key(closure))
    with engine.connect().execution_options(read_only=True) as connection:
        halls = connection.execute(select(items.c.hall).where(*of_closure)).scalars().all()
    if not halls:
        raise NotFoundError("no_such_path", f"no closure {closure[:40]!r} is known here")
    for hall_id in halls:
        body = dict(to_json(ClosureEndItem(closure, by, now)))
        inbox.put(engine, hall_id, CLOSURE_END, f"{CLOSURE_END}:{closure}", body, now=now)
        _note(engine, "hall_opened_again", hall_id, by, now, closure)


def closures(engine: Engine, *, now: datetime, refused: Mapping[str, Sequence[RefusedItem]]) -> Sequence[CentreClosure]:
    """Return the closures of the last weeks, the newest first; `refused` is what each hall could not take."""
    query = (
        select(items, hall.c.names, func.coalesce(hall.c.inbox_taken, 0).label("taken"))
        .join(hall, hall.c.hall == items.c.hall)
        .where(items.c.kind.in_([CLOSURE, CLOSURE_END]), items.c.received_at > now - SHOWN)
        .order_by(items.c.received_at.desc(), items.c.hall)
    )
    acts: dict[str, ClosureItem] = {}
    ended: dict[str, ClosureEndItem] = {}
    found: dict[str, list[HallOfClosure]] = {}
    with engine.connect().execution_options(read_only=True) as connection:
        for row in connection.execute(query):
            name = str(row.body["closure"])
            if row.kind == CLOSURE_END:
                ended[name] = from_json(ClosureEndItem, dict(row.body))
                continue
            acts[name] = from_json(ClosureItem, dict(row.body))
            problem = next((one.problem for one in refused.get(row.hall, ()) if one.number == row.number), "")
            state = "refused" if problem else "taken" if row.number <= row.taken else "waiting"
            found.setdefault(name, []).append(HallOfClosure(row.hall, row.names, state, problem))
    return [CentreClosure(item, found[name], ended.get(name)) for name, item in acts.items()]


def _key(closure: str) -> str:
    return f"{CLOSURE}:{closure}"


def _keys(engine: Engine, closure: str) -> set[str]:
    with engine.connect().execution_options(read_only=True) as connection:
        return set(connection.execute(select(items.c.key).where(items.c.key == _key(closure))).scalars())


def _note(engine: Engine, action: str, hall_id: str, who: str, now: datetime, detail: str) -> None:
    with engine.begin() as connection:
        note(connection, action, who=who, now=now, hall_id=hall_id, detail=detail)
