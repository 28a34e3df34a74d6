"""Browser sessions: begun with password and authenticator, or with an access token; ended by sign-out or time."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, insert, or_, select, update

from central.access.tokens import Caller, hash_of, is_valid
from central.audit.staff_acts import note
from central.errors import BusyError, TokenError
from central.people.enrolment import Setup
from central.people.people import NAME
from central.people.places import halls_seen
from central.store.tables.halls import access_token
from central.store.tables.people import person, recovery_code, staff_session
from common.accounts.codes import code_hash
from common.accounts.lock_out import locked_until
from common.accounts.totp import step_of

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
NOTED_EVERY = timedelta(minutes=1)
"""How exactly it is known when a session was last used."""


@dataclass(frozen=True)
class SignIn:
    """What somebody typed; `code` is the authenticator's, or one of the recovery codes."""

    name: str
    password: str
    code: str


def sign_in(engine: Engine, setup: Setup, typed: SignIn, *, now: datetime) -> str:
    """Return a session's token; TokenError `sign_in_refused`, whatever was wrong, BusyError `sign_in_locked` meanwhile.

    A try counts as wrong before its slow check begins and is forgiven when it proves right: a hundred at once are a
    hundred tries.
    """
    known = _begin_try(engine, setup, typed.name, now)
    ready = known if known is not None and known.ready_at is not None else None
    right = setup.passwords.match(ready.password if ready else None, typed.password, typed.name)
    if ready is None or not right:
        raise _refused()
    secret = setup.key.authenticator(typed.name, ready.authenticator)
    step = step_of(secret, typed.code, now.timestamp(), after=ready.last_step)
    with engine.begin() as connection:
        how = "authenticator"
        if step is None:
            _spend_recovery(connection, typed, now)
            step, how = ready.last_step, "recovery code"
        elif not _take_step(connection, ready, step):
            raise _refused()
        forgiven = {"wrong": 0, "locked_until": None}
        connection.execute(update(person).where(person.c.name == typed.name).values(forgiven))
        note(connection, "signed_in", who=typed.name, now=now, hall_id=None, detail=how)
        return _begin(connection, now, of_person=typed.name)


def begin_session(engine: Engine, name: str, *, now: datetime) -> str:
    """Return a session's token for somebody who has just proven password and authenticator."""
    with engine.begin() as connection:
        note(connection, "signed_in", who=name, now=now, hall_id=None, detail="authenticator")
        return _begin(connection, now, of_person=name)


def begin_ministry_session(connection: Connection, name: str, *, now: datetime) -> str:
    """Return a session's token for somebody whom the ministry's provider has signed in, in the caller's transaction."""
    note(connection, "signed_in", who=name, now=now, hall_id=None, detail="ministry's account")
    return _begin(connection, now, of_person=name)


def begin_token_session(engine: Engine, access: str, name: str, *, now: datetime) -> str:
    """Return a session's token for a browser in which a valid access token was typed; `name` is the token's."""
    with engine.begin() as connection:
        note(connection, "signed_in", who=name, now=now, hall_id=None, detail="access token")
        return _begin(connection, now, of_token=hash_of(access))


def session_of(engine: Engine, token: str, *, now: datetime) -> Caller:
    """Return whose session this is and note its use; TokenError when it has ended, or was idle for too long.

    It also ends when the person's access is disabled, or the access token that began it expires or is revoked.
    """
    query = (
        select(staff_session, person.c.role, access_token.c.kind, access_token.c.name)
        .outerjoin(person, person.c.name == staff_session.c.person)
        .outerjoin(access_token, access_token.c.token_hash == staff_session.c.access_token)
        .where(
            staff_session.c.token_hash == code_hash(token), staff_session.c.ended_at.is_(None),
            staff_session.c.seen_at > now - IDLE, staff_session.c.begun_at > now - LONGEST,
            or_(person.c.name.is_not(None) & person.c.disabled_at.is_(None),
                access_token.c.token_hash.is_not(None) & is_valid(now)),
        )
    )  # fmt: skip
    with engine.connect().execution_options(read_only=True) as connection:
        row = connection.execute(query).one_or_none()
        halls = halls_seen(connection, row.person) if row is not None and row.person is not None else None
    if row is None:
        raise TokenError("session_over", "this session has ended: sign in again")
    if now - row.seen_at > NOTED_EVERY:
        with engine.begin() as connection:
            mine = staff_session.c.token_hash == row.token_hash
            connection.execute(update(staff_session).where(mine).values(seen_at=now))
    return Caller(row.kind if row.person is None else row.role, None, row.person or row.name, halls)


def sign_out(engine: Engine, token_hash: str, *, now: datetime) -> bool:
    """End the session whose token has this hash, and return whether the ministry's provider began it.

    One that is over changes nothing.
    """
    mine = (staff_session.c.token_hash == token_hash, staff_session.c.ended_at.is_(None))
    ended = update(staff_session).where(*mine).values(ended_at=now)
    with engine.begin() as connection:
        row = connection.execute(ended.returning(staff_session.c.person, staff_session.c.access_token)).one_or_none()
        if row is not None:
            of_token = select(access_token.c.name).where(access_token.c.token_hash == row.access_token)
            name = row.person or connection.execute(of_token).scalar_one()
            note(connection, "signed_out", who=name, now=now, hall_id=None, detail="")
            of_ministry = (person.c.name == row.person, person.c.subject.is_not(None))
            return connection.execute(select(person.c.name).where(*of_ministry)).first() is not None
    return False


def _begin_try(engine: Engine, setup: Setup, name: str, now: datetime) -> Row[Any] | None:
    """Count one try of a name that is not locked and return the person's row as it was; BusyError while locked."""
    free = or_(person.c.locked_until.is_(None), person.c.locked_until <= now)
    with engine.begin() as connection:
        row = _find(connection, name)
        if row is None:
            _check_heard(setup.strangers.count(name, now), now)
            _write_as_much(connection, now)
            return None
        _check_heard(row.locked_until, now)
        wrong = row.wrong + 1
        counted = {"wrong": wrong, "locked_until": locked_until(wrong, now)}
        connection.execute(update(person).where(person.c.name == name, free).values(counted))
        if counted["locked_until"] is not None:
            note(connection, "sign_in_locked", who=name, now=now, hall_id=None, detail=f"{wrong} wrong tries")
    return row


def _write_as_much(connection: Connection, now: datetime) -> None:
    """Write to disk as a try of a known name does, and leave nothing: the time of an answer tells no name."""
    blank = secrets.token_hex(32)
    connection.execute(insert(staff_session).values(token_hash=blank, begun_at=now, seen_at=now, ended_at=now))
    connection.execute(delete(staff_session).where(staff_session.c.token_hash == blank))


def _find(connection: Connection, name: str) -> Row[Any] | None:
    """Return the row of a person whose access has not ended, locked; None for what cannot be a name."""
    if not NAME.fullmatch(name):
        return None
    mine = (person.c.name == name, person.c.disabled_at.is_(None))
    return connection.execute(select(person).where(*mine).with_for_update()).one_or_none()


def _check_heard(locked: datetime | None, now: datetime) -> None:
    if locked is not None and locked > now:
        left_s = int((locked - now).total_seconds()) + 1
        said = f"too many wrong tries; the next one is heard in {left_s} s"
        raise BusyError("sign_in_locked", said, retry_after_s=left_s, status=429)


def _take_step(connection: Connection, ready: Row[Any], step: int) -> bool:
    """Take a code for good and say whether it was still free: of two that come with it at once one is refused.

    So is one whose access was renewed or ended while the password was looked at.
    """
    same = (person.c.ready_at == ready.ready_at, person.c.authenticator == ready.authenticator)
    mine = (person.c.name == ready.name, person.c.last_step < step, person.c.disabled_at.is_(None), *same)
    return connection.execute(update(person).where(*mine).values(last_step=step)).rowcount == 1


def _spend_recovery(connection: Connection, typed: SignIn, now: datetime) -> None:
    mine = (recovery_code.c.person == typed.name, recovery_code.c.code_hash == code_hash(typed.code))
    spent = update(recovery_code).where(*mine, recovery_code.c.used_at.is_(None)).values(used_at=now)
    if not connection.execute(spent).rowcount:
        raise _refused()


def _begin(connection: Connection, now: datetime, *, of_person: str | None = None, of_token: str | None = None) -> str:
    token = secrets.token_hex(32)
    row = {"token_hash": code_hash(token), "person": of_person, "access_token": of_token}
    connection.execute(insert(staff_session).values(row | {"begun_at": now, "seen_at": now}))
    return token


def _refused() -> TokenError:
    return TokenError("sign_in_refused", "name, password or code is wrong")
