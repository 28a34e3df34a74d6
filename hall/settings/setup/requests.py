"""The `[requests]` of a set-up file and its lists: their checks, and the settings that they give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hall.kernel.request_settings import DIRECTORATES, POWERS, TOPICS, Named, RequestSettings
from hall.settings.setup.check import Finding
from hall.settings.setup.entries import NamedEntry, SetupEntry

_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_PREFIX = re.compile(r"[A-Z0-9][A-Z0-9-]{0,15}")
LONGEST_DAYS = 400


def request_findings(setup: SetupEntry) -> list[Finding]:
    """Return everything that is wrong in what a hall registers."""
    found = [
        *_list("topic", setup.topic),
        *_list("directorate", setup.directorate),
        *_list("power", setup.power),
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
        topics=_named(setup.topic) or TOPICS,
        directorates=_named(setup.directorate) or DIRECTORATES,
        powers=_named(setup.power) or POWERS,
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


def _named(entries: tuple[NamedEntry, ...]) -> tuple[Named, ...]:
    return tuple(Named(entry.code, dict(entry.names)) for entry in entries)
