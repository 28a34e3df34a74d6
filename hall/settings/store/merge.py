"""Make the hall's next settings out of what stands and what the centre says; name what cannot be."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import types
import typing
import zoneinfo
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from common.text.hidden_signs import strip_turning
from contracts.centre.settings_document import LocalOverride, SettingsDocument
from contracts.codec.reader import to_json
from hall.kernel.ids import ServiceCode
from hall.kernel.settings import HallSettings
from hall.settings.model.history import Origin
from hall.settings.setup.file import settings_findings
from hall.settings.setup.of_settings import setup_entry
from hall.settings.setup.texts import text_findings
from hall.settings.store.received_from_centre import Given
from hall.settings.store.rows import hints_of, setting_from_json, setting_to_json
from hall.settings.store.settings_store import VERSION

NOT_FROM_CENTRE = frozenset({"hall", VERSION, "arrangements", "paused_kiosks", "closures", "moon_acts"})
_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, StopIteration)


class MergeError(ValueError):
    """The centre's settings cannot be this hall's; the message says why, one line a problem."""


@dataclass(frozen=True)
class MergedSettings:
    """The next settings, which names are the centre's word in them, which are locked, and where the hall holds on.

    `own`: as JSON what the hall had set itself of those that are locked; `put_back`: those where that holds again.
    """

    settings: HallSettings
    names: tuple[str, ...]
    locked: tuple[str, ...]
    overrides: tuple[LocalOverride, ...]
    own: Mapping[str, str]
    put_back: tuple[str, ...]


def merge_settings(standing: HallSettings, document: SettingsDocument, given: Mapping[str, Given]) -> MergedSettings:
    """Return the next settings; raise MergeError if a value is invalid or the values do not fit together.

    A value that the hall set itself stays, unless the centre locks it; it holds again when the lock ends.
    """
    try:
        return _merged(standing, document, given)
    except MergeError:
        ended = {name for name, one in given.items() if one.own is not None and not _locks(document, name)}
        if not ended:
            raise
        # What the hall had before the lock fits no more: it stays under "Latest changes", and the centre's value holds.
        left = {name: dataclasses.replace(one, own=None) if name in ended else one for name, one in given.items()}
        return _merged(standing, document, left)


def _merged(standing: HallSettings, document: SettingsDocument, given: Mapping[str, Given]) -> MergedSettings:
    halls = _set_by_hall(standing, given)
    hints, values, own, overrides, problems = hints_of(HallSettings), {}, {}, [], []
    for name, word in document.values.items():
        if name not in hints or name in NOT_FROM_CENTRE:
            problems.append(f"{name}: no setting of that name comes from the centre")
            continue
        try:
            value = _read(hints[name], strip_turning(word.value))
        except _UNREADABLE as error:
            problems.append(f"{name}: the value is not one of its kind ({error})")
            continue
        mine = name in halls and halls[name] != value
        if mine and not word.locked:
            overrides.append(LocalOverride(name, setting_to_json(halls[name]), word.value))
            continue
        values[name] = value
        if mine:
            own[name] = json.dumps(setting_to_json(halls[name]), ensure_ascii=False, separators=(",", ":"))
    put_back = {name: value for name, value in halls.items() if given[name].own is not None and name not in values}
    settings = dataclasses.replace(standing, **values, **put_back) if not problems else standing
    problems += list(_faults(settings)) if not problems else []
    problems += _out_of_range(standing, settings) if not problems else []
    if problems:
        raise MergeError("\n".join(problems))
    locked = tuple(name for name in values if document.values[name].locked)
    return MergedSettings(settings, tuple(values), locked, tuple(overrides), own, tuple(put_back))


def _locks(document: SettingsDocument, name: str) -> bool:
    word = document.values.get(name)
    return word is not None and word.locked


def _set_by_hall(standing: HallSettings, given: Mapping[str, Given]) -> dict[str, Any]:
    """Return what the hall has set itself, also where the centre's lock stands in its place."""
    hints, found = hints_of(HallSettings), dict[str, Any]()
    for name, one in given.items():
        if one.own is not None and name in hints:
            with contextlib.suppress(*_UNREADABLE):  # of another version of the program: the history has it
                found[name] = _read(hints[name], json.loads(one.own))
        elif one.origin is Origin.HALL and name in hints:
            found[name] = getattr(standing, name)
    return found


def _read(hint: Any, raw: object) -> Any:  # noqa: ANN401 - any setting's type
    value = setting_from_json(hint, raw)
    if not _fits(hint, value):
        raise ValueError("another kind of value")
    return value


def _fits(hint: Any, value: object) -> bool:  # noqa: ANN401 - any setting's type
    """Return whether a value, as `typed` made it, is of the type that `hint` names, down to its last part."""
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in {types.UnionType, typing.Union}:
        return any(_fits(arg, value) for arg in args)
    if origin is tuple:
        return isinstance(value, tuple) and all(_fits(args[0], item) for item in value)
    if origin is not None and issubclass(origin, Mapping):
        return isinstance(value, Mapping) and all(_fits(args[1], item) for item in value.values())
    if dataclasses.is_dataclass(hint):
        inner = hints_of(typing.cast("type", hint))
        return isinstance(value, typing.cast("type", hint)) and all(
            _fits(kind, getattr(value, name)) for name, kind in inner.items()
        )
    return isinstance(value, hint) and (hint is bool or not isinstance(value, bool))


def _faults(settings: HallSettings) -> Iterator[str]:
    """Yield what would stop a hall that worked by these settings."""
    codes = [service.code for service in settings.services]
    numbers = [counter.number for counter in settings.counters]
    agents = [agent.code for agent in settings.agents]
    for what, names in (("services", codes), ("counters", numbers), ("agents", agents)):
        if len(set(names)) < len(names):
            yield f"{what}: one of them is there twice"
    if not codes or not numbers:
        yield "services, counters: a hall has at least one of each"
    if not settings.names.get("ar"):
        yield "names: an Arabic name is needed"
    yield from _service_faults(settings, set(codes))
    yield from _time_faults(settings)


def _out_of_range(standing: HallSettings, settings: HallSettings) -> list[str]:
    """Return what a set-up file with these settings is refused for, besides what the standing ones have already."""
    before = set(_errors(standing))
    return [error for error in _errors(settings) if error not in before]


def _errors(settings: HallSettings) -> list[str]:
    entry = setup_entry(settings)
    found = [*settings_findings(entry), *text_findings(to_json(entry))]
    return [f"{finding.key}: {finding.text}" for finding in found if not finding.warning]


def _service_faults(settings: HallSettings, codes: set[ServiceCode]) -> Iterator[str]:
    serving = [("counters", f"counter {one.number}", one.services) for one in settings.counters]
    serving += [("agents", str(one.code), one.services) for one in settings.agents]
    for what, who, services in serving:
        if strange := set(services) - codes:
            yield f"{what}: {who} serves {', '.join(sorted(strange))}, which is no service here"
    for service in settings.services:
        if not 0 < service.first_number <= service.last_number:
            yield f"services: the numbers of {service.code} run from {service.first_number} to {service.last_number}"


def _time_faults(settings: HallSettings) -> Iterator[str]:
    for weekday, times in settings.hours.weekly.items():
        five = (times.doors, times.first_ticket, times.counters_open, times.last_ticket, times.closing)
        if list(five) != sorted(five) or not 1 <= weekday <= 7:
            yield f"hours: the times of weekday {weekday} are not in order"
    try:
        zoneinfo.ZoneInfo(settings.time_zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        yield f"time_zone: there is no {settings.time_zone!r}"
