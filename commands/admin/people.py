"""Accounts on the hall's own machine: invite the first person, help one who lost everything, end an access."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from common.accounts.codes import SET_UP_LETTERS, code_hash, new_code
from common.configuration.command_parser import CommandParser
from common.text.hidden_signs import strip_turning
from common.text.program_name import program_name
from hall.kernel.facts import Fact
from hall.people.commands.accounts import Invite, end_account, invite, invite_again, is_account_name
from hall.people.model.account import CONSOLE, ROLES, Account
from hall.people.model.facts import AccountChanged
from hall.people.store.account_store import SqlAccounts
from hall.people.store.console_acts import note_act
from hall.platform.clock import SystemClock
from hall.platform.db.hall_identity import address_of

_NO_ADDRESS = "http://HALL:8080"


def add_people_parsers(acts: argparse._SubParsersAction[CommandParser]) -> None:
    """Add `admin people` and `admin person`."""
    people = acts.add_parser("people", help="list the accounts: who, role, state")
    people.add_argument("--json", action="store_true", help="print the list as JSON")
    people.set_defaults(on_accounts=list_people)
    person = acts.add_parser("person", help="invite somebody to an account of his own, again, or end it")
    steps = person.add_subparsers(required=True, metavar="add|again|end")
    add = steps.add_parser("add", help="invite somebody; prints the link, once")
    add.add_argument("name", help="the sign-in name: 2 to 40 of a-z, 0-9, dot, - and _, a letter first")
    add.add_argument("--role", required=True, choices=ROLES)
    add.add_argument("--full-name", help="the person's name (default: the sign-in name)")
    add.add_argument("--unit", default="", help="for directorate and official: its code")
    add.set_defaults(on_accounts=add_person)
    again = steps.add_parser("again", help="take password and authenticator away and print a new link")
    again.add_argument("name")
    again.set_defaults(on_accounts=invite_person_again)
    end = steps.add_parser("end", help="end an access and its sessions; a running hall knows it within 5 s")
    end.add_argument("name")
    end.set_defaults(on_accounts=end_person)
    for step in (add, again):
        step.add_argument("--url", help="the hall's address in the link (default: where the hall answered last)")
        step.add_argument("--json", action="store_true", help="answer as JSON")


@dataclass(frozen=True)
class ConsoleWork:
    """What commands about accounts see and change beside a running hall; facts become noted acts."""

    connection: Connection
    at: SystemClock

    @property
    def accounts(self) -> SqlAccounts:
        """The accounts."""
        return SqlAccounts(self.connection, self.at.now().at)

    def record(self, fact: Fact) -> None:
        """Note an act; the running hall makes a fact of it."""
        if isinstance(fact, AccountChanged):
            note_act(self.connection, f"account_{fact.act}", f"{fact.role} {fact.account}", self.at.now().at)


def add_person(work: ConsoleWork, arguments: argparse.Namespace) -> None:
    """Invite somebody and print the link; raise ValueError for a name that cannot be one."""
    if not is_account_name(arguments.name):
        raise ValueError(f"{arguments.name!r} is no sign-in name: 2 to 40 of a-z, 0-9, dot, - and _, a letter first")
    code = new_code(SET_UP_LETTERS)
    full_name = strip_turning(arguments.full_name or "") or arguments.name
    command = Invite(arguments.name, full_name, arguments.role, arguments.unit, code_hash(code), CONSOLE)
    _print_link(work, invite(command, work=work, now=work.at.now()), code, arguments)


def invite_person_again(work: ConsoleWork, arguments: argparse.Namespace) -> None:
    """Take the secrets of an account away and print a new link; a person of the centre is only unlocked here."""
    code = new_code(SET_UP_LETTERS)
    account = invite_again(arguments.name, code_hash(code), CONSOLE, work=work, now=work.at.now())
    if account.of_centre or account.of_ministry:
        made = 'on the centre\'s page "People"' if account.of_centre else "by nobody: the ministry's account signs in"
        print(f"{account.name} is let in here again; a new link is made {made}")
        return
    _print_link(work, account, code, arguments)


def end_person(work: ConsoleWork, arguments: argparse.Namespace) -> None:
    """End an access."""
    ended = end_account(arguments.name, CONSOLE, work=work, now=work.at.now())
    print(f"the access of {ended.name} ({ended.role}) has ended; a running hall knows it within 5 s")


def list_people(work: ConsoleWork, arguments: argparse.Namespace) -> None:
    """Print all accounts by name; no secret stands in it."""
    now = work.at.now().at
    rows = [
        {"name": one.name, "full_name": one.full_name, "role": one.role, "unit": one.unit, "state": one.state(now)}
        for one in work.accounts.all()
    ]
    if arguments.json:
        print(json.dumps({"people": rows}, ensure_ascii=False))
        return
    if not rows:
        print(f"nobody has an account yet: {program_name()} admin person add NAME --role head")
    for line in _table([list(row.values()) for row in rows]):
        print(line)


def _print_link(work: ConsoleWork, account: Account, code: str, arguments: argparse.Namespace) -> None:
    address = (arguments.url or address_of(work.connection) or _NO_ADDRESS).rstrip("/")
    url = f"{address}/enter#invitation={account.name}:{code}"
    if arguments.json:
        until = account.set_up_until.isoformat() if account.set_up_until else None
        print(json.dumps({"name": account.name, "code": code, "url": url, "good_until": until}))
        return
    print(url)
    print(f"send this link to {account.full_name}; it is good for 24 hours, once", file=sys.stderr)


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
