"""The centre's staff: who there is, in which role, and the code by which each sets up the own access once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from central.access.path_table import ADMIN, AUDITOR, READER
from central.audit.staff_acts import CONSOLE, note
from central.errors import BodyError, ForbiddenError, NotFoundError
from central.store.tables.people import person, recovery_code, staff_session
from common.accounts.codes import SET_UP_LETTERS, code_hash, new_code

ROLES = (READER, ADMIN, AUDITOR)
"""reader: reads pages and figures; admin: also acts and adds people; auditor: reads who did what, nothing else."""
NAME = re.compile(r"[a-z][a-z0-9._-]{1,39}")
SET_UP_LIFE = timedelta(hours=24)


@dataclass(frozen=True)
class Person:
    """One of the staff; `state`: invited (a code is out), ready, expired (the code is), or disabled."""

    name: str
    role: str
    state: str
    added_by: str
    added_at: datetime
    seen_at: datetime | None
    of_ministry: bool = False
    """Whether it is an account of the ministry's OpenID provider, whose groups decide the role."""


def add_person(engine: Engine, name: str, role: str, *, by: str, now: datetime) -> str:
    """Add somebody and return the code by which the access is set up, told this once; BodyError for a taken name."""
    if not NAME.fullmatch(name):
        raise BodyError("name_invalid", "a sign-in name has 2 to 40 of a-z, 0-9, dot, - and _, a letter first")
    _check_role(role)
    with engine.begin() as connection:
        row = {"name": name, "role": role, "last_step": 0, "wrong": 0, "added_by": by, "added_at": now}
        try:
            connection.execute(insert(person).values(row))
        except IntegrityError as error:  # also where two add the name at once
            raise BodyError("name_taken", f"{name} is somebody's sign-in name already") from error
        note(connection, "person_added", who=by, now=now, hall_id=None, detail=f"{name}: {role}")
        return _new_code(connection, name, now)


def start_anew(engine: Engine, name: str, *, by: str, now: datetime) -> str:
    """Take a person's password, authenticator and sessions away and return a new set-up code; also of one disabled.

    Somebody of the ministry's provider may only come in again, and gets no code: "".
    ForbiddenError for the last administrator, unless he does it himself or it is done at the centre's own machine.
    """
    with engine.begin() as connection:
        if _require(connection, name):
            connection.execute(update(person).where(person.c.name == name).values(disabled_at=None))
            note(connection, "access_reset", who=by, now=now, hall_id=None, detail=name)
            return ""
        if by not in {name, CONSOLE}:
            _keep_an_administrator(connection, name)
        end_sessions(connection, name, now=now)
        connection.execute(delete(recovery_code).where(recovery_code.c.person == name))
        bare = {"password": None, "authenticator": None, "ready_at": None, "disabled_at": None}
        fresh = {"wrong": 0, "locked_until": None, "last_step": 0}
        connection.execute(update(person).where(person.c.name == name).values(bare | fresh))
        note(connection, "access_reset", who=by, now=now, hall_id=None, detail=name)
        return _new_code(connection, name, now)


def disable(engine: Engine, name: str, *, by: str, now: datetime) -> None:
    """End somebody's access at once; ForbiddenError for oneself and for the last administrator."""
    if name == by:
        raise ForbiddenError("not_oneself", "nobody ends the own access: another administrator does")
    with engine.begin() as connection:
        _require(connection, name)
        _keep_an_administrator(connection, name)
        end_sessions(connection, name, now=now)
        gone = {"disabled_at": now, "set_up_code": None}
        connection.execute(update(person).where(person.c.name == name).values(gone))
        note(connection, "person_disabled", who=by, now=now, hall_id=None, detail=name)


def change_role(engine: Engine, name: str, role: str, *, by: str, now: datetime) -> None:
    """Give somebody another role, from the next request on; ForbiddenError for oneself and the last administrator."""
    _check_role(role)
    if name == by:
        raise ForbiddenError("not_oneself", "nobody changes the own role: another administrator does")
    with engine.begin() as connection:
        if _require(connection, name):
            raise ForbiddenError("role_of_groups", "the groups of the ministry's provider decide this role")
        if role != ADMIN:
            _keep_an_administrator(connection, name)
        connection.execute(update(person).where(person.c.name == name).values(role=role))
        note(connection, "role_changed", who=by, now=now, hall_id=None, detail=f"{name}: {role}")


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


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise BodyError("role_unknown", f"a role is one of {', '.join(ROLES)}")


def _require(connection: Connection, name: str) -> bool:
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
    able = (
        person.c.role == ADMIN, person.c.ready_at.is_not(None), person.c.disabled_at.is_(None),
        person.c.subject.is_(None),
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
    return "invited" if row.set_up_until is not None and row.set_up_until > now else "expired"
