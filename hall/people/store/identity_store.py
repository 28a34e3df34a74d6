"""Tokens (only as hashes), PIN hashes, devices and pairing codes in the database, as the service asks for them."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, delete, insert, or_, select, update

from contracts.codec.reader import from_json, to_json
from contracts.queue.queues_view import DeviceNow
from contracts.releases import DeviceUpdate
from hall.kernel.callers import Enrolled
from hall.people.commands.count_wrong_pins import AGENT as AGENT_TRIES
from hall.people.commands.count_wrong_pins import subject_of
from hall.people.model.device_token import DeviceTokens
from hall.people.store.staff_store import SqlStaff
from hall.people.store.wrong_pin_store import SqlPinTries
from hall.platform.db.tables.core import counter_session
from hall.platform.db.tables.kept import agent_pin, pairing_code
from hall.platform.db.tables.kept import device as device_table
from hall.platform.db.upsert import upsert

AGENT = "agent"
_DEVICE = select(device_table.c.kind, device_table.c.name, device_table.c.counter, device_table.c.id).where(
    or_(
        device_table.c.token_hash == bindparam("token_hash"),
        device_table.c.next_token_hash == bindparam("token_hash"),
        and_(
            device_table.c.previous_token_hash == bindparam("token_hash"),
            device_table.c.previous_token_until > bindparam("at"),
        ),
    ),
    device_table.c.revoked_at.is_(None),
)
_SESSION = select(counter_session.c.agent, counter_session.c.counter, counter_session.c.id).where(
    counter_session.c.token_hash == bindparam("token_hash"), counter_session.c.signed_out_at.is_(None)
)
NEVER_HEARD = "unknown"
"""The state of a device that has not reported yet."""


class SqlIdentities:
    """Who may ask what, over one connection."""

    def __init__(self, connection: Connection, at: datetime) -> None:
        self._connection = connection
        self._at = at
        self._staff = SqlStaff(connection, at)

    def owner_of(self, token_hash: str) -> Enrolled | None:
        """Return whose token hashes to this, unless it was withdrawn or its session is closed."""
        return self._device_of(token_hash) or self._session_of(token_hash) or self._staff.owner_of(token_hash)

    def pin_hash(self, agent: str) -> str | None:
        """Return the agent's PIN hash, or None for somebody without one."""
        return self._connection.execute(
            select(agent_pin.c.pin_hash).where(agent_pin.c.agent == agent)
        ).scalar_one_or_none()

    def set_pin_hash(self, agent: str, pin_hash: str, *, keeps_session: bool = False) -> None:
        """Give the agent a PIN, or another one; unless the session is kept, the agent signs in again and goes on."""
        upsert(self._connection, agent_pin, {"agent": agent, "pin_hash": pin_hash}, key=("agent",))
        SqlPinTries(self._connection, self._at).forget(subject_of(AGENT_TRIES, agent))
        if not keeps_session:
            own = (counter_session.c.agent == agent, counter_session.c.signed_out_at.is_(None))
            self._connection.execute(update(counter_session).where(*own).values(token_hash=None))

    def drop_pin(self, agent: str) -> None:
        """Take the agent's PIN away."""
        self._connection.execute(delete(agent_pin).where(agent_pin.c.agent == agent))
        SqlPinTries(self._connection, self._at).forget(subject_of(AGENT_TRIES, agent))

    def agents_with_pin(self) -> Collection[str]:
        """Return the sign-in names that have a PIN."""
        return set(self._connection.execute(select(agent_pin.c.agent)).scalars())

    def add_session_token(self, session: str, token_hash: str) -> None:
        """Let this token stand for the counter session from now on."""
        self._connection.execute(
            update(counter_session).where(counter_session.c.id == session).values(token_hash=token_hash)
        )

    def add_code(self, code_hash: str, kind: str, name: str, counter: int | None, expires_at: datetime) -> None:
        """Store a pairing code."""
        values = {"code_hash": code_hash, "kind": kind, "name": name, "counter": counter, "expires_at": expires_at}
        self._connection.execute(insert(pairing_code), values)

    def spend_code(self, code_hash: str, kind: str, at: datetime) -> tuple[str, int | None] | None:
        """Spend a code; return the device's name and counter, or None when wrong, spent, old or another kind's."""
        good = (
            (pairing_code.c.code_hash == code_hash)
            & (pairing_code.c.kind == kind)
            & pairing_code.c.spent_at.is_(None)
            & (pairing_code.c.expires_at > at)
        )
        row = self._connection.execute(select(pairing_code.c.name, pairing_code.c.counter).where(good)).first()
        if row is None:
            return None
        self._connection.execute(update(pairing_code).where(good).values(spent_at=at))
        return row.name, row.counter

    def add_device(self, device: str, kind: str, name: str, counter: int | None, tokens: DeviceTokens) -> None:
        """Enrol a device."""
        values = {"id": device, "kind": kind, "name": name, "counter": counter, "enrolled_at": tokens.since}
        self._connection.execute(insert(device_table), {**values, **_row_of(tokens), "state": NEVER_HEARD})

    def tokens_of(self, device: str) -> DeviceTokens | None:
        """Return the hashes of a device's tokens; None for a device that is not there."""
        here = (device_table.c.id == device, device_table.c.revoked_at.is_(None))
        row = self._connection.execute(select(device_table).where(*here)).first()
        if row is None:
            return None
        return DeviceTokens(
            row.token_hash, row.token_since, row.next_token_hash, row.previous_token_hash, row.previous_token_until
        )

    def set_tokens(self, device: str, tokens: DeviceTokens) -> None:
        """Store the hashes of a device's tokens."""
        self._connection.execute(update(device_table).where(device_table.c.id == device).values(_row_of(tokens)))

    def revoke_device(self, device: str, at: datetime) -> bool:
        """Withdraw a device's token; return False for a device that is not there.

        The agent at its counter must sign in again: his counter session goes on, but the device's token is invalid.
        """
        here = (device_table.c.id == device, device_table.c.revoked_at.is_(None))
        if self._connection.execute(update(device_table).where(*here).values(revoked_at=at)).rowcount != 1:
            return False
        counter = select(device_table.c.counter).where(device_table.c.id == device).scalar_subquery()
        at_it = (counter_session.c.counter == counter, counter_session.c.signed_out_at.is_(None))
        self._connection.execute(update(counter_session).where(*at_it).values(token_hash=None))
        return True

    def name_device(self, device: str, name: str) -> bool:
        """Give a device another name; return False for a device that is not there."""
        here = (device_table.c.id == device, device_table.c.revoked_at.is_(None))
        return self._connection.execute(update(device_table).where(*here).values(name=name)).rowcount == 1

    def report_device(self, now: DeviceNow) -> bool:
        """Store a device's report; return False for a device that does not exist."""
        done = self._connection.execute(
            update(device_table)
            .where(device_table.c.id == now.device, device_table.c.revoked_at.is_(None))
            .values(
                state=now.state,
                printer=now.printer,
                paper=now.paper,
                last_seen_at=now.last_seen,
                since_at=now.since,
                fault=now.fault,
                clips=now.clips,
                synthetic=now.synthetic,
                version=now.version,
            )
        )
        return done.rowcount == 1

    def note_update(self, device: str, update_: DeviceUpdate) -> None:
        """Store how far a device's newest update is."""
        row = {"update_state": json.dumps(to_json(update_))}
        self._connection.execute(update(device_table).where(device_table.c.id == device).values(row))

    def note_system(self, device: str, system: str) -> None:
        """Store for which system a device needs release files."""
        differs = (device_table.c.id == device, device_table.c.system.is_distinct_from(system))
        self._connection.execute(update(device_table).where(*differs).values(system=system))

    def devices(self) -> Sequence[DeviceNow]:
        """Return every enrolled device, by kind and name."""
        rows = self._connection.execute(
            select(device_table)
            .where(device_table.c.revoked_at.is_(None))
            .order_by(device_table.c.kind, device_table.c.name, device_table.c.id)
        )
        return [
            DeviceNow(
                row.id,
                row.kind,
                row.name,
                row.state,
                row.printer,
                row.paper,
                row.last_seen_at,
                row.since_at,
                row.fault,
                counter=row.counter,
                clips=row.clips,
                synthetic=row.synthetic,
                version=row.version,
                update=from_json(DeviceUpdate, json.loads(row.update_state)) if row.update_state else None,
            )
            for row in rows
        ]

    def _device_of(self, token_hash: str) -> Enrolled | None:
        row = self._connection.execute(_DEVICE, {"token_hash": token_hash, "at": self._at}).first()
        if row is None:
            return None
        kind, name, counter, device = row
        return Enrolled(kind, name, counter, device=device)

    def _session_of(self, token_hash: str) -> Enrolled | None:
        row = self._connection.execute(_SESSION, {"token_hash": token_hash}).first()
        if row is None:
            return None
        agent, counter, session = row
        return Enrolled(AGENT, agent, counter, session=session)


def _row_of(tokens: DeviceTokens) -> dict[str, object]:
    return {
        "token_hash": tokens.current,
        "token_since": tokens.since,
        "next_token_hash": tokens.next,
        "previous_token_hash": tokens.previous,
        "previous_token_until": tokens.previous_until,
    }
