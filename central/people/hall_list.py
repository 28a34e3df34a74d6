"""Which people of the directory work in which hall, and the list of them that each hall gets by its inbox.

An item in the inbox is empty: the list is written when the hall fetches it, so no name lies there and it is never old.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import Connection, Engine, select

from central.halls import inbox
from central.people.places import EVERYWHERE, GOVERNORATE, HALL, covers, governorates_of_halls
from central.store.tables.downlink import inbox as items
from central.store.tables.people import hall_invitation, hall_role, person
from common.text.hidden_signs import strip_turning
from contracts.centre.people_list import PEOPLE, ListedPerson, PeopleList

CONFIRMED_EVERY = timedelta(hours=6)
"""How often a hall that hears the centre gets a list although nothing changed: each starts the lease again."""
_NARROW = (HALL, GOVERNORATE, EVERYWHERE)
"""Of several roles in one hall, the one whose place is narrower holds."""


def people_list(connection: Connection, hall_id: str, *, lease_days: int, now: datetime) -> PeopleList:
    """Return the people of a hall whose access has not ended."""
    lies_in = governorates_of_halls(connection).get(hall_id, "")
    query = (
        select(hall_role, person.c.full_name, hall_invitation.c.code_hash, hall_invitation.c.good_until)
        .join(person, person.c.name == hall_role.c.person)
        .outerjoin(
            hall_invitation, (hall_invitation.c.person == hall_role.c.person) & (hall_invitation.c.hall == hall_id)
        )
        .where(person.c.disabled_at.is_(None))
        .order_by(hall_role.c.person)
    )
    found: dict[str, tuple[int, ListedPerson]] = {}
    for row in connection.execute(query):
        if not covers(row.place, hall_id, lies_in):
            continue
        rank = next(at for at, kind in enumerate(_NARROW) if row.place.startswith(kind))
        code, until = (row.code_hash or "", row.good_until) if row.good_until and row.good_until > now else ("", None)
        full_name = strip_turning(row.full_name) or row.person
        one = ListedPerson(row.person, full_name, row.role, row.changed_at, row.unit, code, until)
        if row.person not in found or rank < found[row.person][0]:
            found[row.person] = rank, one
    return PeopleList(hall_id, now, lease_days, tuple(one for _, one in found.values()))


def halls_of(connection: Connection, places: Collection[str]) -> frozenset[str]:
    """Return the known halls that lie in any of these places."""
    halls = governorates_of_halls(connection)
    return frozenset(one for one, lies_in in halls.items() if any(covers(place, one, lies_in) for place in places))


def halls_of_person(connection: Connection, name: str) -> frozenset[str]:
    """Return the halls in which somebody has a role."""
    mine = select(hall_role.c.place).where(hall_role.c.person == name)
    return halls_of(connection, connection.execute(mine).scalars().all())


def tell_halls(connection: Connection, halls: Collection[str], *, now: datetime) -> None:
    """Let these halls fetch their list, in the transaction of what changes it."""
    for hall_id in sorted(halls):
        inbox.put_in(connection, hall_id, PEOPLE, f"{PEOPLE}:{uuid4().hex}", {}, now=now)


def confirm(engine: Engine, hall_id: str, *, lease_days: int, now: datetime) -> None:
    """Let a hall that asks for its inbox have a list if it had none lately and anybody of the centre works there."""
    since = round((now - CONFIRMED_EVERY).timestamp() * 1000)
    lately = (items.c.hall == hall_id, items.c.number > since, items.c.kind == PEOPLE)
    with engine.connect().execution_options(read_only=True) as connection:
        if connection.execute(select(items.c.number).where(*lately).limit(1)).first() is not None:
            return
        if not people_list(connection, hall_id, lease_days=lease_days, now=now).people:
            return
    with engine.begin() as connection:
        tell_halls(connection, {hall_id}, now=now)
