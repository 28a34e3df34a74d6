"""Name the address that a request is counted under."""

from __future__ import annotations

import ipaddress
from typing import Protocol

IPV6_NETWORK_BITS = 64
"""The IPv6 addresses that one connection gets: who has one of them has all."""


class _Client(Protocol):
    @property
    def host(self) -> str: ...


class _Asked(Protocol):
    @property
    def client(self) -> _Client | None: ...


def address_of(request: _Asked) -> str:
    """Return the caller's address (the proxy's header has been read already); an IPv6 address as its network."""
    return address_key(request.client.host if request.client else "")


def address_key(host: str) -> str:
    """Return the name under which an address is counted: an IPv6 address by its network.

    >>> [address_key(host) for host in ("203.0.113.9", "2001:db8:1:2:3::4", "::ffff:203.0.113.9", "no address")]
    ['203.0.113.9', '2001:db8:1:2::/64', '203.0.113.9', 'no address']
    """
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return host
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, IPV6_NETWORK_BITS), strict=False))
