"""Listen on an address of this machine, and say under which URL a browser finds it."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from ipaddress import ip_address

from common.server.own_addresses import own_addresses

BACKLOG = 1024
"""Connections that may wait for their turn: a whole hall's devices come back in the same second."""
_SOMEWHERE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}
"""Addresses reserved for documentation (RFC 5737, RFC 3849): no machine has them, so they only select the route."""

_VERSION = {socket.AF_INET: 4, socket.AF_INET6: 6}


class ListenError(Exception):
    """The address cannot be listened on; the message says what to change."""


def bound_socket(host: str, port: int) -> socket.socket:
    """Return a socket that listens on the address; raise ListenError in plain words when it is taken or not ours."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise ListenError(f"cannot listen on {host} port {port}: {error.strerror}; {_todo(error)}") from error


def url_of(
    listener: socket.socket,
    own_address: Callable[[socket.AddressFamily], str] | None = None,
    scheme: str = "http",
) -> str:
    """Return the address of a bound socket as a browser elsewhere takes it.

    A phone cannot open "every address" (`0.0.0.0`, `::`): this machine's own address on its network stands
    there instead (`own_address` finds it, `lan_address` unless given).
    """
    host, port = listener.getsockname()[:2]
    if ip_address(host).is_unspecified:
        host = (own_address or lan_address)(listener.family)
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}:{port}"


def is_loopback(host: str) -> bool:
    """Return whether only programs of this machine reach the host.

    >>> [is_loopback(host) for host in ("127.0.0.1", "localhost", "::1", "0.0.0.0", "hall-1")]
    [True, True, True, False, False]
    """
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def lan_address(family: socket.AddressFamily) -> str:
    """Return the address from which this machine reaches its network.

    Without a route it is the first address on a network, and without a network the machine's name.
    """
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((_SOMEWHERE[family], 9))  # UDP: the route is looked up, nothing is sent
        except OSError:
            return next(
                (found for found in own_addresses() if ip_address(found).version == _VERSION[family]),
                socket.gethostname(),
            )
        return str(probe.getsockname()[0])


def _todo(error: OSError) -> str:
    wrong_host = isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL
    return "--host takes an address of this machine, or 0.0.0.0 for all" if wrong_host else "choose another --port"
