"""Releases at the centre's own machine: take in a signed file, and give it to one hall, chosen halls, then all."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from central.audit.staff_acts import CONSOLE
from central.composition import database
from central.config import CentralConfig
from central.errors import ConfigError
from central.halls.current_state import halls_now
from central.releases import rollout
from central.releases.files import FOLDER, add_file, remove_release
from central.releases.overview import Rollout, rollouts
from central.releases.plan import Plan
from common.clock.wall_clock import utc_now
from common.releases.signature import SignatureError, read_public_keys

_Add = Callable[[str, Callable[[argparse.Namespace, CentralConfig], int], str], argparse.ArgumentParser]


def add_release_command(add: _Add) -> None:
    """Add the command `release` to those of the centre."""
    given = add("release", _release, "Take in a signed release, give it to halls group by group, or list releases.")
    given.add_argument("what", choices=("add", "publish", "next", *rollout.MOVES, "remove", "list"))
    given.add_argument("--file", type=Path, metavar="FILE", help="with add; its signature FILE.sig lies beside it")
    given.add_argument(
        "--release-keys", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="with add: folder of public keys"
    )
    given.add_argument("--version", default="", help="the release; needed except with add and list")
    given.add_argument("--pilot", default="", metavar="HALL", help="with publish: the hall that gets it first")
    given.add_argument("--hall", action="append", default=[], help="with publish: a hall that follows; may be repeated")
    given.add_argument("--governorate", action="append", default=[], help="with publish: all its halls follow")
    given.add_argument("--json", action="store_true", help="with list: one JSON array instead of lines")


def _release(options: argparse.Namespace, config: CentralConfig) -> int:
    what, version, now = options.what, options.version, utc_now()
    if what not in {"add", "list"} and not version:
        raise ConfigError(f"release {what}: say --version")
    with database(config) as engine:
        if what == "add":
            return _add(engine, options.file, config, now)
        if what == "list":
            return _list(engine, now, as_json=options.json)
        if what == "publish":
            plan = Plan(options.pilot, tuple(options.hall), tuple(options.governorate))
            rollout.publish(engine, version, plan, by=CONSOLE, now=now)
        elif what == "next":
            _open_next(engine, version, now)
        elif what == "remove":
            remove_release(engine, config.data / FOLDER, version, by=CONSOLE, now=now)
        else:
            rollout.change(engine, version, what, by=CONSOLE, now=now)
    print(f"{what}: version {version}")
    return 0


def _add(engine: Engine, file: Path | None, config: CentralConfig, now: datetime) -> int:
    if file is None:
        raise ConfigError("release add: say --file")
    try:
        keys = read_public_keys(config.release_keys)
    except SignatureError as error:
        raise ConfigError(str(error)) from error
    version, system = add_file(engine, config.data / FOLDER, file, keys, by=CONSOLE, now=now)
    print(f"version {version} for {system} is at the centre; no hall gets it until it is published")
    return 0


def _open_next(engine: Engine, version: str, now: datetime) -> None:
    found = next((one for one in _all(engine, now) if one.version == version), None)
    group = found.next_group if found else None
    rollout.open_group(engine, version, group or 0, by=CONSOLE, now=now)


def _list(engine: Engine, now: datetime, *, as_json: bool) -> int:
    found = _all(engine, now)
    if as_json:
        print(json.dumps([_as_json(one) for one in found], ensure_ascii=False))
        return 0
    for one in found:
        print(f"{one.version}: {one.state}, group {one.open_group}, {', '.join(one.systems)} {one.reason}".rstrip())
        for row in one.halls:
            print(f"  {row.hall.hall}: {row.state}, has {row.hall.app or 'no known version'} {row.problem}".rstrip())
        for hall, device in one.devices_failed:
            why = device.update.problem if device.update else ""
            print(f"  {hall.hall}: failed on {device.name} {why}".rstrip())
    return 0


def _as_json(one: Rollout) -> dict[str, object]:
    halls = {row.hall.hall: {"state": row.state, "has": row.hall.app, "problem": row.problem} for row in one.halls}
    return {"version": one.version, "state": one.state, "group": one.open_group, "reason": one.reason, "halls": halls}


def _all(engine: Engine, now: datetime) -> list[Rollout]:
    return list(rollouts(engine, halls_now(engine, now=now)))
