"""Tell from the address of a PostgreSQL database whether what is sent to it is encrypted and the server verified."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from common.server.listener import is_loopback

VERIFIED = "verify-full"
UNVERIFIED = (
    "the database's server on another machine is not verified: add sslmode=verify-full to the address (and "
    "sslrootcert=FILE for an authority of your own)"
)


def is_unverified(address: str) -> bool:
    """Return whether visits and passwords go to another machine without a checked certificate.

    >>> remote = "postgresql://dawr@db.example/dawr"
    >>> [is_unverified(one) for one in (remote, f"{remote}?sslmode=require", f"{remote}?sslmode=verify-full")]
    [True, True, False]
    >>> is_unverified("postgresql://dawr@/dawr?host=node-a:5432&host=node-b:5432")
    True
    >>> [is_unverified(f"postgresql://dawr@{host}/dawr") for host in ("127.0.0.1:5432", "[::1]", "localhost", "")]
    [False, False, False, False]
    >>> is_unverified("postgresql:///dawr?host=/run/postgresql"), is_unverified("sqlite:///hall.sqlite")
    (False, False)
    """
    parts = urlsplit(address)
    if not parts.scheme.startswith("postgres"):
        return False
    asked = parse_qs(parts.query)
    named = [
        *parts.netloc.rpartition("@")[2].split(","),
        *(one for value in asked.get("host", []) for one in value.split(",")),
    ]
    remote = [one for one in named if one and not one.startswith("/") and not is_loopback(_without_port(one))]
    return bool(remote) and asked.get("sslmode", [""])[-1] != VERIFIED


def _without_port(place: str) -> str:
    if place.startswith("["):
        return place[1:].partition("]")[0]
    return place.partition(":")[0] if place.count(":") == 1 else place
