"""Publish the centre's settings for halls from its own machine, and tell how halls stand with them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from central.composition import database
from central.config import CentralConfig, check_hall
from central.errors import ConfigError
from central.halls import settings
from common.clock.wall_clock import utc_now
from contracts.centre.settings_document import CentreValue
from contracts.codec.reader import to_json

_Add = Callable[[str, Callable[[argparse.Namespace, CentralConfig], int], str], argparse.ArgumentParser]


def add_settings_command(add: _Add) -> None:
    """Add the command `settings` to those of the centre."""
    given = add("settings", _settings, "Publish settings for halls, or show how they stand with them.")
    given.add_argument("--hall", required=True, action="append", help="the hall's name; may be given again")
    given.add_argument("--publish", type=Path, metavar="FILE", help="JSON: {name: value} or {name: {value, locked}}")
    given.add_argument("--by", default="", help="who publishes; needed with --publish")
    given.add_argument("--at-once", action="store_true", help="do not wait until the hall is empty")
    given.add_argument("--json", action="store_true", help="one JSON object instead of lines")


def _settings(options: argparse.Namespace, config: CentralConfig) -> int:
    halls_named = [check_hall(hall) for hall in options.hall]
    if options.publish and not options.by.strip():
        raise ConfigError("--publish: say with --by who publishes; both ends show it")
    with database(config) as engine:
        if options.publish:
            values = _read_values(options.publish)
            for hall in halls_named:
                settings.publish(engine, hall, values, by=options.by.strip(), now=utc_now(), at_once=options.at_once)
        states = {hall: settings.state_of(engine, hall) for hall in halls_named}
    if options.json:
        print(json.dumps({hall: to_json(state) for hall, state in states.items()}, ensure_ascii=False))
    else:
        print("\n".join(line for hall, state in states.items() for line in settings_lines(hall, state)))
    return 0


def _read_values(file: Path) -> dict[str, CentreValue]:
    try:
        given = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(given, dict):
            raise ConfigError(f"--publish {file}: expected an object of settings by name")
        return settings.values_of(given)
    except OSError as error:
        raise ConfigError(f"--publish {file} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ConfigError(f"--publish {file}: {error}") from error


def settings_lines(hall: str, state: settings.SettingsState) -> list[str]:
    """Return in words how a hall stands with the centre's settings."""
    if state.published is None:
        return [f"{hall}: nothing is published"]
    published, told = state.published, state.told
    lines = [
        f"{hall}: version {published.version}, published {published.published_at:%Y-%m-%d %H:%M} by {published.by}"
    ]
    for name, word in published.document.values.items():
        lines.append(f"  {name}: {json.dumps(word.value, ensure_ascii=False)}{' (locked)' if word.locked else ''}")
    if told is None:
        return [*lines, "  the hall has not answered yet"]
    lines.append(f"  the hall: version {told.version} {told.state.replace('_', ' ')}, {told.at:%Y-%m-%d %H:%M}")
    lines += [f"    {line}" for line in told.problem.splitlines()]
    for own in told.overrides:
        lines.append(f"    {own.name}: the hall keeps its own value, {json.dumps(own.here, ensure_ascii=False)}")
    return lines
