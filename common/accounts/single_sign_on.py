"""Single sign-on: where the ministry's OpenID provider is, which role each of its groups has, and how it refuses.

The settings are a TOML file; docs/single-sign-on.md describes it. This module knows no network.
"""

from __future__ import annotations

import logging
import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import msgspec

log = logging.getLogger(__name__)
LONGEST_NAME = 80
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_PLACE = re.compile(r"all|governorate:[a-z_]+|hall:[a-z0-9][a-z0-9_-]{0,39}")
_NOT_IN_NAMES = re.compile(r"[^\w.@-]+")


class ProviderError(Exception):
    """Nobody was signed in; `code` says why, for pages and programs."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class ProviderDownError(ProviderError):
    """The provider cannot be reached or does not work: local accounts sign in meanwhile."""


class ProviderRefusedError(ProviderError):
    """The answer is not good for a session: forged, too old, used before, or not strong enough."""


def log_refused(error: ProviderRefusedError) -> None:
    """Write why the provider refused; a stranger's return, which anybody can send at any time, leaves no line."""
    if error.code != "state_wrong":
        log.warning("the ministry's sign-in ended without a session: %s: %r", error.code, error.detail)


class SingleSignOnError(ValueError):
    """The settings cannot be used; the text has one line for each mistake."""


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The role that a group of the provider has here; `unit` names a directorate or an official, in a hall only.

    `places`, at the centre only: which halls the group sees (all, governorate:NAME, hall:NAME); none: all.
    """

    name: str
    role: str
    unit: str = ""
    places: tuple[str, ...] = ()


class SingleSignOn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The settings, as they stand in the file."""

    issuer: str
    client_id: str
    client_secret_file: str
    address: str
    """The address under which browsers reach this centre or hall, as the provider knows it."""
    group: tuple[Group, ...]
    """Who is in several of them has the role of the first one here."""
    authority: str = ""
    """A file with the certificate authority of the provider, where the system does not know it."""
    groups_claim: str = "groups"
    name_claim: str = "preferred_username"
    strength_claim: str = ""
    """The claim that says how somebody signed in (`acr` or `amr`); empty: the provider itself demands two factors."""
    strengths: tuple[str, ...] = ()
    """The values of that claim that are strong enough."""

    def role_of(self, groups: Collection[str]) -> Group | None:
        """Return the first row of the table whose group somebody is in.

        >>> table = (Group("heads", "head"), Group("all", "auditor"))
        >>> one = SingleSignOn("https://a", "b", "c", "https://d", table)
        >>> one.role_of({"all", "heads"}).role, one.role_of({"others"})
        ('head', None)
        """
        return next((one for one in self.group if one.name in groups), None)


@dataclass(frozen=True)
class ProviderPerson:
    """Somebody whom the provider has signed in; `subject` is who it is, for ever, `name` may change."""

    issuer: str
    subject: str
    name: str
    full_name: str
    groups: frozenset[str]


@dataclass(frozen=True)
class Begun:
    """A sign-in that has begun: where to send the browser, and what its cookie keeps until it comes back."""

    url: str
    cookie: str


class Provider(Protocol):
    """The provider, as pages use it; `common.accounts.openid_provider` speaks to it."""

    @property
    def settings(self) -> SingleSignOn:
        """The settings."""
        ...

    def begin(self, *, language: str, now: datetime, again: bool = False) -> Begun:
        """Begin a sign-in; `again` demands the password although the provider knows the browser."""
        ...

    def is_begun(self, cookie: str, *, now: datetime) -> bool:
        """Return whether the cookie is of a sign-in that began in this browser and is not too old."""
        ...

    def finish(self, query: str, cookie: str, *, now: datetime) -> ProviderPerson:
        """Return who came back from the provider; raise ProviderError."""
        ...

    def sign_out_url(self, return_to: str) -> str | None:
        """Return where the browser signs out at the provider; None where that is not to be had."""
        ...


def read_single_sign_on(path: Path, roles: Collection[str], *, has_places: bool = False) -> SingleSignOn:
    """Return the settings of a file; raise SingleSignOnError with what is wrong. `has_places`: roles have places."""
    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8-sig")), SingleSignOn)
    except OSError as error:
        raise SingleSignOnError(f"cannot be read: {error.strerror}") from error
    except ValueError as error:  # no UTF-8, no TOML, or other keys
        raise SingleSignOnError(str(error)) from error
    if problems := [*_problems(found, roles), *_place_problems(found, has_places=has_places)]:
        raise SingleSignOnError("\n".join(problems))
    return found


def client_secret(settings: SingleSignOn) -> str:
    """Return the secret by which this program proves to the provider who it is; raise SingleSignOnError."""
    try:
        secret = Path(settings.client_secret_file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SingleSignOnError(f"client_secret_file {settings.client_secret_file} cannot be read: {error}") from error
    if not secret:
        raise SingleSignOnError(f"client_secret_file {settings.client_secret_file} is empty")
    return secret


def is_private_address(url: str) -> bool:
    """Return whether nobody on the way reads what goes to this address: https, or this machine itself.

    >>> is_private_address("https://login.example"), is_private_address("http://login.example")
    (True, False)
    """
    parts = urlsplit(url)
    return (parts.scheme == "https" and bool(parts.hostname)) or (
        parts.scheme == "http" and parts.hostname in _LOOPBACK
    )


def account_name(claimed: str, issuer: str) -> str:
    """Return a sign-in name that no local account can have: it has an @.

    >>> account_name("Ahmed.Said", "https://login.example/realm"), account_name("a/b@moh.example", "https://x")
    ('ahmed.said@login.example', 'a-b@moh.example')
    """
    name = _NOT_IN_NAMES.sub("-", claimed.strip().lower())
    host = urlsplit(issuer).hostname or "provider"
    return (name if "@" in name else f"{name}@{host}")[:LONGEST_NAME]


def _place_problems(found: SingleSignOn, *, has_places: bool) -> list[str]:
    wrong = [(one.name, place) for one in found.group for place in one.places if not _PLACE.fullmatch(place)]
    problems = [f"group {name!r}: place {place!r}: use all, governorate:NAME or hall:NAME" for name, place in wrong]
    if not has_places and any(one.places for one in found.group):
        problems.append("places are for the centre: in a hall a role is of this hall")
    return problems


def _problems(found: SingleSignOn, roles: Collection[str]) -> list[str]:
    problems = [
        f"{key} {value!r}: use https://…"
        for key, value in (("issuer", found.issuer), ("address", found.address))
        if not is_private_address(value)
    ]
    problems += [
        f"{key} is empty" for key in ("client_id", "groups_claim", "name_claim") if not getattr(found, key).strip()
    ]
    problems += [
        f"group {one.name!r}: role {one.role!r}: a role is one of {', '.join(roles)}"
        for one in found.group
        if one.role not in roles
    ]
    if not found.group:
        problems.append("without a [[group]] nobody can sign in")
    try:
        client_secret(found)
    except SingleSignOnError as error:
        problems.append(str(error))
    if bool(found.strength_claim) != bool(found.strengths):
        problems.append("strength_claim and strengths belong together")
    return problems
