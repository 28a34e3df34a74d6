"""The directory: people of all halls, with their roles and where, and how their accounts stand at centre and halls."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, select

from central.people.people import Person, people
from central.people.places import EVERYWHERE, GOVERNORATE, HALL, covers
from central.store.tables.downlink import inbox as items
from central.store.tables.halls import hall, live
from central.store.tables.people import hall_role, person_place
from contracts.centre.people_list import PEOPLE, HallPerson
from contracts.centre.sync_api import Heartbeat
from contracts.codec.reader import from_json


@dataclass(frozen=True)
class KnownHall:
    """A hall as the directory needs it; `waits`: whether its newest list is not taken yet."""

    hall: str
    names: Mapping[str, str]
    governorate: str
    waits: bool
    address: str
    people: Mapping[str, HallPerson]
    people_cut: bool
    """Whether the hall has more accounts than it told."""

    def lies_in(self, place: str) -> bool:
        """Return whether the hall lies in a place."""
        return covers(place, self.hall, self.governorate)


@dataclass(frozen=True)
class HallRole:
    """A role in the halls of a place."""

    place: str
    role: str
    unit: str


@dataclass(frozen=True)
class InHall:
    """How somebody stands in one hall: `state` as the hall tells it, or waiting, out, name_taken, not_told, cut."""

    hall: KnownHall
    state: str
    signed_in_at: datetime | None = None


@dataclass(frozen=True)
class Entry:
    """Somebody of the directory; `person` is None for an account that a hall itself made."""

    name: str
    full_name: str
    person: Person | None
    places: Sequence[str]
    roles: Sequence[HallRole]
    halls: Sequence[InHall]
    role_here: str = ""
    """The role of an account of a hall."""

    @property
    def seen_at(self) -> datetime | None:
        """When somebody was last signed in anywhere."""
        seen = [one.signed_in_at for one in self.halls if one.signed_in_at is not None]
        if self.person is not None and self.person.seen_at is not None:
            seen.append(self.person.seen_at)
        return max(seen, default=None)

    @property
    def state(self) -> str:
        """The state at the centre; of an account of a hall, there."""
        return self.halls[0].state if self.person is None else self.person.state

    def has_role(self, role: str) -> bool:
        """Return whether somebody has a role anywhere: `centre:ROLE` or `hall:ROLE`."""
        here = [f"hall:{one.role}" for one in self.roles]
        centre = f"centre:{self.person.role}" if self.person is not None else f"hall:{self.role_here}"
        return role in {centre, *here}

    def is_in(self, place: str) -> bool:
        """Return whether somebody works in a place, or sees it at the centre."""
        return place in {*self.places, *(one.place for one in self.roles)} or any(
            one.hall.lies_in(place) for one in self.halls
        )


@dataclass(frozen=True)
class Filter:
    """What is looked for: part of a name, a role, a place, a state; empty: any."""

    text: str = ""
    role: str = ""
    place: str = ""
    state: str = ""

    def fits(self, entry: Entry) -> bool:
        """Return whether an entry is looked for."""
        wanted = self.text.casefold()
        return (
            (not wanted or wanted in entry.name.casefold() or wanted in entry.full_name.casefold())
            and (not self.role or entry.has_role(self.role))
            and (not self.place or entry.is_in(self.place))
            and (not self.state or entry.state == self.state)
        )


def known_halls(engine: Engine) -> Sequence[KnownHall]:
    """Return all halls with their people as the last heartbeat told them."""
    newest = (
        select(items.c.hall, func.max(items.c.number).label("number"))
        .where(items.c.kind == PEOPLE)
        .group_by(items.c.hall)
    )
    query = select(hall, live.c.body).outerjoin(live, live.c.hall == hall.c.hall).order_by(hall.c.hall)
    with engine.connect().execution_options(read_only=True) as connection:
        lists = {row.hall: row.number for row in connection.execute(newest)}
        rows = connection.execute(query).all()
    found = []
    for row in rows:
        beat = from_json(Heartbeat, row.beat) if row.beat else None
        told = {one.name: one for one in beat.people} if beat else {}
        cut = beat is not None and beat.people_cut
        waits = lists.get(row.hall, 0) > (row.inbox_taken or 0)
        governorate = (row.body or {}).get("governorate", "")
        found.append(KnownHall(row.hall, row.names, governorate, waits, beat.address if beat else "", told, cut))
    return found


def directory(engine: Engine, *, now: datetime) -> Sequence[Entry]:
    """Return everybody: first the people of the directory, then the accounts that halls made themselves."""
    halls = known_halls(engine)
    with engine.connect().execution_options(read_only=True) as connection:
        places: dict[str, list[str]] = {}
        for row in connection.execute(select(person_place).order_by(person_place.c.place)):
            places.setdefault(row.person, []).append(row.place)
        roles: dict[str, list[HallRole]] = {}
        for row in connection.execute(select(hall_role).order_by(hall_role.c.place)):
            roles.setdefault(row.person, []).append(HallRole(row.place, row.role, row.unit))
    listed = [
        Entry(
            one.name, one.full_name, one, places.get(one.name, ()), roles.get(one.name, ()),
            _in_halls(one, roles.get(one.name, ()), halls),
        )
        for one in people(engine, now=now)
    ]  # fmt: skip
    local = [
        Entry(told.name, told.full_name, None, (), (), (InHall(one, told.state, told.signed_in_at),), told.role)
        for one in halls
        for told in one.people.values()
        if not told.of_centre
    ]
    return [*listed, *sorted(local, key=lambda one: (one.name, one.halls[0].hall.hall))]


def in_words(place: str, halls: Collection[KnownHall]) -> tuple[str, Mapping[str, str]]:
    """Return the key of a place's text, and the names of a hall where it is one."""
    if place.startswith(HALL):
        name = place.removeprefix(HALL)
        return name, next((one.names for one in halls if one.hall == name), {})
    return ("all_halls" if place == EVERYWHERE else "governorate_" + place.removeprefix(GOVERNORATE)), {}


def _in_halls(one: Person, roles: Sequence[HallRole], halls: Sequence[KnownHall]) -> Sequence[InHall]:
    mine = [known for known in halls if any(known.lies_in(role.place) for role in roles)]
    still = [known for known in halls if known not in mine and _account(one.name, known) is not None]
    return [_in_hall(one, known, has_role=known in mine) for known in (*mine, *still)]


def _in_hall(one: Person, known: KnownHall, *, has_role: bool) -> InHall:
    account, told = _account(one.name, known), known.people.get(one.name)
    signed_in_at = account.signed_in_at if account is not None else None
    if one.state == "disabled" or not has_role:
        return InHall(known, "waiting" if known.waits else "out", signed_in_at)
    if known.waits:
        return InHall(known, "waiting", signed_in_at)
    if account is None:
        missing = "cut" if known.people_cut else "not_told"
        return InHall(known, "name_taken" if told is not None else missing)
    return InHall(known, account.state, signed_in_at)


def _account(name: str, known: KnownHall) -> HallPerson | None:
    told = known.people.get(name)
    return told if told is not None and told.of_centre else None
