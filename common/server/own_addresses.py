"""Find the addresses of this machine on its networks, also on one that ends at its own switch."""

from __future__ import annotations

import array
import socket
import struct
import sys
from ipaddress import IPv6Address, ip_address
from pathlib import Path

_ADDRESSES = 256
"""More IPv4 addresses than a machine has."""
_ENTRY = struct.calcsize("16sLLHBBB0L")
"""Bytes of a struct ifreq: 16 of the interface's name, then the largest of what it may hold (40, or 32 on 32 bits)."""
_SIOCGIFCONF = 0x8912


def own_addresses() -> list[str]:
    """Return the addresses that others on its networks can reach, IPv4 first; none where the system is not Linux."""
    if sys.platform != "linux":
        return []
    found = [ip_address(one) for one in (*_ipv4(), *_ipv6())]
    return [str(one) for one in found if not one.is_loopback and not one.is_link_local]


def _ipv4() -> list[str]:
    import fcntl  # noqa: PLC0415 - not on Windows

    entries = array.array("B", bytes(_ADDRESSES * _ENTRY))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        question = struct.pack("iL", len(entries), entries.buffer_info()[0])
        filled: int = struct.unpack("iL", fcntl.ioctl(asked, _SIOCGIFCONF, question))[0]
    return ipv4_in(entries.tobytes()[:filled])


def ipv4_in(entries: bytes) -> list[str]:
    """Return the IPv4 addresses of these entries, each a struct ifreq with a sockaddr_in."""
    return [socket.inet_ntoa(entries[at + 20 : at + 24]) for at in range(0, len(entries), _ENTRY)]


def _ipv6() -> list[str]:
    try:
        lines = Path("/proc/net/if_inet6").read_text(encoding="ascii").splitlines()
    except OSError:  # a machine without IPv6
        return []
    return [str(IPv6Address(bytes.fromhex(line.split()[0]))) for line in lines]
