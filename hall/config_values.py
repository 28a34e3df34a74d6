"""The values of a hall's settings: each read and checked by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from common.accounts.breached_passwords import BreachedPasswords
from common.accounts.single_sign_on import SingleSignOn, read_single_sign_on
from common.server.connection_limits import addresses
from common.server.listener import is_loopback
from contracts.words.account_roles import WITH_UNIT
from hall.people.model.account import ROLES
from hall.platform.tls.own_names import is_name

_RANGES = {
    "port": (0, 65_535),
    "visitor_port": (0, 65_535),
    "copies_kept": (1, 10_000),
    "takeover_wait_s": (0, 31_536_000),
}


def check_value(name: str, value: Any) -> object:  # noqa: ANN401  # each setting has its own type
    """Return the value of the setting `name` as the hall uses it; raise ValueError with a sentence."""
    match name:
        case (
            "data"
            | "keys"
            | "setup"
            | "centre_token_file"
            | "centre_ca"
            | "messages_token_file"
            | "tls_certificate"
            | "tls_key"
            | "tls_authority"
        ):
            return _path(name, value)
        case "copies":
            return value.expanduser()  # it need not be there: a hall starts without its second disk, /healthz says so
        case "port" | "visitor_port" | "copies_kept" | "takeover_wait_s":
            return _number(value, *_RANGES[name])
        case _:
            return _READERS[name](value) if name in _READERS else value


def _path(name: str, value: Path) -> Path:
    path = value.expanduser()
    if name not in {"data", "keys", "setup"} and not path.is_file():
        raise ValueError(f"there is no file {path}")
    if name in {"data", "keys"} and path.exists() and not path.is_dir():
        raise ValueError(f"{path} is not a folder")
    return path


def _single_sign_on(path: Path) -> SingleSignOn:
    found = read_single_sign_on(path, ROLES)
    for one in found.group:
        if bool(one.unit) != (one.role in WITH_UNIT):
            raise ValueError(f"group {one.name!r}: unit is for {' and '.join(sorted(WITH_UNIT))}, and only for them")
    return found


def _number(value: int, least: int, most: int) -> int:
    if not least <= value <= most:
        raise ValueError(f"expected a whole number from {least} to {most}, got {value}")
    return value


def _address(text: str) -> str:
    parts = urlsplit(text)
    if text and (parts.scheme not in {"http", "https"} or not parts.netloc):
        raise ValueError(f"expected an address like https://centre.example, got {text!r}")
    return text.rstrip("/")


def is_plain(address: str) -> bool:
    """Return whether what is sent to the address crosses a network in clear.

    >>> [is_plain(one) for one in ("http://10.0.0.9", "http://127.0.0.1:9", "http://[::1]", "https://centre.example")]
    [True, False, False, False]
    """
    parts = urlsplit(address)
    return parts.scheme == "http" and not is_loopback(parts.hostname or "")


def _names(text: str) -> frozenset[str]:
    names = frozenset(one.strip().lower() for one in text.split(",") if one.strip())
    wrong = sorted(name for name in names if not is_name(name))
    if wrong:
        raise ValueError(f"expected host names or addresses with commas between them, got {', '.join(wrong)}")
    return names


def _database(text: str) -> str:
    if text and not text.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        raise ValueError(f"expected sqlite:///FILE or postgresql://…, got {text.partition(':')[0]!r}")
    return text.replace("postgresql://", "postgresql+psycopg://", 1)


_READERS: Mapping[str, Callable[[Any], object]] = {
    "centre": _address,
    "public_url": _address,
    "messages": _address,
    "single_sign_on": _single_sign_on,
    "breached_passwords": BreachedPasswords,
    "trusted_proxy": addresses,
    "tls_names": _names,
    "database": _database,
}
