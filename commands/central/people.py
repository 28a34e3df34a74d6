"""The centre's staff from its own machine: the first administrator, and help for a person who lost everything."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import datetime

from central.audit.staff_acts import CONSOLE
from central.composition import database
from central.config import CentralConfig
from central.errors import ConfigError
from central.people.people import ROLES, add_person, disable, give_new_code, people
from common.clock.wall_clock import utc_now
from contracts.codec.reader import to_json

_Add = Callable[[str, Callable[[argparse.Namespace, CentralConfig], int], str], argparse.ArgumentParser]


def add_people_command(add: _Add) -> None:
    """Add the command `person` to those of the centre."""
    person = add("person", _person, "Give somebody access to the centre's pages, renew or end it, or list who has it.")
    person.add_argument("what", choices=("add", "renew", "end", "list"))
    person.add_argument("--name", default="", help="sign-in name: 2 to 40 of a-z, 0-9, dot, - and _")
    person.add_argument("--role", choices=ROLES, help="needed with add")
    person.add_argument("--json", action="store_true", help="with list: one JSON array instead of lines")


def _person(options: argparse.Namespace, config: CentralConfig) -> int:
    if options.what == "list":
        return _list(options, config)
    if not options.name or (options.what == "add" and not options.role):
        raise ConfigError(f"person {options.what}: say --name{' and --role' if options.what == 'add' else ''}")
    with database(config) as engine:
        if options.what == "end":
            disable(engine, options.name, by=CONSOLE, now=_now())
            print(f"{options.name}: the access has ended")
            return 0
        if options.what == "add":
            code = add_person(engine, options.name, options.role, by=CONSOLE, now=_now())
        else:
            code = give_new_code(engine, options.name, by=CONSOLE, now=_now())
    print(f"set-up code for {options.name}, valid for 24 hours: {code}")
    print("it is typed on the centre's page /first-access, where password and authenticator are chosen")
    return 0


def _list(options: argparse.Namespace, config: CentralConfig) -> int:
    with database(config) as engine:
        found = people(engine, now=_now())
    if options.json:
        print(json.dumps(to_json(list(found)), ensure_ascii=False))
    elif not found:
        print("nobody has access yet: add the first administrator with person add --name NAME --role admin")
    else:
        for one in found:
            seen = f"{one.seen_at:%Y-%m-%d %H:%M} UTC" if one.seen_at else "never"
            print(f"{one.name}: {one.role}, {one.state}, last seen {seen}")
    return 0


def _now() -> datetime:
    return utc_now()
