"""Find the names and addresses under which this machine is reached: its server certificate must stand for them."""

from __future__ import annotations

import re
import socket
from ipaddress import ip_address

from common.server.own_addresses import own_addresses

_HOST_NAME = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")


def own_names(host: str, more: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the names for a hall that listens on `host`; `more` are those that the settings add.

    All addresses of the machine are among them, whatever `host` is: a hall that was tried on loopback goes on the LAN
    with the same authority.
    """
    machine = socket.gethostname().lower()
    names = {"localhost", "127.0.0.1", "::1", machine, f"{machine.partition('.')[0]}.local", *more}
    names.update(own_addresses())
    names.update(_addresses_of(machine))
    names.update(() if _is_unspecified(host) else (host,))
    return frozenset(one.lower() for one in names if is_name(one.lower()))


def is_name(text: str) -> bool:
    """Return whether a text is a host name or an address.

    >>> [is_name(one) for one in ("10.0.0.5", "hall-1.example", "fe80::1", "a_b", "hall:8080", "")]
    [True, True, True, False, False, False]
    """
    try:
        ip_address(text)
    except ValueError:
        return _HOST_NAME.fullmatch(text) is not None
    return True


def _is_unspecified(host: str) -> bool:
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False


def _addresses_of(machine: str) -> set[str]:
    try:
        return {str(found[4][0]).partition("%")[0] for found in socket.getaddrinfo(machine, None)}
    except OSError:  # a machine that does not know its own name
        return set()
