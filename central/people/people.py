"""The centre's staff: who there is, in which role, and the code by which each sets up the own access once."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from central.access.path_table import ADMIN, AUDITOR, READER
from central.audit.staff_acts import CONSOLE, note
from central.errors import BodyError, ForbiddenError, NotFoundError
from central.people.hall_list import halls_of_person, tell_halls
from central.people.places import EVERYWHERE, check_places, keep_places
from central.store.tables.people import (
    hall_invitation,
    hall_role,
    person,
    person_place,
    recovery_code,
    staff_session,
)
from common.accounts.codes import SET_UP_LETTERS, code_hash, new_code

ROLES = (READER, ADMIN, AUDITOR)
"""reader: reads pages and figures; admin: also acts and adds people; auditor: reads who did what, nothing else."""
NAME = re.compile(r"[a-z][a-z0-9._-]{1,39}")
SET_UP_LIFE = timedelta(hours=24)
LONGEST_FULL_NAME = 200


@dataclass(frozen=True)
class Person:
    """One of the staff; `state`: invited (a code is out), expired (it was), no_code, ready, disabled or halls_only."""

    name: str
    role: str
    state: str
    added_by: str
    added_at: datetime
    seen_at: datetime | None
    of_ministry: bool = False
    """Whether it is an account of the ministry's OpenID provider, whose groups decide the role."""
    full_name: str = ""


def add_person(
    engine: Engine, name: str, role: str, *, by: str, now: datetime, full_name: str = "",
    places: Collection[str] = (EVERYWHERE,),
) -> str:  # fmt: skip
    """Add somebody who sees these places and return the code by which the access is set up, told this once.

    Who works in halls only has the role "" and gets no code: "". BodyError for a taken name, a role or place unknown.
    """
    if not NAME.fullmatch(name):
        raise BodyError("name_invalid", "a sign-in name has 2 to 40 of a-z, 0-9, dot, - and _, a letter first")
    if role:
        _check_role(role)
    row = {
        "name": name,
        "full_name": " ".join(full_name.split())[:LONGEST_FULL_NAME],
        "role": role,
        "last_step": 0,
        "wrong": 0,
    }
    with engine.begin() as connection:
        try:
            connection.execute(insert(person).values(row | {"added_by": by, "added_at": now}))
        except IntegrityError as error:  # also where two add the name at once
            raise BodyError("name_taken", f"{name} is somebody's sign-in name already") from error
        where = check_places(connection, places) if role else ()
        keep_places(connection, name, where)
        note(connection, "person_added", who=by, now=now, hall_id=None, detail=_role_text(name, role, where))
        return _new_code(connection, name, now) if role else ""


def give_new_code(engine: Engine, name: str, *, by: str, now: datetime) -> str:
    """Take a person's password, authenticator and sessions away and return a new set-up code.

    Somebody of the ministry's provider may only come in again, and gets no code: "". ForbiddenError for somebody whose
    access was ended, unless it is done at the centre's own machine: to bring somebody back is another act.
    ForbiddenError for the last administrator, unless he does it himself or it is done at the centre's own machine.
    """
    with engine.begin() as connection:
        of_ministry = require_person(connection, name)
        ended = select(person.c.name).where(person.c.name == name, person.c.disabled_at.is_not(None)).with_for_update()
        if by != CONSOLE and connection.execute(ended).first() is not None:
            raise ForbiddenError("access_ended", f"the access of {name} was ended: bring it back first")
        if of_ministry:
            connection.execute(update(person).where(person.c.name == name).values(disabled_at=None))
            tell_halls(connection, halls_of_person(connection, name), now=now)
            note(connection, "access_reset", who=by, now=now, hall_id=None, detail=name)
            return ""
        if by not in {name, CONSOLE}:
            _keep_an_administrator(connection, name)
        end_sessions(connection, name, now=now)
        connection.execute(delete(recovery_code).where(recovery_code.c.person == name))
        bare = {"password": None, "authenticator": None, "ready_at": None, "disabled_at": None}
        fresh = {"wrong": 0, "locked_until": None, "last_step": 0}
        connection.execute(update(person).where(person.c.name == name).values(bare | fresh))
        connection.execute(update(hall_role).where(hall_role.c.person == name).values(changed_at=now))
        tell_halls(connection, halls_of_person(connection, name), now=now)
        note(connection, "access_reset", who=by, now=now, hall_id=None, detail=name)
        return _new_code(connection, name, now)


def disable(engine: Engine, name: str, *, by: str, now: datetime) -> None:
    """End somebody's access at once, here and in all halls as soon as they hear of it.

    ForbiddenError for oneself and for the last administrator.
    """
    if name == by:
        raise ForbiddenError("not_oneself", "nobody ends the own access: another administrator does")
    with engine.begin() as connection:
        require_person(connection, name)
        _keep_an_administrator(connection, name)
        end_sessions(connection, name, now=now)
        gone = {"disabled_at": now, "set_up_code": None}
        connection.execute(update(person).where(person.c.name == name).values(gone))
        connection.execute(delete(hall_invitation).where(hall_invitation.c.person == name))
        tell_halls(connection, halls_of_person(connection, name), now=now)
        note(connection, "person_disabled", who=by, now=now, hall_id=None, detail=name)


def bring_back(engine: Engine, name: str, *, by: str, now: datetime) -> None:
    """Take the end of somebody's access back: the password holds again, here and in the halls; sessions stay ended."""
    with engine.begin() as connection:
        require_person(connection, name)
        mine = (person.c.name == name, person.c.disabled_at.is_not(None))
        if connection.execute(update(person).where(*mine).values(disabled_at=None)).rowcount:
            connection.execute(update(hall_role).where(hall_role.c.person == name).values(changed_at=now))
            tell_halls(connection, halls_of_person(connection, name), now=now)
            note(connection, "person_brought_back", who=by, now=now, hall_id=None, detail=name)


def change_role(
    engine: Engine, name: str, role: str, *, by: str, now: datetime, places: Collection[str] = (EVERYWHERE,)
) -> None:  # fmt: skip
    """Give somebody another role in these places, from the next request on; "" takes the access to the centre away.

    ForbiddenError for oneself and the last administrator of all halls.
    """
    if role:
        _check_role(role)
    if name == by:
        raise ForbiddenError("not_oneself", "nobody changes the own role: another administrator does")
    with engine.begin() as connection:
        if require_person(connection, name):
            raise ForbiddenError("role_of_groups", "the groups of the ministry's provider decide this role")
        where = check_places(connection, places) if role else ()
        if role != ADMIN or where != (EVERYWHERE,):
            _keep_an_administrator(connection, name)
        connection.execute(update(person).where(person.c.name == name).values(role=role))
        keep_places(connection, name, where)
        if not role:
            end_sessions(connection, name, now=now)
        note(connection, "role_changed", who=by, now=now, hall_id=None, detail=_role_text(name, role, where))


def people(engine: Engine, *, now: datetime) -> Sequence[Person]:
    """Return all the staff by name."""
    with engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(select(person).order_by(person.c.name)).all()
        seen: dict[str, datetime] = {}
        of_people = staff_session.c.person.is_not(None)
        for row in connection.execute(select(staff_session.c.person, staff_session.c.seen_at).where(of_people)):
            seen[row.person] = max(row.seen_at, seen.get(row.person, row.seen_at))
    return [
        Person(
            row.name,
            row.role,
            _state(row, now),
            row.added_by,
            row.added_at,
            seen.get(row.name),
            row.subject is not None,
            row.full_name,
        )
        for row in rows
    ]


def end_sessions(connection: Connection, name: str, *, now: datetime) -> None:
    """End all sessions of a person, in the caller's transaction."""
    mine = (staff_session.c.person == name, staff_session.c.ended_at.is_(None))
    connection.execute(update(staff_session).where(*mine).values(ended_at=now))


def _new_code(connection: Connection, name: str, now: datetime) -> str:
    code = new_code(SET_UP_LETTERS)
    row = {"set_up_code": code_hash(code), "set_up_until": now + SET_UP_LIFE}
    connection.execute(update(person).where(person.c.name == name).values(row))
    return code


def _role_text(name: str, role: str, places: Collection[str]) -> str:
    """Return a role for the list of acts; all halls are not named.

    >>> _role_text("noor", "reader", ("governorate:muscat",)), _role_text("noor", "", ())
    ('noor: reader, governorate:muscat', 'noor: -')
    """
    return ", ".join([f"{name}: {role or '-'}", *(one for one in places if one != EVERYWHERE)])


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise BodyError("role_unknown", f"a role is one of {', '.join(ROLES)}")


def require_person(connection: Connection, name: str) -> bool:
    """Return whether this is somebody of the ministry's provider; raise NotFoundError where nobody has the name."""
    found = _find(connection, name)
    if found is None:
        raise NotFoundError("person_unknown", f"nobody here has the sign-in name {name!r:.60}")
    return found.subject is not None


def _keep_an_administrator(connection: Connection, name: str) -> None:
    """Raise ForbiddenError if nobody else could act as an administrator; to the transaction's end that stays so.

    Those of the ministry's provider do not count: on the day when it is down nobody of them can sign in.
    All of them are locked, always in the order of their names: of two who end each other's access one is refused.
    """
    everywhere = select(person_place.c.person).where(person_place.c.place == EVERYWHERE)
    able = (
        person.c.role == ADMIN, person.c.ready_at.is_not(None), person.c.disabled_at.is_(None),
        person.c.subject.is_(None), person.c.name.in_(everywhere),
    )  # fmt: skip
    locked = select(person.c.name).where(*able).order_by(person.c.name).with_for_update()
    if connection.execute(locked).scalars().all() == [name]:
        said = f"{name} is the only administrator who can sign in: first let another one set up the own access"
        raise ForbiddenError("last_administrator", said)


def _find(connection: Connection, name: str) -> Row[Any, Any] | None:
    return connection.execute(select(person.c.name, person.c.subject).where(person.c.name == name)).first()


def _state(row: Row[tuple[object, ...]], now: datetime) -> str:
    if row.disabled_at is not None:
        return "disabled"
    if row.ready_at is not None:
        return "ready"
    if not row.role:
        return "halls_only"
    if row.set_up_code is None:
        return "no_code"  # a role at the centre came after the roles in halls, or the end of access was taken back
    return "invited" if row.set_up_until > now else "expired"
