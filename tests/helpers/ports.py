"""A port for a server of a test that cannot take port 0: nginx, sshd, PostgreSQL, a hall that is started again."""

from __future__ import annotations

import secrets
import socket

_PORTS = range(20_000, 32_000)
"""Below those that Linux gives out (32768 to 60999): such a port may be another test's before the server has it."""


def free_port() -> int:
    """Return a port that nobody listens on, and that no test gets by asking for port 0 or by calling a server."""
    while True:
        port = secrets.choice(_PORTS)
        with socket.socket() as probe:
            try:
                probe.bind(("", port))
            except OSError:
                continue
        return port
