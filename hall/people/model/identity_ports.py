"""Who may come in, as the database knows it: tokens, PINs, devices and pairing codes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from contracts.queue.queues_view import DeviceNow
from contracts.releases import DeviceUpdate
from hall.kernel.callers import Enrolled
from hall.people.model.device_token import DeviceTokens


class Identities(Protocol):
    """Tokens (only as hashes), PIN hashes, devices and pairing codes, within one piece of work."""

    def owner_of(self, token_hash: str) -> Enrolled | None:
        """Return whose token hashes to this, unless it was withdrawn or its session is closed."""
        ...

    def pin_hash(self, agent: str) -> str | None:
        """Return the agent's PIN hash, or None for somebody without one."""
        ...

    def set_pin_hash(self, agent: str, pin_hash: str, *, keeps_session: bool = False) -> None:
        """Give the agent a PIN, or another one; unless the session is kept, the agent signs in again."""
        ...

    def drop_pin(self, agent: str) -> None:
        """Take the agent's PIN away."""
        ...

    def agents_with_pin(self) -> Collection[str]:
        """Return the sign-in names that have a PIN."""
        ...

    def add_session_token(self, session: str, token_hash: str) -> None:
        """Let this token stand for the counter session from now on."""
        ...

    def add_code(self, code_hash: str, kind: str, name: str, counter: int | None, expires_at: datetime) -> None:
        """Store a pairing code."""
        ...

    def spend_code(self, code_hash: str, kind: str, at: datetime) -> tuple[str, int | None] | None:
        """Spend a code; return its device's name and counter, or None when wrong, spent, old or another kind's."""
        ...

    def add_device(self, device_id: str, kind: str, name: str, counter: int | None, tokens: DeviceTokens) -> None:
        """Enrol a device."""
        ...

    def tokens_of(self, device_id: str) -> DeviceTokens | None:
        """Return the hashes of a device's tokens; None for a device that is not there."""
        ...

    def set_tokens(self, device_id: str, tokens: DeviceTokens) -> None:
        """Store the hashes of a device's tokens."""
        ...

    def revoke_device(self, device_id: str, at: datetime) -> bool:
        """Withdraw a device's token; return False for a device that is not there."""
        ...

    def name_device(self, device_id: str, name: str) -> bool:
        """Give a device another name; return False for a device that is not there."""
        ...

    def report_device(self, now: DeviceNow) -> bool:
        """Store a device's report; return False for a device that does not exist."""
        ...

    def note_update(self, device_id: str, update: DeviceUpdate) -> None:
        """Store how far a device's newest update is."""
        ...

    def note_system(self, device_id: str, system: str) -> None:
        """Store for which system a device needs release files."""
        ...

    def devices(self) -> Sequence[DeviceNow]:
        """Return every enrolled device."""
        ...


class HasIdentities(Protocol):
    """Gives the identities."""

    @property
    def identities(self) -> Identities:
        """Who may come in."""
        ...
