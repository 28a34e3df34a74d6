"""Make, list and revoke the centre's access tokens on its own machine."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import datetime

from central.access import tokens
from central.access.tokens import ListedToken
from central.composition import database
from central.config import CentralConfig, check_hall
from central.errors import ConfigError
from central.halls import registry
from common.clock.wall_clock import utc_now
from contracts.codec.reader import to_json

_Add = Callable[[str, Callable[[argparse.Namespace, CentralConfig], int], str], argparse.ArgumentParser]


def add_token_commands(add: _Add) -> None:
    """Add the commands `reader`, `platform`, `tokens` and `revoke` to those of the centre."""
    reader = add("reader", _reader, "Print a token for a program or a browser that reads the pages.")
    reader.add_argument("--acts", action="store_true", help="may also release from quarantine and enter training hours")
    platform = add("platform", _platform, "Print a token for the ministry's platform, which brings requests for halls.")
    for made in (reader, platform):
        made.add_argument("--name", required=True, help="who it is for; the token is revoked by this name")
        days = f"days until it expires, 1 to {tokens.MOST_DAYS} ({tokens.DAYS})"
        made.add_argument("--days", type=int, default=tokens.DAYS, metavar="N", help=days)
    listed = add("tokens", _tokens, "List all tokens: whose they are, when they expire, when they were last used.")
    listed.add_argument("--json", action="store_true", help="one JSON array instead of lines")
    revoke = add("revoke", _revoke, "Revoke all tokens of a hall, or the tokens with a name; a running centre obeys.")
    revoke.add_argument("--hall", help="a hall's name in addresses")
    revoke.add_argument("--name", help="the name that a reader's or the platform's token was made with")


def _reader(options: argparse.Namespace, config: CentralConfig) -> int:
    with database(config) as engine:
        print(tokens.new_reader_token(engine, options.name, now=_now(), acts=options.acts, days=options.days))
    return 0


def _platform(options: argparse.Namespace, config: CentralConfig) -> int:
    with database(config) as engine:
        print(tokens.new_platform_token(engine, options.name, now=_now(), days=options.days))
    return 0


def _tokens(options: argparse.Namespace, config: CentralConfig) -> int:
    with database(config) as engine:
        found = tokens.list_tokens(engine, now=_now())
    if options.json:
        print(json.dumps(to_json(list(found)), ensure_ascii=False))
    elif not found:
        print("there are no tokens yet")
    else:
        print("\n".join(token_line(one) for one in found))
    return 0


def token_line(token: ListedToken) -> str:
    """Return one token as the list shows it."""
    whose = f"hall {token.hall}" if token.hall else token.kind
    until = f" until {token.expires_at:%Y-%m-%d}" if token.expires_at and token.state == "valid" else ""
    used = f"last used {token.used_at:%Y-%m-%d %H:%M} UTC" if token.used_at else "never used"
    return f"{token.name}: {whose}, {token.state}{until}" + ("" if token.hall else f", {used}")


def _revoke(options: argparse.Namespace, config: CentralConfig) -> int:
    if (options.hall is None) == (options.name is None):
        raise ConfigError("revoke: give either --hall or --name")
    with database(config) as engine:
        if options.hall is not None:
            revoked = registry.revoke_tokens(engine, check_hall(options.hall), now=_now())
        else:
            revoked = tokens.revoke_named(engine, options.name, now=_now())
    print(f"{revoked} token{'' if revoked == 1 else 's'} revoked")
    return 0


def _now() -> datetime:
    return utc_now()
