"""What a change of entries of the set-up file makes of the standing set-up, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from contracts.codec.reader import from_json, problems_of, to_json
from contracts.queue.answers import FieldProblem
from hall.kernel.settings import HallSettings
from hall.platform.refusals import SettingsInvalidError
from hall.settings.setup.check import Finding
from hall.settings.setup.entries import SetupEntry
from hall.settings.setup.file import settings_findings, settings_of
from hall.settings.setup.of_settings import setup_entry
from hall.settings.setup.texts import text_findings

SECTIONS = {
    "category": "categories",
    "service": "services",
    "counter": "counters",
    "agent": "agents",
    "hours": "hours",
    "ramadan": "hours",
    "topic": "topics",
    "directorate": "directorates",
    "power": "powers",
    "reason": "reasons",
    "official": "officials",
    "appointments": "appointments",
    "messages": "messages",
    "kiosk": "kiosk",
    "ticket_notice": "ticket_notice",
    "notice": "notices",
}
"""The parts of the set-up file that pages change, and the setting that each becomes."""
KEYS = {
    "category": "code", "service": "code", "counter": "number", "agent": "code", "ramadan": "first",
    "topic": "code", "directorate": "code", "power": "code", "official": "code", "reason": "code",
}  # fmt: skip
"""The field that names an entry, where there are several."""
USUAL_WHEN_EMPTY = frozenset({"topic", "directorate", "power", "reason"})
"""Without any entry the ministry's usual ones hold, so the last one is not removed."""


@dataclass(frozen=True)
class Item:
    """One entry: `values` go in place of those that stand; None removes it, an empty key adds one.

    `last`: it goes to the end of its list, so that entries named one after the other stand in that order.
    """

    section: str
    key: str
    values: dict[str, Any] | None
    last: bool = False


def changed_settings(standing: HallSettings, items: Sequence[Item]) -> HallSettings:
    """Return the set-up with these entries; raise SettingsInvalidError with all that is wrong."""
    document = to_json(setup_entry(standing))
    for item in items:
        _put(item, document)
    wrong = [Finding(one.field, one.problem) for one in problems_of(SetupEntry, document)]
    refuse_problems([*wrong, *text_findings(document)])
    entry = from_json(SetupEntry, document)
    refuse_problems(new_errors(standing, entry))
    made = settings_of(entry)
    # What the file does not say of a holiday (since when it is known) stays.
    hours = replace(made.hours, holidays=standing.hours.holidays)
    names = {SECTIONS[item.section] for item in items}
    values: dict[str, Any] = {name: hours if name == "hours" else getattr(made, name) for name in names}
    return replace(standing, **values)


def new_errors(standing: HallSettings, entry: SetupEntry) -> list[Finding]:
    """Return the errors of a set-up that the standing one does not have."""
    before = {(one.key, one.text) for one in settings_findings(setup_entry(standing))}
    return [one for one in settings_findings(entry) if not one.warning and (one.key, one.text) not in before]


def refuse_problems(found: Sequence[Finding]) -> None:
    """Raise SettingsInvalidError where something is wrong."""
    if found:
        text = "; ".join(f"{one.key}: {one.text}" for one in found)
        raise SettingsInvalidError(text, fields=[FieldProblem(one.key, one.text) for one in found])


def _put(item: Item, document: dict[str, Any]) -> None:
    if item.section not in SECTIONS:
        refuse_problems([Finding(item.section, f"expected one of {', '.join(SECTIONS)}")])
    if item.section == "agent" and "pin" in (item.values or {}):
        refuse_problems([Finding("agent.pin", "a PIN is given with POST /agents/{agent}/pin")])
    if item.section == "notice":
        document["notice"] = (item.values or {}).get("texts", [])
    elif item.section not in KEYS:
        document[item.section] = document[item.section] | (item.values or {})
    else:
        _put_in_list(item, document[item.section])


def _put_in_list(item: Item, entries: list[dict[str, Any]]) -> None:
    key = KEYS[item.section]
    at = next((at for at, one in enumerate(entries) if item.key and str(one.get(key)) == item.key), None)
    if item.key and at is None:
        refuse_problems([Finding(item.section, f"there is no {item.key!r}: somebody has removed it")])
    if at is None:
        entries.append(item.values or {})
    elif item.values is None:
        del entries[at]
        if not entries and item.section in USUAL_WHEN_EMPTY:
            refuse_problems([Finding(f"{item.section}.last", "without any entry the usual ones would hold")])
    else:
        entries[at] = entries[at] | item.values
        if item.last:
            entries.append(entries.pop(at))
