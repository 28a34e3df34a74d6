"""Places: where somebody has a role. All halls, the halls of a governorate, or one hall, each as one word.

Which governorate a hall lies in is what the hall itself told last.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select

from central.config import HALL_NAME
from central.errors import BodyError
from central.halls.governorates import GOVERNORATES
from central.store.tables.halls import hall, live
from central.store.tables.people import person_place

EVERYWHERE = "all"
"""The place of who has a role in all halls."""
GOVERNORATE, HALL = "governorate:", "hall:"
"""How the other places begin."""


def covers(place: str, hall_id: str, governorate: str) -> bool:
    """Return whether a hall lies in a place.

    >>> covers("governorate:muscat", "1", "muscat"), covers("hall:1", "1", ""), covers("hall:2", "1", "muscat")
    (True, True, False)
    """
    return place in {EVERYWHERE, HALL + hall_id} or (bool(governorate) and place == GOVERNORATE + governorate)


def check_places(connection: Connection, places: Collection[str]) -> tuple[str, ...]:
    """Return the places in order, EVERYWHERE alone where it is among them; BodyError for none or one unknown."""
    known = set(governorates_of_halls(connection))
    for place in places:
        kind, _, name = place.partition(":")
        is_hall = kind == "hall" and HALL_NAME.fullmatch(name) is not None and name in known
        if place != EVERYWHERE and not is_hall and not (kind == "governorate" and name in GOVERNORATES):
            raise BodyError("place_unknown", f"{place!r:.60} is no place: all, governorate:NAME or hall:NAME")
    if not places:
        raise BodyError("place_missing", "choose at least one place: all halls, a governorate or a hall")
    return (EVERYWHERE,) if EVERYWHERE in places else tuple(sorted(set(places)))


def governorates_of_halls(connection: Connection) -> Mapping[str, str]:
    """Return the governorate of each known hall, "" for one that has not told it."""
    query = select(hall.c.hall, live.c.body).outerjoin(live, live.c.hall == hall.c.hall).order_by(hall.c.hall)
    return {row.hall: (row.body or {}).get("governorate", "") for row in connection.execute(query)}


def keep_places(connection: Connection, name: str, places: Sequence[str]) -> None:
    """Let somebody see these places at the centre, and no others."""
    connection.execute(delete(person_place).where(person_place.c.person == name))
    if places:
        connection.execute(insert(person_place), [{"person": name, "place": place} for place in places])


def halls_seen(connection: Connection, name: str) -> frozenset[str] | None:
    """Return which halls somebody sees at the centre; None: all, also those that are added later."""
    mine = select(person_place.c.place).where(person_place.c.person == name)
    places = connection.execute(mine).scalars().all()
    if EVERYWHERE in places:
        return None
    halls = governorates_of_halls(connection)
    return frozenset(one for one, lies_in in halls.items() if any(covers(place, one, lies_in) for place in places))
