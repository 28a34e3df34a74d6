"""The `[requests]` of a set-up file and its lists: their checks, and the settings that they give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hall.kernel.request_settings import (
    DIRECTORATES,
    LARGEST_OMR,
    POWERS,
    TOPICS,
    Named,
    Power,
    RequestSettings,
)
from hall.settings.setup.check import Finding
from hall.settings.setup.entries import NamedEntry, PowerEntry, SetupEntry

_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_PREFIX = re.compile(r"[A-Z0-9][A-Z0-9-]{0,15}")
LONGEST_DAYS = 400
LONGEST_NAME = 200


def request_findings(setup: SetupEntry) -> list[Finding]:
    """Return everything that is wrong in what a hall registers."""
    found = [
        *_list("topic", setup.topic),
        *_list("directorate", setup.directorate),
        *_list("power", setup.power),
        *_none_offered("topic", setup.topic),
        *_none_offered("directorate", setup.directorate),
        *_powers(setup.power),
        *_list("reason", setup.reason),
        *_none_offered("reason", setup.reason),
    ]
    prefix = setup.requests.prefix
    if prefix is not None and not _PREFIX.fullmatch(prefix):
        text = f"expected 1 to 16 of A-Z, 0-9 and hyphens, got {prefix!r}"
        found.append(Finding("requests.prefix", text))
    if not 0 <= setup.requests.phone_days <= LONGEST_DAYS:
        found.append(Finding("requests.phone_days", f"expected 0 to {LONGEST_DAYS} days"))
    return found


def requests_of(setup: SetupEntry) -> RequestSettings:
    """Return the settings of a file in which nothing is wrong; a list that it does not name is the ministry's usual."""
    return RequestSettings(
        topics=named_of(setup.topic) or TOPICS,
        directorates=named_of(setup.directorate) or DIRECTORATES,
        powers=tuple(map(_power, setup.power)) or POWERS,
        prefix=setup.requests.prefix,
        phone_days=setup.requests.phone_days,
    )


def _list(name: str, entries: tuple[NamedEntry, ...]) -> Iterator[Finding]:
    for at, entry in enumerate(entries):
        if not _CODE.fullmatch(entry.code):
            text = f"a code has 1 to 64 small Latin letters, digits, hyphens and underscores, got {entry.code!r}"
            yield Finding(f"{name}[{at}].code", text)
        if any(entry.code == other.code for other in entries[:at]):
            yield Finding(f"{name}[{at}].code", f"{entry.code!r} is given twice", code="twice")
        for language in ("ar", "en"):
            if not entry.names.get(language, "").strip():
                yield Finding(f"{name}[{at}].names", f"needs a text in {language!r}")


def _none_offered(name: str, entries: tuple[NamedEntry, ...]) -> Iterator[Finding]:
    if entries and not any(entry.offered for entry in entries):
        yield Finding(name, "at least one must be offered: people must choose one", code="none_offered")


def _powers(entries: tuple[PowerEntry, ...]) -> Iterator[Finding]:
    for at, entry in enumerate(entries):
        if entry.limit_omr is not None and not 1 <= entry.limit_omr <= LARGEST_OMR:
            yield Finding(f"power[{at}].limit_omr", f"expected 1 to {LARGEST_OMR} rials, or nothing for no limit")
        for field in ("decision", "holder"):
            if len(getattr(entry, field)) > LONGEST_NAME:
                yield Finding(f"power[{at}].{field}", f"at most {LONGEST_NAME} letters")


def named_of(entries: tuple[NamedEntry, ...]) -> tuple[Named, ...]:
    """Return the entries of a list as the settings have them."""
    return tuple(Named(entry.code, dict(entry.names), entry.offered) for entry in entries)


def _power(entry: PowerEntry) -> Power:
    return Power(
        entry.code,
        dict(entry.names),
        entry.offered,
        entry.decision.strip(),
        " ".join(entry.holder.split()),
        entry.limit_omr,
        entry.valid_until,
    )
