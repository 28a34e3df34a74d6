"""Legal hold: on an order in writing nothing of a complaint, request or visit is erased until the hold is lifted."""

from __future__ import annotations

import argparse
import json
from datetime import date, datetime

from sqlalchemy import Column, Connection, select

from commands.admin.tokens import add_json_option
from common.clock.wall_clock import utc_now
from common.configuration.command_parser import CommandParser
from hall.complaints.store.tables import complaint
from hall.people.store.console_acts import note_act
from hall.platform.db.legal_holds import COMPLAINT, REQUEST, VISIT, holds, lift_hold, place_hold
from hall.platform.db.tables.core import visit
from hall.requests.store.tables import request

LONGEST_REASON = 1_000
_NUMBERS: dict[str, Column[str]] = {COMPLAINT: complaint.c.number, REQUEST: request.c.number}


class HoldError(ValueError):
    """What was asked cannot be held or lifted; the text says why."""


def add_hold_parser(acts: argparse._SubParsersAction[CommandParser]) -> CommandParser:
    """Add `admin hold`."""
    parser = acts.add_parser("hold", help="keep all of a complaint, request or visit until the hold is lifted")
    parser.add_argument("what", choices=("place", "lift", "list"))
    parser.add_argument("kind", nargs="?", choices=(COMPLAINT, REQUEST, VISIT))
    parser.add_argument("number", nargs="?", help="its number; of a visit DAY/TICKET, as 2026-11-30/A001")
    parser.add_argument("--by", default="", help="who ordered it: name and office")
    parser.add_argument("--reason", default="", help="why, with the number of the order or case")
    parser.add_argument("--all", action="store_true", help="with list: also holds that were lifted")
    add_json_option(parser)
    return parser


def run_hold(connection: Connection, arguments: argparse.Namespace) -> None:
    """Place, lift or list; raise HoldError."""
    if arguments.what == "list":
        _list(connection, arguments)
        return
    if not (arguments.kind and arguments.number and arguments.by.strip() and arguments.reason.strip()):
        raise HoldError(f"hold {arguments.what}: say kind, number, --by and --reason")
    by, reason = arguments.by.strip()[:200], arguments.reason.strip()[:LONGEST_REASON]
    at, change = utc_now(), place_hold if arguments.what == "place" else lift_hold
    subjects = _subjects(connection, arguments.kind, arguments.number)
    # Two visits can have one name, after a hall was restored: the one that is held already does not stop the other.
    changed = [change(connection, arguments.kind, one, reason, by=by, at=at) for one in subjects]
    if not any(changed):
        stands = "a hold stands already" if arguments.what == "place" else "no hold stands"
        raise HoldError(f"{arguments.kind} {arguments.number}: {stands}")
    # The reason stays in the hall: it may name people.
    note_act(connection, f"hold_{'placed' if arguments.what == 'place' else 'lifted'}", _named(arguments), at)
    kept = "what is not erased yet is kept until the hold is lifted"
    done = kept if arguments.what == "place" else "the hold is lifted"
    print(f"{arguments.kind} {arguments.number}: {done}{_erased_before(connection, arguments)}")


def _erased_before(connection: Connection, arguments: argparse.Namespace) -> str:
    """Return what a new hold on a complaint comes too late for; empty where it keeps all of it."""
    if arguments.what != "place" or arguments.kind != COMPLAINT:
        return ""
    gone = (complaint.c.number == arguments.number, complaint.c.text == "")
    closed_at = connection.execute(select(complaint.c.closed_at).where(*gone)).scalar()
    return f"; its words are erased already: it was closed on {closed_at:%Y-%m-%d}" if closed_at else ""


def _named(arguments: argparse.Namespace) -> str:
    return f"{arguments.kind} {arguments.number}"


def _subjects(connection: Connection, kind: str, number: str) -> list[str]:
    """Return the keys that are meant; raise HoldError where there are none."""
    if kind == VISIT:
        found = _visits(connection, number)
    else:
        column = _NUMBERS[kind]
        found = list(connection.execute(select(column).where(column == number)).scalars())
    if not found:
        raise HoldError(f"this hall has no {kind} {number}")
    return found


def _visits(connection: Connection, number: str) -> list[str]:
    day, _, ticket = number.partition("/")
    try:
        there = (visit.c.service_day == date.fromisoformat(day), visit.c.ticket == ticket)
    except ValueError:
        raise HoldError(f"{number}: name a visit as DAY/TICKET, for example 2026-11-30/A001") from None
    return list(connection.execute(select(visit.c.id).where(*there)).scalars())


def _list(connection: Connection, arguments: argparse.Namespace) -> None:
    rows = holds(connection, all_ever=arguments.all)
    if arguments.json:
        print(json.dumps([row._asdict() for row in rows], default=datetime.isoformat, ensure_ascii=False))
        return
    for row in rows:
        lifted = f"; lifted {row.lifted_at:%Y-%m-%d} by {row.lifted_by}: {row.lifted_why}" if row.lifted_at else ""
        print(f"{row.kind} {row.subject}: since {row.placed_at:%Y-%m-%d} by {row.placed_by}: {row.reason}{lifted}")
    if not rows:
        print("no hold stands")
