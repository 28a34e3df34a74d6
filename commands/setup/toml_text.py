"""Write a hall's set-up file from what was ticked and chosen in the browser; pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from common.text.program_name import program_name

WEEK = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")


def setup_toml(form: Mapping[str, Any]) -> str:
    """Return the set-up file for the form's answers; a wrong answer is written as it is, for `--check` to name.

    `form` has `hall`, `brand`, `services`, `counters`, `agents`, `days`, `times`, `requests`, `kiosk` and `devices` as
    the page sends them.
    """
    blocks = [
        f"# Made by `{program_name()} setup`. Check it after a change by hand: {program_name()} hall --check FILE",
        _table("[hall]", form.get("hall", {})),
        *_brand(form.get("brand", {})),
        *(_table("[[category]]", category) for category in form.get("categories", [])),
        *(_table("[[service]]", _without_empty(service)) for service in form.get("services", [])),
        *(_table("[[counter]]", _without_empty(counter)) for counter in form.get("counters", [])),
        *(_table("[[agent]]", _without_empty(agent)) for agent in form.get("agents", [])),
        "[lanes.priority]\nhead_start_min = " + _value(form.get("priority_min", 20)),
        "[lanes.appointment]\nhead_start_min = 15",
        _hours(form),
        "[prayer]\nobserved = true",
        *_requests(form.get("requests", {})),
        *_kiosk(form.get("kiosk", {})),
        *_devices(form.get("devices", {})),
    ]
    return "\n\n".join(blocks) + "\n"


def _brand(brand: Mapping[str, Any]) -> Iterable[str]:
    """Yield the ministry's name and the emblem's files, where any is given."""
    given = {name: _without_empty(brand.get(name, {})) for name in ("ministry", "emblem")}
    if any(given.values()):
        yield _table("[brand]", _without_empty(given))


def _requests(requests: Mapping[str, Any]) -> Iterable[str]:
    """Yield what is not the ministry's usual: the part of the hall in each number, and each list that was changed."""
    if requests.get("prefix"):
        yield _table("[requests]", {"prefix": requests["prefix"]})
    for name in ("topic", "directorate", "power"):
        yield from (_table(f"[[{name}]]", entry) for entry in requests.get(name, []))


def _kiosk(kiosk: Mapping[str, Any]) -> Iterable[str]:
    """Yield what the kiosks ask, where they ask anything."""
    asked = {name: kiosk[name] for name in ("long_wait_min", "phone") if kiosk.get(name)}
    if asked:
        yield _table("[kiosk]", asked)
    if kiosk.get("appointments"):
        yield "[appointments]\noffered = true"


def _hours(form: Mapping[str, Any]) -> str:
    times = form.get("times", [])
    days = [day for day in WEEK if day in form.get("days", [])]
    return _table("[hours]", dict.fromkeys(days, times))


def _devices(devices: Mapping[str, Any]) -> Iterable[str]:
    """Yield what the programs of this hall are started with, as a comment: the hall service itself needs none of it."""
    if devices:
        yield "# The devices as tried out in set-up:\n" + "\n".join(
            f"# {name}: {devices[name]}" for name in sorted(devices)
        )


def _table(header: str, values: Mapping[str, Any]) -> str:
    return "\n".join([header, *(f"{key} = {_value(value)}" for key, value in values.items())])


def _value(value: Any) -> str:  # noqa: ANN401  # whatever the page sent
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items())
        return "{ " + inside + " }" if inside else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    # A JSON text is a TOML text but for the escape of DEL, which no name has.
    return json.dumps(str(value), ensure_ascii=False)


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("_", "").isalnum() else json.dumps(key, ensure_ascii=False)


def _without_empty(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ("", None, [], {})}
