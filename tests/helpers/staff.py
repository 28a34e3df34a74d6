"""Somebody of the centre's staff, made ready the way people are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine, select

from central.access.centre_key import PASSWORDS, CentreKey
from central.people.enrolment import Setup, choose_password, prove
from central.people.people import add_person
from central.people.sessions import begin_session
from central.store.tables.people import person
from common.accounts.passwords import Passwords
from common.accounts.totp import totp

PASSWORD = "seven quiet halls"
KEY = CentreKey(bytes(32))
SETUP = Setup(KEY, Passwords(KEY.seal(PASSWORDS), memory_kib=64))


@dataclass(frozen=True)
class Ready:
    """A person who can sign in; `code` tells the authenticator's code at an instant."""

    name: str
    secret: bytes
    recovery: Sequence[str]

    def code(self, at: datetime) -> str:
        return totp(self.secret, at.timestamp())


def secret_of(engine: Engine, setup: Setup, name: str) -> bytes:
    """Return the secret of somebody's authenticator."""
    with engine.connect() as connection:
        sealed = connection.execute(select(person.c.authenticator).where(person.c.name == name)).scalar_one()
    return setup.key.authenticator(name, sealed)


def ready(engine: Engine, name: str, *, now: datetime, role: str = "reader", setup: Setup = SETUP) -> Ready:
    """Add somebody and set the access up."""
    code = add_person(engine, name, role, by="test", now=now)
    choose_password(engine, setup, name, code, PASSWORD, now=now)
    secret = secret_of(engine, setup, name)
    return Ready(name, secret, prove(engine, setup, name, code, totp(secret, now.timestamp()), now=now))


def session_of_role(engine: Engine, role: str, name: str = "salim") -> str:
    """Make somebody ready in a role and return the token of a session that has begun now."""
    now = datetime.now(UTC)
    ready(engine, name, now=now, role=role)
    return begin_session(engine, name, now=now)
