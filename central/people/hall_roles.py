"""Roles of people in halls: given and taken by place; and the invitation to one hall, by a link that works once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Engine, delete, insert, literal, select

from central.audit.staff_acts import note
from central.errors import BodyError, ForbiddenError
from central.halls.known_lists import known_directorates
from central.people.hall_list import halls_of, halls_of_person, tell_halls
from central.people.people import NAME, SET_UP_LIFE, require_person
from central.people.places import check_places
from central.store.tables.people import hall_invitation, hall_role, person
from common.accounts.codes import SET_UP_LETTERS, code_hash, new_code
from contracts.words.account_roles import ACCOUNT_ROLES, WITH_UNIT

LONGEST_UNIT = 64


def give_hall_role(
    engine: Engine, name: str, place: str, role: str, unit: str, *, by: str, now: datetime, unit_sure: bool = False
) -> None:  # fmt: skip
    """Give somebody a role in the halls of a place, instead of the one given there before.

    `unit_sure`: the person says that a hall has this directorate, though the centre does not know it: a hall's own
    directorates are known here only once a request names them.
    """
    if role not in ACCOUNT_ROLES:
        raise BodyError("role_unknown", f"a role in a hall is one of {', '.join(ACCOUNT_ROLES)}")
    if (role in WITH_UNIT) != bool(unit) or len(unit) > LONGEST_UNIT:
        raise BodyError("unit_wrong", "a directorate or an official has a code, and no other role has one")
    if name == by:
        raise ForbiddenError("not_oneself", "nobody gives himself a role: another administrator does")
    if not NAME.fullmatch(name):
        raise BodyError("name_invalid", "an account of the ministry's provider gets its roles in halls from its groups")
    with engine.begin() as connection:
        require_person(connection, name)
        check_places(connection, [place])
        if role == "directorate" and not unit_sure and unit not in known_directorates(connection):
            raise BodyError("unit_unknown", f"no hall is known to have a directorate {unit!r}")
        _drop(connection, name, place)
        row = {"person": name, "place": place, "role": role, "unit": unit, "changed_at": now}
        connection.execute(insert(hall_role).values(row))
        tell_halls(connection, halls_of(connection, [place]), now=now)
        note(connection, "hall_role_given", who=by, now=now, hall_id=None, detail=f"{name}: {role}, {place}")


def take_hall_role(engine: Engine, name: str, place: str, *, by: str, now: datetime) -> None:
    """Take somebody's role in the halls of a place away: the sessions there end when the halls hear of it."""
    with engine.begin() as connection:
        require_person(connection, name)
        if _drop(connection, name, place):
            tell_halls(connection, halls_of(connection, [place]), now=now)
            note(connection, "hall_role_taken", who=by, now=now, hall_id=None, detail=f"{name}: {place}")


def invite_to_hall(engine: Engine, name: str, hall_id: str, *, by: str, now: datetime) -> str:
    """Return a code by which somebody sets the account in a hall up, told this once; what was set up before ends."""
    code = new_code(SET_UP_LETTERS)
    with engine.begin() as connection:
        require_person(connection, name)
        if hall_id not in halls_of_person(connection, name):
            raise BodyError("no_role_there", f"{name} has no role in hall {hall_id!r:.60}: give one first")
        mine = (hall_invitation.c.person == name, hall_invitation.c.hall == hall_id)
        connection.execute(delete(hall_invitation).where(*mine))
        row = {"person": name, "hall": hall_id, "code_hash": code_hash(code), "good_until": now + SET_UP_LIFE}
        connection.execute(insert(hall_invitation).values(row))
        tell_halls(connection, {hall_id}, now=now)
        note(connection, "hall_invited", who=by, now=now, hall_id=hall_id, detail=name)
    return code


def code_stamps(engine: Engine, name: str) -> dict[str, str]:
    """Return which codes somebody has: by hall, "" for the centre, until when the newest is good.

    A form carries the stamp that its page has seen: sent once more, it finds another one and makes no second code.
    """
    of_centre = select(literal(""), person.c.set_up_until).where(person.c.name == name)
    of_halls = select(hall_invitation.c.hall, hall_invitation.c.good_until).where(hall_invitation.c.person == name)
    with engine.connect().execution_options(read_only=True) as connection:
        rows = [*connection.execute(of_centre), *connection.execute(of_halls)]
    return {place: until.isoformat() for place, until in rows if until is not None}


def _drop(connection: Connection, name: str, place: str) -> bool:
    mine = (hall_role.c.person == name, hall_role.c.place == place)
    known = connection.execute(select(hall_role.c.role).where(*mine)).first() is not None
    connection.execute(delete(hall_role).where(*mine))
    return known
