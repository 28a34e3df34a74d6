"""Accounts, their recovery codes and their sessions in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, Select, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from hall.people.model.account import Account
from hall.people.model.account_ports import OpenSession
from hall.people.model.refusals import AccountTakenError
from hall.people.model.staff_access import SESSION_LIFE
from hall.people.store.staff_store import ID_LENGTH, KEPT_FOR
from hall.people.store.tables import account as account_table
from hall.people.store.tables import recovery_code
from hall.platform.db.tables.kept import browser_session
from hall.platform.db.upsert import upsert


class SqlAccounts:
    """The accounts of a hall, over one connection."""

    def __init__(self, connection: Connection, at: datetime) -> None:
        self._connection = connection
        self._at = at

    def find(self, name: str) -> Account | None:
        """Return the account of this sign-in name."""
        return self._first(select(account_table).where(account_table.c.name == name))

    def find_to_change(self, name: str) -> Account | None:
        """Return the account of this sign-in name, its row locked: the console writes beside the running hall."""
        return self._first(select(account_table).where(account_table.c.name == name).with_for_update())

    def all(self) -> Sequence[Account]:
        """Return all accounts by name."""
        return self._all(select(account_table).order_by(account_table.c.name))

    def all_to_change(self) -> Sequence[Account]:
        """Return all accounts by name, their rows locked in this order."""
        return self._all(select(account_table).order_by(account_table.c.name).with_for_update())

    def add(self, account: Account) -> None:
        """Store a new account; AccountTakenError where the name has one, also one that was added at the same time."""
        try:
            self._connection.execute(insert(account_table), asdict(account))
        except IntegrityError as error:
            raise AccountTakenError(f"{account.name} is somebody's sign-in name already; choose another one") from error

    def keep(self, account: Account) -> None:
        """Store an account, new or changed."""
        upsert(self._connection, account_table, asdict(account), key=("name",))

    def keep_recovery_codes(self, name: str, hashes: Sequence[str]) -> None:
        """Give somebody these recovery codes in the place of all earlier ones."""
        self._connection.execute(delete(recovery_code).where(recovery_code.c.account == name))
        if hashes:
            self._connection.execute(insert(recovery_code), [{"account": name, "code_hash": one} for one in hashes])

    def spend_recovery_code(self, name: str, code_hash: str) -> bool:
        """Spend a recovery code; return False for one that is not there or was used."""
        good = (recovery_code.c.account == name, recovery_code.c.code_hash == code_hash)
        spent = update(recovery_code).where(*good, recovery_code.c.used_at.is_(None)).values(used_at=self._at)
        return self._connection.execute(spent).rowcount == 1

    def recovery_codes_left(self, name: str) -> int:
        """Return how many recovery codes somebody has left."""
        left = select(func.count()).where(recovery_code.c.account == name, recovery_code.c.used_at.is_(None))
        return int(self._connection.execute(left).scalar_one())

    def begin_session(self, account: Account, session_hash: str) -> None:
        """Begin a browser session, and forget those that ended long ago."""
        old = (browser_session.c.account.is_not(None), browser_session.c.expires_at < self._at - KEPT_FOR)
        self._connection.execute(delete(browser_session).where(*old))
        values = {
            "session_hash": session_hash,
            "account": account.name,
            "role": account.role,
            "name": account.caller_name,
            "begun_at": self._at,
            "acted_at": self._at,
            "confirmed_at": self._at,
            "expires_at": min(self._at + SESSION_LIFE, account.centre_until or self._at + SESSION_LIFE),
        }
        self._connection.execute(insert(browser_session), values)

    def renew_session(self, session_hash: str, new_hash: str) -> None:
        """Let a session go on under another token, and note that its owner has just given the password."""
        mine = (browser_session.c.session_hash == session_hash, browser_session.c.account.is_not(None))
        renewed = {"session_hash": new_hash, "acted_at": self._at, "confirmed_at": self._at}
        self._connection.execute(update(browser_session).where(*mine).values(renewed))

    def note_act(self, session_hash: str) -> None:
        """Note that a session has just done something."""
        mine = (browser_session.c.session_hash == session_hash, browser_session.c.account.is_not(None))
        self._connection.execute(update(browser_session).where(*mine).values(acted_at=self._at))

    def sessions(self, account: str | None = None) -> Sequence[OpenSession]:
        """Return the open sessions, of one account or of all people, the newest first."""
        rows = self._connection.execute(self._open(account).order_by(browser_session.c.begun_at.desc()))
        return [
            OpenSession(
                row.session_hash[:ID_LENGTH], row.name, row.role, row.account,
                row.begun_at, row.acted_at, row.expires_at,
            )
            for row in rows
        ]  # fmt: skip

    def signed_in_last(self) -> Mapping[str, datetime]:
        """Return when somebody signed in last, by account, as far as sessions are kept."""
        begun = func.max(browser_session.c.begun_at)
        mine = browser_session.c.account.is_not(None)
        rows = self._connection.execute(select(browser_session.c.account, begun).where(mine).group_by("account"))
        return {row[0]: row[1] for row in rows}

    def end_sessions(self, account: str) -> int:
        """End all sessions of an account; return how many there were."""
        mine = (browser_session.c.account == account, browser_session.c.ended_at.is_(None))
        return self._connection.execute(update(browser_session).where(*mine).values(ended_at=self._at)).rowcount

    def end_session_by_id(self, session_id: str, account: str | None = None) -> OpenSession | None:
        """End the open session of this id, of one account or of anybody; None where there is none."""
        known = next((one for one in self.sessions(account) if one.id == session_id), None)
        if known is not None:
            its = browser_session.c.session_hash.startswith(session_id, autoescape=True)
            self._connection.execute(update(browser_session).where(its).values(ended_at=self._at))
        return known

    def _first(self, query: Select[tuple[object, ...]]) -> Account | None:
        return next(iter(self._all(query)), None)

    def _all(self, query: Select[tuple[object, ...]]) -> Sequence[Account]:
        return [Account(**row) for row in self._connection.execute(query).mappings()]

    def _open(self, account: str | None) -> Select[tuple[object, ...]]:
        is_open = (browser_session.c.ended_at.is_(None), browser_session.c.expires_at > self._at)
        query = select(browser_session).where(*is_open)
        return query if account is None else query.where(browser_session.c.account == account)
