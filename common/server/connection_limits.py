"""Decide which connections of a server end when one address, or all strangers together, hold too many.

A connection is a stranger's until an enrolled caller asked something on it. Where strangers hold too many, the oldest
of them get a second instead of the usual time to send their request: a client that asks something at once is answered.
"""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from ipaddress import ip_address
from typing import Protocol

log = logging.getLogger(__name__)
PER_ADDRESS = 100
"""Connections of strangers from one address."""
MOST = 10_000
"""Connections in all, where the limit of open files allows as many."""
RESERVE = 200
"""Connections that strangers leave to enrolled callers."""
OWN_FILES = 128
"""Files that the program itself needs: database, logs, copies, its way to the centre."""
FULL_S = 60.0
"""How long a monitor hears that connections were closed because there were too many."""


def addresses(text: str) -> frozenset[str]:
    """Return the IP addresses of a setting, which stand with commas between them; raise ValueError for anything else.

    >>> sorted(addresses("127.0.0.1, ::1")), addresses("")
    (['127.0.0.1', '::1'], frozenset())
    """
    return frozenset(str(ip_address(one.strip())) for one in text.split(",") if one.strip())


class Connection(Protocol):
    """What is counted."""

    address: str

    def hurry(self) -> None:
        """Give the client a second, from when it began, for what it has not sent yet."""

    def abort(self) -> None:
        """End the connection at once."""


class ConnectionLimits:
    """Counts the connections of one server; belongs to its event loop, except `full`."""

    def __init__(self, files: int, proxies: frozenset[str] = frozenset()) -> None:
        """`files` is the limit of open files; each connection from one of the `proxies` may be another person's."""
        self.most = max(2, min(MOST, files - OWN_FILES))
        self.most_strangers = max(self.most - RESERVE, self.most // 2)
        self.proxies = proxies
        self._open = 0
        self._strangers: dict[str, OrderedDict[Connection, None]] = {}
        """By address, oldest first; without those that have to hurry."""
        self._patient = 0
        """How many these are."""
        self._hurried: OrderedDict[Connection, None] = OrderedDict()
        self._closed_at = -FULL_S

    @property
    def full(self) -> bool:
        """Whether connections were closed in the last minute because there were too many; from any thread."""
        return time.monotonic() - self._closed_at < FULL_S

    def add(self, connection: Connection) -> None:
        """Count a new connection, as a stranger's."""
        self._open += 1
        of_address = self._strangers.setdefault(connection.address, OrderedDict())
        of_address[connection] = None
        self._patient += 1
        if len(of_address) > PER_ADDRESS and connection.address not in self.proxies:
            self._hurry(of_address)
        elif self._patient > self.most_strangers:
            self._hurry(max(self._strangers.values(), key=len))
        if self._open > self.most:
            self.close(next(iter(self._hurried), connection))

    def remove(self, connection: Connection) -> None:
        """Forget a connection that has ended."""
        self._open -= 1
        self.enrol(connection)

    def enrol(self, connection: Connection) -> None:
        """Count a connection as an enrolled caller's from now on."""
        of_address = self._strangers.get(connection.address)
        if of_address is not None and connection in of_address:
            self._take_out(connection, of_address)
        self._hurried.pop(connection, None)

    def is_hurried(self, connection: Connection) -> bool:
        """Return whether the connection is one too many."""
        return connection in self._hurried

    def close(self, connection: Connection) -> None:
        """End a connection that is one too many; logged once until a minute has passed without one."""
        if not self.full:
            log.warning("%d connections are open: those of %s that ask nothing end", self._open, connection.address)
        self._closed_at = time.monotonic()
        self._hurried.pop(connection, None)
        connection.abort()

    def _hurry(self, of_address: OrderedDict[Connection, None]) -> None:
        oldest = next(iter(of_address))
        self._take_out(oldest, of_address)
        self._hurried[oldest] = None
        oldest.hurry()

    def _take_out(self, connection: Connection, of_address: OrderedDict[Connection, None]) -> None:
        self._patient -= 1
        del of_address[connection]
        if not of_address:
            del self._strangers[connection.address]
