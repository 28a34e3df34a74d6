"""Sessions of people whom the ministry's OpenID provider has signed in; its groups give the role, at each sign-in.

Somebody is known by issuer and subject, never by a name or an address, which may get another holder.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select, update
from sqlalchemy.exc import IntegrityError

from central.audit.staff_acts import note
from central.errors import TokenError
from central.people.people import LONGEST_FULL_NAME, end_sessions
from central.people.places import EVERYWHERE, keep_places
from central.people.sessions import begin_ministry_session
from central.store.tables.people import person
from common.accounts.single_sign_on import ProviderPerson, SingleSignOn

PROVIDER = "ministry's sign-in"
"""Who is written down as the one that added somebody."""


def sign_in_of_ministry(engine: Engine, settings: SingleSignOn, who: ProviderPerson, *, now: datetime) -> str:
    """Return a session's token; TokenError `group_missing` or `access_ended`, with which all sessions end as well."""
    try:
        return _sign_in(engine, settings, who, now)
    except IntegrityError:  # another first sign-in has just added the person, or the name: both are read again
        return _sign_in(engine, settings, who, now)


def _sign_in(engine: Engine, settings: SingleSignOn, who: ProviderPerson, now: datetime) -> str:
    granted = settings.role_of(who.groups)
    with engine.begin() as connection:
        known = _find(connection, who)
        name = known.name if known else _free_name(connection, who.name)
        refusal = _refusal(known, has_role=granted is not None)
        if granted is not None and refusal is None:
            _keep(connection, who, known, name, granted.role, now)
            keep_places(connection, name, granted.places or (EVERYWHERE,))
            return begin_ministry_session(connection, name, now=now)
        end_sessions(connection, name, now=now)
        note(connection, "sign_in_refused", who=name, now=now, hall_id=None, detail=str(refusal))
    raise TokenError(str(refusal), "this account of the ministry has no access to the centre")


def _refusal(known: Row[Any] | None, *, has_role: bool) -> str | None:
    if known is not None and known.disabled_at is not None:
        return "access_ended"
    return None if has_role else "group_missing"


def _find(connection: Connection, who: ProviderPerson) -> Row[Any] | None:
    same = (person.c.issuer == who.issuer, person.c.subject == who.subject)
    return connection.execute(select(person).where(*same).with_for_update()).one_or_none()


def _keep(
    connection: Connection, who: ProviderPerson, known: Row[Any] | None, name: str, role: str, now: datetime
) -> None:  # fmt: skip
    """Keep a new person, or the role that the groups give from now on."""
    if known is None:
        row = {"name": name, "full_name": who.full_name[:LONGEST_FULL_NAME], "role": role, "last_step": 0, "wrong": 0}
        whose = {"issuer": who.issuer, "subject": who.subject, "ready_at": now, "added_by": PROVIDER, "added_at": now}
        connection.execute(insert(person).values(row | whose))
        note(connection, "person_added", who=PROVIDER, now=now, hall_id=None, detail=f"{name}: {role}")
    elif known.role != role:
        connection.execute(update(person).where(person.c.name == name).values(role=role))
        note(connection, "role_changed", who=PROVIDER, now=now, hall_id=None, detail=f"{name}: {role}")


def _free_name(connection: Connection, wanted: str) -> str:
    """Return the name, with a number behind it where it is somebody else's."""
    name, number = wanted, 1
    while connection.execute(select(person.c.name).where(person.c.name == name)).first() is not None:
        number += 1
        name = f"{wanted[:70]}-{number}"
    return name
