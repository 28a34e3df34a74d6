"""Staff tokens on the hall's own machine: make one, list them, withdraw one."""

from __future__ import annotations

import argparse
import json
import secrets
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy import Connection

from common.clock.wall_clock import utc_now
from common.text.program_name import program_name
from hall.people.model.staff_access import NewToken, StaffToken
from hall.people.store.console_acts import note_act
from hall.people.store.staff_store import ID_LENGTH, SqlStaff
from hall.platform.db.hall_identity import address_of
from hall.platform.security.secret import token_hash

STAFF_ROLES = ("head", "admin", "reception", "analyst", "auditor", "call_centre", "directorate", "official", "intake")
WITHOUT_PAGES = ("intake",)
_DAYS, _MOST_DAYS = 90, 3650
_NO_ADDRESS = "https://HALL:8080"


def add_token_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `admin token`."""
    parser.add_argument("role", choices=STAFF_ROLES)
    parser.add_argument("--name", help="whose it is (default: the role); for directorate and official their code")
    parser.add_argument("--days", type=_days, default=_DAYS, help=f"days until it expires (default: {_DAYS})")
    parser.add_argument("--url", help="the hall's address in the link (default: where the hall answered last)")
    add_json_option(parser)


def add_json_option(parser: argparse.ArgumentParser) -> None:
    """Add `--json`."""
    parser.add_argument("--json", action="store_true", help="answer as JSON")


def make_token(connection: Connection, arguments: argparse.Namespace) -> None:
    """Store a new token and print it, as a link where its role has pages; it is shown this once."""
    token, now = secrets.token_hex(32), utc_now()
    expires_at = now + timedelta(days=arguments.days)
    hashed = token_hash(token)
    name = arguments.name or arguments.role
    SqlStaff(connection, now).add(NewToken(arguments.role, name, hashed, expires_at))
    note_act(connection, "token_made", f"{arguments.role} {name}", now)
    address = arguments.url or address_of(connection) or _NO_ADDRESS
    link = None if arguments.role in WITHOUT_PAGES else f"{address.rstrip('/')}/enter#{token}"
    token_id = hashed[:ID_LENGTH]
    if arguments.json:
        print(json.dumps({"id": token_id, "token": token, "url": link, "expires_at": expires_at.isoformat()}))
        return
    print(link or token)
    use = "send it as `Authorization: Bearer TOKEN`"
    if link:
        use = (
            "open this address in the person's browser and save it there: each time it signs in for twelve hours"
            "; a program sends what follows # as `Authorization: Bearer TOKEN`"
        )
    print(f"valid until {expires_at:%Y-%m-%d}; {use}", file=sys.stderr)
    print(f"to withdraw it: {program_name()} admin revoke-token {token_id}", file=sys.stderr)


def list_tokens(connection: Connection, arguments: argparse.Namespace) -> None:
    """Print all tokens, the newest first; never the tokens themselves, which nobody has but their owners."""
    now = utc_now()
    tokens = SqlStaff(connection, now).tokens()
    if arguments.json:
        print(json.dumps({"tokens": [_as_json(one, now) for one in tokens]}, default=datetime.isoformat))
        return
    for line in _lines(tokens, now):
        print(line)


def withdraw_token(connection: Connection, token_id: str) -> StaffToken | None:
    """Withdraw a token with its sessions and return it; None when no token has this id."""
    now = utc_now()
    token = SqlStaff(connection, now).revoke(token_id)
    if token is not None:
        note_act(connection, "token_withdrawn", f"{token.role} {token.name}", now)
    return token


def is_withdrawn(connection: Connection, token_id: str) -> bool:
    """Return whether the token with this id was withdrawn before."""
    tokens = SqlStaff(connection, utc_now()).tokens()
    return any(one.id == token_id and one.revoked_at is not None for one in tokens)


def _as_json(token: StaffToken, at: datetime) -> dict[str, object]:
    return {**asdict(token), "state": token.state(at)}


def _lines(tokens: Sequence[StaffToken], at: datetime) -> list[str]:
    heading = ("id", "role", "name", "state", "made", "expires", "last sign-in", "open sessions")
    rows = [heading] + [
        (
            one.id,
            one.role,
            one.name,
            one.state(at),
            f"{one.made_at:%Y-%m-%d}",
            f"{one.expires_at:%Y-%m-%d}",
            f"{one.last_sign_in_at:%Y-%m-%d %H:%M} UTC" if one.last_sign_in_at else "never",
            str(one.open_sessions),
        )
        for one in tokens
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heading))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and 1 <= int(text) <= _MOST_DAYS):
        raise argparse.ArgumentTypeError(f"expected 1 to {_MOST_DAYS} days, got {text!r}")
    return int(text)
