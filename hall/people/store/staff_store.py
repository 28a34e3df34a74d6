"""Staff tokens and the sessions of browsers in the database, both only as hashes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, case, delete, func, insert, select, update

from hall.kernel.callers import Enrolled
from hall.people.model.staff_access import SESSION_LIFE, NewToken, StaffToken
from hall.platform.db.tables.kept import browser_session, staff_token
from hall.platform.db.upsert import upsert

ID_LENGTH = 12
KEPT_FOR = timedelta(days=400)
"""How long an ended session or an expired token stays listed."""


class SqlStaff:
    """Staff tokens and browser sessions, over one connection."""

    def __init__(self, connection: Connection, at: datetime) -> None:
        self._connection = connection
        self._at = at

    def add(self, token: NewToken) -> None:
        """Store a token; the same token again changes what it is for and makes it valid again."""
        values = {
            "token_hash": token.token_hash,
            "role": token.role,
            "name": token.name,
            "made_at": self._at,
            "expires_at": token.expires_at,
            "one_use": token.one_use,
            "revoked_at": None,
        }
        upsert(self._connection, staff_token, values, key=("token_hash",))

    def tokens(self) -> Sequence[StaffToken]:
        """Return all tokens, the newest first."""
        is_open = (browser_session.c.ended_at.is_(None)) & (browser_session.c.expires_at > self._at)
        rows = self._connection.execute(
            select(
                staff_token,
                func.max(browser_session.c.begun_at).label("last_sign_in_at"),
                func.coalesce(func.sum(case((is_open, 1), else_=0)), 0).label("open_sessions"),
            )
            .select_from(
                staff_token.outerjoin(browser_session, browser_session.c.token_hash == staff_token.c.token_hash)
            )
            .group_by(*staff_token.c)
            .order_by(staff_token.c.made_at.desc(), staff_token.c.token_hash)
        )
        return [
            StaffToken(
                row.token_hash[:ID_LENGTH],
                row.role,
                row.name,
                row.made_at,
                row.expires_at,
                row.revoked_at,
                row.one_use,
                row.last_sign_in_at,
                int(row.open_sessions),
            )
            for row in rows
        ]

    def revoke(self, token_id: str) -> StaffToken | None:
        """Withdraw the token and end its sessions; None when no token that was not withdrawn has this id."""
        known = [one for one in self.tokens() if one.id == token_id and one.revoked_at is None]
        if not known:
            return None
        of_it = staff_token.c.token_hash.startswith(token_id, autoescape=True)
        self._connection.execute(update(staff_token).where(of_it).values(revoked_at=self._at))
        self._connection.execute(
            update(browser_session)
            .where(
                browser_session.c.token_hash.startswith(token_id, autoescape=True), browser_session.c.ended_at.is_(None)
            )
            .values(ended_at=self._at)
        )
        return known[0]

    def owner_of(self, token_hash: str) -> Enrolled | None:
        """Return whose token or session hashes to this, while it is valid."""
        token = select(staff_token.c.role, staff_token.c.name).where(
            staff_token.c.token_hash == token_hash,
            staff_token.c.revoked_at.is_(None),
            staff_token.c.expires_at > self._at,
            staff_token.c.one_use.is_(False),
        )
        session = select(browser_session).where(
            browser_session.c.session_hash == token_hash,
            browser_session.c.ended_at.is_(None),
            browser_session.c.expires_at > self._at,
        )
        by_token = self._connection.execute(token).first()
        if by_token is not None:
            return Enrolled(by_token.role, by_token.name)
        row = self._connection.execute(session).first()
        if row is None:
            return None
        return Enrolled(
            row.role, row.name, account=row.account, acted_at=row.acted_at, confirmed_at=row.confirmed_at
        )  # fmt: skip

    def begin_session(self, token_hash: str, session_hash: str, *, one_use_only: bool = False) -> Enrolled | None:
        """Begin a browser session by a token and return its owner; None when the token is not valid for that."""
        token = self._connection.execute(
            select(staff_token).where(
                staff_token.c.token_hash == token_hash,
                staff_token.c.revoked_at.is_(None),
                staff_token.c.expires_at > self._at,
            )
        ).first()
        if token is None or (one_use_only and not token.one_use):
            return None
        if token.one_use and self._was_used(token_hash):
            return None
        self._forget_old()
        # The session of a link for one use outlives the link; any other session ends with its token.
        latest = self._at + SESSION_LIFE
        values = {
            "session_hash": session_hash,
            "token_hash": token_hash,
            "role": token.role,
            "name": token.name,
            "begun_at": self._at,
            "expires_at": latest if token.one_use else min(latest, token.expires_at),
        }
        self._connection.execute(insert(browser_session), values)
        return Enrolled(token.role, token.name)

    def end_session(self, session_hash: str) -> None:
        """End a browser session."""
        self._connection.execute(
            update(browser_session)
            .where(browser_session.c.session_hash == session_hash, browser_session.c.ended_at.is_(None))
            .values(ended_at=self._at)
        )

    def _was_used(self, token_hash: str) -> bool:
        used = select(browser_session.c.session_hash).where(browser_session.c.token_hash == token_hash).limit(1)
        return self._connection.execute(used).first() is not None

    def _forget_old(self) -> None:
        before = self._at - KEPT_FOR
        self._connection.execute(delete(browser_session).where(browser_session.c.expires_at < before))
        self._connection.execute(delete(staff_token).where(staff_token.c.expires_at < before))
