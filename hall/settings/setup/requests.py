"""The `[requests]` of a set-up file and its lists: their checks, and the settings that they give."""

from __future__ import annotations

import re
from typing import Any

from contracts.words.lists import NamedEntry, PowerEntry, list_problems
from hall.kernel.request_settings import (
    DIRECTORATES,
    POWERS,
    REASONS,
    TOPICS,
    Named,
    Power,
    RequestSettings,
)
from hall.settings.setup.check import Finding
from hall.settings.setup.entries import SetupEntry

_PREFIX = re.compile(r"[A-Z0-9][A-Z0-9-]{0,15}")
LONGEST_DAYS = 400


def request_findings(setup: SetupEntry) -> list[Finding]:
    """Return everything that is wrong in what a hall registers."""
    lists = {"topic": setup.topic, "directorate": setup.directorate, "power": setup.power, "reason": setup.reason}
    problems = [one for name, entries in lists.items() for one in list_problems(name, entries)]
    found = [Finding(one.key, one.text, code=one.code) for one in problems]
    prefix = setup.requests.prefix
    if prefix is not None and not _PREFIX.fullmatch(prefix):
        text = f"expected 1 to 16 of A-Z, 0-9 and hyphens, got {prefix!r}"
        found.append(Finding("requests.prefix", text))
    if not 0 <= setup.requests.phone_days <= LONGEST_DAYS:
        found.append(Finding("requests.phone_days", f"expected 0 to {LONGEST_DAYS} days"))
    return found


def requests_of(setup: SetupEntry) -> RequestSettings:
    """Return what is the hall's own about its requests, of a file in which nothing is wrong."""
    return RequestSettings(setup.requests.prefix, setup.requests.phone_days)


def lists_of(setup: SetupEntry) -> dict[str, Any]:
    """Return the settings that are lists; one that the file does not name is the ministry's usual."""
    return {
        "topics": named_of(setup.topic) or TOPICS,
        "directorates": named_of(setup.directorate) or DIRECTORATES,
        "powers": tuple(map(_power, setup.power)) or POWERS,
        "reasons": named_of(setup.reason) or REASONS,
    }


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
