"""From a set-up file's entries about officials to the hall's settings, and what must hold in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from itertools import pairwise

from hall.kernel.ids import AgentId, ServiceCode
from hall.kernel.official_settings import LONGEST_MIN, SHORTEST_MIN, Absence, Official, Span
from hall.settings.setup.check import WEEKDAYS, Finding, code_of, minutes
from hall.settings.setup.entries import OfficialEntry, SetupEntry


def officials_of(entries: tuple[OfficialEntry, ...]) -> tuple[Official, ...]:
    """Return the hall's officials, in the order of the file."""
    return tuple(
        Official(
            entry.code,
            entry.names,
            AgentId(entry.agent),
            ServiceCode(entry.service),
            {
                number: tuple(_span(text) for text in getattr(entry, day))
                for number, day in enumerate(WEEKDAYS, start=1)
                if getattr(entry, day)
            },
            entry.slot_min,
            tuple(Absence(one.first, one.last) for one in entry.away),
        )
        for entry in entries
    )


def official_findings(setup: SetupEntry) -> list[Finding]:
    """Return everything that is wrong or doubtful about the officials."""
    found = [finding for at in range(len(setup.official)) for finding in _official(setup, at)]
    if setup.official and not setup.appointments.offered:
        found.append(Finding("official", "officials need appointments: set offered = true in [appointments]"))
    return found


def _official(setup: SetupEntry, at: int) -> Iterator[Finding]:
    entry, key = setup.official[at], f"official[{at}]"
    if entry.code in [one.code for one in setup.official[:at]]:
        yield Finding(f"{key}.code", f"the official {entry.code!r} is given twice")
    if not (entry.code.isascii() and entry.code.replace("_", "").replace("-", "").isalnum()):
        yield Finding(f"{key}.code", f"a code has Latin letters, digits, - and _, got {entry.code!r}")
    if entry.agent not in {agent.code for agent in setup.agent}:
        yield Finding(f"{key}.agent", f"no agent {entry.agent!r}; add an [[agent]] with this code")
    yield from _service(setup, entry, key)
    if not SHORTEST_MIN <= entry.slot_min <= LONGEST_MIN:
        yield Finding(f"{key}.slot_min", f"expected {SHORTEST_MIN} to {LONGEST_MIN} minutes")
    yield from _times(entry, key)


def _times(entry: OfficialEntry, key: str) -> Iterator[Finding]:
    for day in WEEKDAYS:
        if any(not _is_span(text) for text in getattr(entry, day)):
            yield Finding(f"{key}.{day}", "expected parts of a day as in 09:00-11:30, from earlier to later")
        elif not _apart([_span(text) for text in getattr(entry, day)]):
            yield Finding(f"{key}.{day}", "two parts of the day overlap: a slot would be there twice")
    for one in entry.away:
        if one.last < one.first:
            yield Finding(f"{key}.away", f"{one.first} comes after {one.last}")


def _service(setup: SetupEntry, entry: OfficialEntry, key: str) -> Iterator[Finding]:
    service = next((one for one in setup.service if code_of(one) == entry.service), None)
    if service is None:
        yield Finding(f"{key}.service", f"no service {entry.service!r}; add a [[service]] of the official's own")
    elif service.open:
        text = f"kiosks give tickets of {entry.service!r} to anybody: set open = false there"
        yield Finding(f"{key}.service", text, warning=True)


def _is_span(text: str) -> bool:
    first, dash, last = text.partition("-")
    begin, end = minutes(first.strip()), minutes(last.strip())
    return bool(dash) and begin is not None and end is not None and begin < end


def _apart(spans: list[Span]) -> bool:
    ordered = sorted(spans, key=lambda one: one.first)
    return all(one.last <= later.first for one, later in pairwise(ordered))


def _span(text: str) -> Span:
    first, _, last = text.partition("-")
    return Span(_time(first), _time(last))


def _time(text: str) -> time:
    after_midnight = minutes(text.strip()) or 0
    return time(after_midnight // 60, after_midnight % 60)
