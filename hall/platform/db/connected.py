"""A piece of work as the database's own modules know it: a connection inside a transaction that somebody else ends."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from sqlalchemy import Connection

from contracts.live import FactMessage
from hall.kernel.moment import Moment
from hall.kernel.ports import RecordsFacts


class ConnectedWork(Protocol):
    """Work over a connection."""

    @property
    def connection(self) -> Connection:
        """The connection of this work's transaction."""
        ...

    @property
    def now(self) -> Moment:
        """The instant of this work."""
        ...


class RecordingWork(ConnectedWork, RecordsFacts, Protocol):
    """Work that changes its capability's rows and records facts about the change."""


class CommandWork(Protocol):
    """What the command queue needs from the work that it gives to a command."""

    new_facts: list[FactMessage]
    """The facts that the command recorded, in order."""

    def today(self) -> date:
        """Return the hall's service day."""
        ...
