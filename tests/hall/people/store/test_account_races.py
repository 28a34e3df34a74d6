"""The console and the running hall change one account at the same time: neither undoes what the other did."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import Engine, text

from commands.admin.people import ConsoleWork
from hall.kernel.facts import Fact
from hall.people.commands.accounts import (
    Invite,
    NewPassword,
    change_password,
    end_account,
    invite,
    prove_authenticator,
)
from hall.people.commands.sign_in import RightPassword, begin_try, confirm, finish_sign_in
from hall.people.model.account import CONSOLE, Account
from hall.people.model.refusals import AccountTakenError, LastAdministratorError
from hall.people.store.account_store import SqlAccounts
from hall.platform.clock import SystemClock
from tests.helpers.example_hall import NINE

CLOCK = SystemClock()
PEOPLE = ("huda", "salim")
BLOCKED = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")


@pytest.fixture
def ready(engine: Engine) -> dict[str, Account]:
    """Two administrators who can sign in."""
    with engine.begin() as connection:
        work, now = ConsoleWork(connection, CLOCK), CLOCK.now()
        for name in PEOPLE:
            invite(Invite(name, name, "admin", "", "c" * 64, CONSOLE), work=work, now=now)
            work.accounts.keep(work.accounts.all()[-1].with_password("hash", "salt"))
            prove_authenticator(name, "c" * 64, 1, ["r" * 64], work=work, now=now)
        return {one.name: one for one in work.accounts.all()}


def meanwhile(engine: Engine, act: Callable[[ConsoleWork], object]) -> threading.Thread:
    """Begin an act of the console in another transaction; return when it is done, or waits for ours."""

    def run() -> None:
        with engine.begin() as connection:
            act(ConsoleWork(connection, CLOCK))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while engine.dialect.name == "postgresql" and thread.is_alive():  # SQLite lets one transaction in at a time
        with engine.connect() as connection:
            if connection.execute(BLOCKED).scalar_one():
                break
    return thread


def end_salim(work: ConsoleWork) -> None:
    end_account("salim", CONSOLE, work=work, now=CLOCK.now())


class AccountsInTheHall(SqlAccounts):
    """The accounts as a command of the hall changes them, with a moment between its reading and its writing."""

    before_keep: Callable[[], None]

    def keep(self, account: Account) -> None:
        self.before_keep()
        super().keep(account)


@dataclass
class HallWork:
    """What a command of the running hall sees and changes."""

    accounts: AccountsInTheHall

    def record(self, fact: Fact) -> None:
        """Note nothing: the test is about accounts."""


def begin(work: HallWork, known: Account) -> None:
    begin_try(known.name, work=work, now=CLOCK.now())


def finish(work: HallWork, known: Account) -> None:
    finish_sign_in(RightPassword(known, 2, "", "s" * 64), work=work, now=CLOCK.now())


def new_password(work: HallWork, known: Account) -> None:
    change_password(NewPassword(known, "other", known.last_step + 1, "", "s" * 64), work=work)


def confirm_again(work: HallWork, known: Account) -> None:
    confirm(known, "s" * 64, "t" * 64, work=work)


@pytest.mark.dialect
@pytest.mark.parametrize("command", [begin, finish, new_password, confirm_again])
def test_who_is_ended_by_the_console_meanwhile_stays_ended_and_has_no_session(
    engine: Engine, ready: dict[str, Account], command: Callable[[HallWork, Account], None]
) -> None:
    consoles: list[threading.Thread] = []
    with engine.begin() as connection:
        accounts = AccountsInTheHall(connection, CLOCK.now().at)
        accounts.before_keep = lambda: consoles.append(meanwhile(engine, end_salim))
        command(HallWork(accounts), ready["salim"])
    consoles[0].join(60)
    with engine.begin() as connection:
        stored = SqlAccounts(connection, CLOCK.now().at)
        known = stored.find("salim")
        assert known
        assert known.ended_at is not None
        assert list(stored.sessions("salim")) == []


@pytest.mark.dialect
def test_two_administrators_who_are_ended_at_once_are_not_both_ended(engine: Engine, ready: dict[str, Account]) -> None:
    refused: list[str] = []

    def end_huda(work: ConsoleWork) -> None:
        try:
            end_account("huda", CONSOLE, work=work, now=CLOCK.now())
        except LastAdministratorError as error:
            refused.append(error.code)

    with engine.begin() as connection:
        end_salim(ConsoleWork(connection, CLOCK))
        console = meanwhile(engine, end_huda)
    console.join(60)
    with engine.begin() as connection:
        left = [one.name for one in SqlAccounts(connection, NINE).all() if one.ended_at is None]
    assert (left, refused) == (["huda"], ["last_administrator"])


@pytest.mark.dialect
def test_of_two_invitations_of_one_name_at_once_the_second_is_refused_and_the_first_is_good(engine: Engine) -> None:
    refused: list[str] = []

    def invite_from_the_console(work: ConsoleWork) -> None:
        try:
            invite(Invite("layla", "Layla", "head", "", "2" * 64, CONSOLE), work=work, now=CLOCK.now())
        except AccountTakenError as error:
            refused.append(error.code)
            work.connection.rollback()

    with engine.begin() as connection:
        work = ConsoleWork(connection, CLOCK)
        invite(Invite("layla", "Layla", "admin", "", "1" * 64, "huda"), work=work, now=CLOCK.now())
        console = meanwhile(engine, invite_from_the_console)
    console.join(60)
    with engine.begin() as connection:
        known = SqlAccounts(connection, NINE).find("layla")
    assert known
    assert (refused, known.role, known.set_up_code) == (["account_taken"], "admin", "1" * 64)
