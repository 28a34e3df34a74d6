"""Set up somebody's own access: with the code to a password, then an authenticator, proven by its first code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine, delete, insert, select, update

from central.access.centre_key import CentreKey
from central.audit.staff_acts import note
from central.errors import BodyError, TokenError
from central.store.tables.people import person, recovery_code
from common.accounts.codes import code_hash, recovery_codes
from common.accounts.passwords import PasswordError, Passwords
from common.accounts.strangers import Strangers
from common.accounts.totp import provisioning_uri, shown_secret, step_of

ISSUER = "Dawr"


@dataclass(frozen=True)
class Offer:
    """What an authenticator needs to know: the text of the QR code, and the secret to type where none can be seen."""

    name: str
    uri: str
    secret: str


@dataclass(frozen=True)
class Setup:
    """The two secrets of the centre that setting up needs, and who was tried that nobody here is."""

    key: CentreKey
    passwords: Passwords
    strangers: Strangers = field(default_factory=Strangers)


def choose_password(
    engine: Engine, setup: Setup, name: str, code: str, password: str, *, now: datetime
) -> Offer:  # fmt: skip
    """Keep the password and offer an authenticator; TokenError for a wrong or late code, BodyError for the password."""
    _check_code(engine, name, code, now)
    try:
        setup.passwords.check(password, name)
    except PasswordError as error:
        raise BodyError(error.code, error.detail) from None
    sealed = setup.key.new_authenticator(name)
    hashed_one = setup.passwords.hashed(password, name)
    row = {"password": hashed_one, "authenticator": sealed, "last_step": 0, "key_mark": setup.key.mark}
    with engine.begin() as connection:
        connection.execute(update(person).where(person.c.name == name, person.c.ready_at.is_(None)).values(row))
    return _offer(setup.key, name, sealed)


def offered(engine: Engine, setup: Setup, name: str, code: str, *, now: datetime) -> Offer:
    """Return what was offered before, for another look; TokenError as above."""
    return _offer(setup.key, name, _check_code(engine, name, code, now))


def prove(engine: Engine, setup: Setup, name: str, code: str, shown: str, *, now: datetime) -> Sequence[str]:
    """Spend the set-up code for the authenticator's first code and return the recovery codes, told this once.

    TokenError `authenticator_wrong` for a code that is not its own, `set_up_refused` as above.
    """
    sealed = _check_code(engine, name, code, now)
    step = step_of(setup.key.authenticator(name, sealed), shown, now.timestamp(), after=0) if sealed else None
    if step is None:
        raise TokenError(
            "authenticator_wrong", "this is not the authenticator's code: wait for the next one, and check its clock"
        )
    codes = recovery_codes()
    spent = {"ready_at": now, "last_step": step, "set_up_code": None, "set_up_until": None, "wrong": 0}
    mine = (person.c.name == name, person.c.set_up_code == code_hash(code), person.c.ready_at.is_(None))
    with engine.begin() as connection:
        if not connection.execute(update(person).where(*mine).values(spent)).rowcount:
            raise _refused()
        connection.execute(delete(recovery_code).where(recovery_code.c.person == name))
        connection.execute(insert(recovery_code), [{"person": name, "code_hash": code_hash(one)} for one in codes])
        note(connection, "access_set_up", who=name, now=now, hall_id=None, detail=name)
    return codes


def _check_code(engine: Engine, name: str, code: str, now: datetime) -> str:
    """Return the sealed authenticator that was offered, "" before; raise TokenError for a wrong or late code."""
    query = select(person.c.authenticator).where(
        person.c.name == name, person.c.set_up_code == code_hash(code), person.c.set_up_until > now,
        person.c.disabled_at.is_(None),
    )  # fmt: skip
    with engine.connect().execution_options(read_only=True) as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        raise _refused()
    return row.authenticator or ""


def _offer(key: CentreKey, name: str, sealed: str) -> Offer:
    secret = key.authenticator(name, sealed)
    return Offer(name, provisioning_uri(secret, name, ISSUER), shown_secret(secret))


def _refused() -> TokenError:
    return TokenError("set_up_refused", "name or set-up code is wrong, used or older than a day: ask for a new code")
