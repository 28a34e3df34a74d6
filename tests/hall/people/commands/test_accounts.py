"""Accounts from the invitation to the end, in the hall's own database."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from common.accounts.codes import code_hash
from common.accounts.lock_out import FREE
from hall.composition.sql_work import SqlWork
from hall.kernel.moment import Moment
from hall.people.commands.accounts import (
    Invite,
    NewPassword,
    change_password,
    change_role,
    choose_password,
    end_account,
    invite,
    invite_again,
    prove_authenticator,
)
from hall.people.commands.sign_in import RightPassword, begin_try, confirm, finish_sign_in
from hall.people.model.account import SET_UP_LIFE, TRIES_OF_ALL, Account
from hall.people.model.refusals import (
    AccountTakenError,
    AccountUnknownError,
    AuthenticatorWrongError,
    LastAdministratorError,
    NotOneselfError,
    SetUpRefusedError,
    SignInRefusedError,
)
from hall.platform.db.tables.core import fact
from tests.helpers.stored_hall import StoredHall

CODE, OTHER = code_hash("AAAA-BBBB-CCCC"), code_hash("DDDD-EEEE-FFFF")
RECOVERY = code_hash("RRRR-RRRR-RRRR")
COOKIE = "c" * 64


def invited(hall: StoredHall, name: str = "muna", role: str = "head", unit: str = "") -> Account:
    command = Invite(name, name.title(), role, unit, CODE, "console")
    return hall.do(lambda work, now: invite(command, work=work, now=now))  # type: ignore[return-value]  # a test's shorthand


def ready(hall: StoredHall, name: str = "muna", role: str = "head", unit: str = "") -> Account:
    """Return somebody's account that is set up."""
    invited(hall, name, role, unit)

    def set_up(work: SqlWork, now: Moment) -> Account:
        choose_password(name, CODE, f"hash of {name}", "salt", work=work, now=now)
        return prove_authenticator(name, CODE, 7, [RECOVERY], work=work, now=now)

    return hall.do(set_up)  # type: ignore[return-value]  # a test's shorthand


def signed_in(hall: StoredHall, known: Account, *, step: int | None, cookie: str = COOKIE, code: str = "") -> Account:
    command = RightPassword(known, step, code, cookie)
    return hall.do(lambda work, now: finish_sign_in(command, work=work, now=now))  # type: ignore[return-value]  # a test's shorthand


def acts(hall: StoredHall) -> list[str]:
    """Return what the facts say was done with accounts."""
    query = select(fact.c.body).where(fact.c.kind == "account_changed").order_by(fact.c.seq)
    rows = hall.ask(lambda work, _now: work.connection.execute(query).scalars().all())
    return [json.loads(body)["detail"]["act"] for body in rows]


def test_somebody_invited_sets_the_account_up_once_and_signs_in(stored_hall: StoredHall) -> None:
    muna = ready(stored_hall)
    assert (muna.state(stored_hall.clock.now().at), muna.set_up_code) == ("ready", None)
    with pytest.raises(SetUpRefusedError):
        stored_hall.do(lambda work, now: choose_password("muna", CODE, "other", "salt", work=work, now=now))
    signed_in(stored_hall, muna, step=8)
    owner = stored_hall.ask(lambda work, _now: work.staff.owner_of(COOKIE))
    assert (owner.kind, owner.name, owner.account) == ("head", "muna", "muna")
    assert acts(stored_hall) == ["invited", "set_up"]


def test_a_code_is_refused_when_it_is_wrong_late_or_somebody_elses(stored_hall: StoredHall) -> None:
    invited(stored_hall)
    for name, code in (("muna", OTHER), ("badr", CODE)):
        with pytest.raises(SetUpRefusedError):
            stored_hall.do(
                lambda work, now, name=name, code=code: choose_password(name, code, "h", "s", work=work, now=now)
            )
    stored_hall.clock.advance(SET_UP_LIFE.total_seconds())
    with pytest.raises(SetUpRefusedError):
        stored_hall.do(lambda work, now: choose_password("muna", CODE, "h", "s", work=work, now=now))


def test_a_wrong_code_of_the_authenticator_leaves_the_account_unready(stored_hall: StoredHall) -> None:
    invited(stored_hall)
    stored_hall.do(lambda work, now: choose_password("muna", CODE, "h", "s", work=work, now=now))
    with pytest.raises(AuthenticatorWrongError):
        stored_hall.do(lambda work, now: prove_authenticator("muna", CODE, None, [], work=work, now=now))
    assert stored_hall.do(lambda work, now: begin_try("muna", work=work, now=now)) is None


def test_each_code_signs_in_once(stored_hall: StoredHall) -> None:
    muna = ready(stored_hall)
    signed_in(stored_hall, muna, step=8)
    with pytest.raises(SignInRefusedError):
        signed_in(stored_hall, muna, step=8, cookie="d" * 64)
    with pytest.raises(SignInRefusedError):
        signed_in(stored_hall, muna, step=None, code=OTHER, cookie="d" * 64)
    signed_in(stored_hall, muna, step=None, code=RECOVERY, cookie="d" * 64)
    with pytest.raises(SignInRefusedError):
        signed_in(stored_hall, muna, step=None, code=RECOVERY, cookie="e" * 64)


def test_wrong_tries_make_the_next_one_wait_and_a_right_one_is_forgiven(stored_hall: StoredHall) -> None:
    muna = ready(stored_hall)
    for _ in range(TRIES_OF_ALL + FREE + 1):
        stored_hall.do(lambda work, now: begin_try("muna", work=work, now=now))
    locked = stored_hall.ask(lambda work, _now: work.accounts.find("muna"))
    assert locked.wait_s(stored_hall.clock.now().at) == 16
    stored_hall.clock.advance(16)
    assert locked.wait_s(stored_hall.clock.now().at) == 0
    assert signed_in(stored_hall, muna, step=8).wrong == 0


def test_who_leaves_is_out_at_once_and_comes_back_by_a_new_invitation_alone(stored_hall: StoredHall) -> None:
    ready(stored_hall, "badr")
    muna = ready(stored_hall)
    signed_in(stored_hall, muna, step=8)
    stored_hall.do(lambda work, now: end_account("muna", "badr", work=work, now=now))
    assert stored_hall.ask(lambda work, _now: work.staff.owner_of(COOKIE)) is None
    with pytest.raises(SignInRefusedError):
        signed_in(stored_hall, muna, step=9, cookie="d" * 64)
    stored_hall.do(lambda work, now: invite_again("muna", OTHER, "badr", work=work, now=now))
    again = stored_hall.ask(lambda work, _now: work.accounts.find("muna"))
    assert (again.password, again.authenticator, again.state(stored_hall.clock.now().at)) == (None, None, "invited")
    assert stored_hall.ask(lambda work, _now: work.accounts.recovery_codes_left("muna")) == 0


def test_nobody_takes_away_the_own_account_or_that_of_the_last_manager(stored_hall: StoredHall) -> None:
    ready(stored_hall)
    ready(stored_hall, "sara", "auditor")
    for own in (
        lambda work, now: end_account("muna", "muna", work=work, now=now),
        lambda work, now: invite_again("muna", OTHER, "muna", work=work, now=now),
    ):
        with pytest.raises(NotOneselfError):
            stored_hall.do(own)
    for act in (
        lambda work, now: end_account("muna", "sara", work=work, now=now),
        lambda work, _now: change_role("muna", "auditor", "", "sara", work=work),
        lambda work, now: invite_again("muna", OTHER, "sara", work=work, now=now),
    ):
        with pytest.raises(LastAdministratorError):
            stored_hall.do(act)
    stored_hall.do(lambda work, now: invite_again("muna", OTHER, "console", work=work, now=now))


def test_another_role_ends_the_sessions_of_the_old_one(stored_hall: StoredHall) -> None:
    ready(stored_hall)
    sara = ready(stored_hall, "sara", "auditor")
    signed_in(stored_hall, sara, step=8)
    changed = stored_hall.do(lambda work, _now: change_role("sara", "directorate", "lands", "muna", work=work))
    assert (changed.caller_name, changed.role) == ("lands/sara", "directorate")
    assert stored_hall.ask(lambda work, _now: work.staff.owner_of(COOKIE)) is None


def test_a_new_password_ends_the_sessions_of_other_browsers(stored_hall: StoredHall) -> None:
    muna = ready(stored_hall)
    signed_in(stored_hall, muna, step=8)
    signed_in(stored_hall, muna, step=9, cookie="d" * 64)
    stored_hall.do(lambda work, _now: change_password(NewPassword(muna, "new hash", 10, "", COOKIE), work=work))
    left = stored_hall.ask(lambda work, _now: work.accounts.sessions("muna"))
    assert [one.id for one in left] == ["c" * 12]
    with pytest.raises(SignInRefusedError):
        stored_hall.do(lambda work, _now: confirm(muna, COOKIE, "e" * 64, work=work))


def test_a_confirmed_session_acts_again(stored_hall: StoredHall) -> None:
    muna = ready(stored_hall)
    signed_in(stored_hall, muna, step=8)
    stored_hall.clock.advance(timedelta(hours=2).total_seconds())
    stored_hall.do(lambda work, _now: confirm(muna, COOKIE, "e" * 64, work=work))
    owner = stored_hall.ask(lambda work, _now: work.staff.owner_of("e" * 64))
    assert owner.acted_at == stored_hall.clock.now().at
    assert stored_hall.ask(lambda work, _now: work.staff.owner_of(COOKIE)) is None


def test_names_that_are_taken_or_unknown_are_said(stored_hall: StoredHall) -> None:
    invited(stored_hall)
    with pytest.raises(AccountTakenError, match="muna"):
        invited(stored_hall)
    with pytest.raises(AccountUnknownError, match="badr"):
        stored_hall.do(lambda work, now: end_account("badr", "muna", work=work, now=now))


def test_one_session_of_several_is_ended_by_its_id(stored_hall: StoredHall) -> None:
    muna = ready(stored_hall)
    signed_in(stored_hall, muna, step=8)
    signed_in(stored_hall, muna, step=9, cookie="d" * 64)
    ended = stored_hall.do(lambda work, _now: work.accounts.end_session_by_id("d" * 12, "muna"))
    assert ended.id == "d" * 12
    assert stored_hall.do(lambda work, _now: work.accounts.end_session_by_id("d" * 12, "muna")) is None
    assert [one.id for one in stored_hall.ask(lambda work, _now: work.accounts.sessions())] == ["c" * 12]
