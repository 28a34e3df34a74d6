"""The centre's settings, from central.toml and from the options of `main.py central`."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from central.config import KEPT_DAYS, KEPT_YEARS, RELEASE_KEYS, CentralConfig
from central.errors import ConfigError
from central.people.people import ROLES
from central.web.brand import read_brand
from common.accounts.breached_passwords import BreachedPasswords, BreachedPasswordsError
from common.accounts.single_sign_on import SingleSignOnError, read_single_sign_on
from common.configuration.parser import SettingsParser
from common.server.connection_limits import addresses

_USUAL = CentralConfig(Path("centre-data"))


def parser(description: str | None = None) -> SettingsParser:
    """Return the parser of the centre's settings."""
    declared = SettingsParser("central", description)
    add = declared.add_setting
    add(
        "--data",
        type=Path,
        default=_USUAL.data,
        metavar="DIR",
        help="folder of the SQLite file and the copies",
    )
    add(
        "--keys",
        type=Path,
        metavar="DIR",
        help="folder of the centre's key, apart from its data; without it the folder beside data, with -keys at the "
        "end of its name",
    )
    add(
        "--database",
        metavar="URL",
        help="sqlite:///FILE or postgresql://USER@HOST/NAME; without it SQLite in the folder",
    )
    add("--host", default=_USUAL.host, metavar="ADDRESS", help="where to listen")
    add("--port", type=int, default=_USUAL.port, metavar="P", help="port to listen on; 0: any free one")
    add(
        "--lease-s",
        type=int,
        default=_USUAL.lease_s,
        metavar="S",
        help="seconds that one installation holds its hall after its last batch",
    )
    add("--time-zone", default=_USUAL.time_zone, metavar="NAME", help="whose calendar days count")
    add("--kept-years", type=int, default=KEPT_YEARS, metavar="N", help=_KEPT_YEARS)
    add("--kept-days", type=int, default=KEPT_DAYS, metavar="N", help=_KEPT_DAYS)
    add(
        "--people-lease-days",
        type=int,
        default=_USUAL.people_lease_days,
        metavar="N",
        help="days that people of the centre still sign in at a hall that does not hear the centre, 1 to 90",
    )
    add(
        "--trusted-proxy",
        type=addresses,
        default=frozenset(),
        metavar="ADDRESSES",
        help="IP addresses of the proxy in front of the centre, with commas; only their X-Forwarded-For is believed, "
        "and only they may hold more than 100 connections that ask nothing",
    )
    add(
        "--brand",
        type=Path,
        metavar="FILE",
        help="a TOML file with [brand] as in a hall's set-up file (it may be that file): the ministry's name and "
        "emblem on the centre's pages; without it the product's mark",
    )
    add(
        "--single-sign-on",
        type=Path,
        metavar="FILE",
        help="a TOML file that names the ministry's OpenID provider and the role of each of its groups "
        "(single-sign-on.md); without it people have accounts of the centre alone",
    )
    add(
        "--breached-passwords",
        type=Path,
        metavar="FILE",
        help="a list of passwords that were in a leak, as SHA-1 hashes in order (the form of Pwned Passwords): a new "
        "password that is in it is refused; without it only easy ones are",
    )
    add(
        "--release-keys",
        type=Path,
        default=RELEASE_KEYS,
        metavar="DIR",
        help='folder of the public keys (*.pub); a release that is sent from the page "Updates" needs a signature of '
        "one of them",
    )
    add(
        "--open-pages",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="everybody on this machine reads the pages without signing in, and changes nothing; only under its own "
        "name (localhost, 127.0.0.1, ::1), and not through a proxy",
    )
    add(
        "--allow-plain-database",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="let a PostgreSQL on another machine be without sslmode=verify-full in its address; only where the "
        "network itself is encrypted (VPN)",
    )
    return declared


_KEPT_YEARS = (
    "years that visits, single survey answers, audit facts of halls, acts of the centre's staff and entries in "
    "quarantine stay, 2 to 50; figures stay for ever; 0: all stays"
)
_KEPT_DAYS = "days that ended sessions, the journal of batches and what halls took of their inboxes stay, 60 to 3650"


def add_place(parser: argparse.ArgumentParser) -> None:
    """Let a command behind `central` name file and place too; what stood before the command stays."""
    add = parser.add_argument
    add("--config", type=Path, default=argparse.SUPPRESS, metavar="FILE", help="settings file")
    add("--data", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="folder of the SQLite file and the copies")
    add("--keys", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="folder of the key (beside the data)")
    add("--database", default=argparse.SUPPRESS, metavar="URL", help="sqlite:///FILE or postgresql://USER@HOST/NAME")


def add_kept(parser: argparse.ArgumentParser) -> None:
    """Let a command say how long things stay, in the place of the file."""
    parser.add_argument("--kept-years", type=int, default=argparse.SUPPRESS, metavar="N", help=_KEPT_YEARS)
    parser.add_argument("--kept-days", type=int, default=argparse.SUPPRESS, metavar="N", help=_KEPT_DAYS)


def read_config(declared: SettingsParser, given: argparse.Namespace) -> CentralConfig:
    """Return the settings that `declared` has read; raise SettingsError with every problem."""
    config = CentralConfig(
        data=given.data,
        keys=given.keys,
        database=given.database,
        host=given.host,
        port=given.port,
        time_zone=given.time_zone,
        lease_s=given.lease_s,
        kept_years=given.kept_years,
        kept_days=given.kept_days,
        people_lease_days=given.people_lease_days,
        trusted_proxy=given.trusted_proxy,
        release_keys=given.release_keys,
        open_pages=given.open_pages,
        allow_plain_database=given.allow_plain_database,
    )
    problems = config.problems()
    try:
        config = replace(config, brand=read_brand(given.brand)) if given.brand else config
    except ConfigError as error:
        problems += str(error).splitlines()
    try:
        if path := given.single_sign_on:
            config = replace(config, single_sign_on=read_single_sign_on(path, ROLES, has_places=True))
    except SingleSignOnError as error:
        problems += [f"--single-sign-on {path}: {line}" for line in str(error).splitlines()]
    try:
        if found := given.breached_passwords:
            config = replace(config, breached_passwords=BreachedPasswords(found))
    except BreachedPasswordsError as error:
        problems.append(f"--breached-passwords: {error}")
    declared.refuse(problems)
    return config
