"""Signing in: password and code together, each code once, slower after wrong tries, and sessions that end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import Engine, event

from central.access.centre_key import PASSWORDS
from central.audit.staff_acts import acts_before
from central.errors import BusyError, TokenError
from central.people.enrolment import Setup
from central.people.people import disable, give_new_code
from central.people.sessions import IDLE, LONGEST, SignIn, session_of, sign_in, sign_out
from common.accounts.codes import code_hash
from common.accounts.lock_out import FREE
from common.accounts.passwords import Passwords
from tests.central.conftest import NOW
from tests.helpers.staff import PASSWORD, SETUP, Ready, ready

LATER = NOW + timedelta(minutes=5)


def come_in(engine: Engine, who: Ready, at: datetime = LATER, *, password: str = PASSWORD, code: str = "") -> str:
    return sign_in(engine, SETUP, SignIn(who.name, password, code or who.code(at)), now=at)


def test_password_and_code_together_begin_a_session(engine: Engine) -> None:
    noor = ready(engine, "noor", now=NOW, role="admin")
    caller = session_of(engine, come_in(engine, noor), now=LATER)
    assert (caller.kind, caller.hall, caller.name) == ("admin", None, "noor")
    assert acts_before(engine, None)[0][0].action == "signed_in"


def test_neither_alone_is_enough_and_all_refusals_are_alike(engine: Engine) -> None:
    noor = ready(engine, "noor", now=NOW)
    said = set()
    nobody = Ready("huda", noor.secret, ())
    for who, password, code in ((noor, "wrong", ""), (noor, PASSWORD, "000000"), (nobody, PASSWORD, "")):
        with pytest.raises(TokenError) as refused:
            come_in(engine, who, password=password, code=code)
        said.add((refused.value.code, str(refused.value)))
    assert len(said) == 1


def test_a_code_is_taken_once_and_a_recovery_code_once(engine: Engine) -> None:
    noor = ready(engine, "noor", now=NOW)
    come_in(engine, noor)
    with pytest.raises(TokenError):
        come_in(engine, noor)
    come_in(engine, noor, code=noor.recovery[3].lower())
    with pytest.raises(TokenError):
        come_in(engine, noor, code=noor.recovery[3])


def test_the_first_code_of_the_enrolment_does_not_sign_in(engine: Engine) -> None:
    noor = ready(engine, "noor", now=NOW)
    with pytest.raises(TokenError):
        come_in(engine, noor, NOW)


def test_wrong_tries_make_the_next_one_wait_even_the_right_one_until_the_time_has_passed(engine: Engine) -> None:
    noor = ready(engine, "noor", now=NOW)
    for _ in range(FREE + 1):
        with pytest.raises(TokenError):
            come_in(engine, noor, password="wrong")
    with pytest.raises(BusyError) as locked:
        come_in(engine, noor)
    assert (locked.value.status, locked.value.retry_after_s) == (429, 16)
    assert come_in(engine, noor, LATER + timedelta(seconds=16))
    assert acts_before(engine, None)[0][1].action == "sign_in_locked"
    with pytest.raises(TokenError):
        come_in(engine, noor, LATER + timedelta(seconds=90), password="wrong")


def test_a_session_ends_idle_or_old_or_signed_out_or_disabled(engine: Engine) -> None:
    noor = ready(engine, "noor", now=NOW)
    token = come_in(engine, noor)
    at = LATER
    while at - LATER < LONGEST - IDLE:
        at += IDLE - timedelta(minutes=1)
        session_of(engine, token, now=at)
    with pytest.raises(TokenError, match="sign in again"):
        session_of(engine, token, now=LATER + LONGEST)
    with pytest.raises(TokenError):
        session_of(engine, token, now=at + IDLE)
    other = come_in(engine, noor, LATER + timedelta(hours=1))
    sign_out(engine, code_hash(other), now=at)
    sign_out(engine, code_hash(other), now=at)
    sign_out(engine, code_hash("never was"), now=at)
    with pytest.raises(TokenError):
        session_of(engine, other, now=LATER + timedelta(hours=1))
    third = come_in(engine, noor, LATER + timedelta(hours=2))
    disable(engine, "noor", by="salim", now=at)
    with pytest.raises(TokenError):
        session_of(engine, third, now=LATER + timedelta(hours=2))


@pytest.mark.dialect
def test_of_two_who_come_with_one_code_at_once_one_is_refused(engine: Engine) -> None:
    noor = ready(engine, "noor", now=NOW)
    start, told = threading.Barrier(2), []

    def come() -> None:
        start.wait(60)
        try:
            told.append(bool(come_in(engine, noor)))
        except TokenError:
            told.append(False)

    threads = [threading.Thread(target=come) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(told) == [False, True]


class Meanwhile(Passwords):
    """Checks passwords as ever, and lets something happen while it does."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__(SETUP.key.seal(PASSWORDS), memory_kib=64)
        self._act = act

    def match(self, stored: str | None, password: str, name: str) -> bool:
        self._act()
        return super().match(stored, password, name)


def test_an_access_that_is_taken_away_while_its_password_is_checked_begins_no_session(engine: Engine) -> None:
    for name, act in (("noor", give_new_code), ("huda", disable)):
        who = ready(engine, name, now=NOW)
        meanwhile = Setup(SETUP.key, Meanwhile(partial(act, engine, name, by="salim", now=LATER)))
        with pytest.raises(TokenError):
            sign_in(engine, meanwhile, SignIn(name, PASSWORD, who.code(LATER)), now=LATER)


def test_a_code_that_is_used_while_another_sign_in_with_it_is_checked_begins_no_second_session(engine: Engine) -> None:
    noor = ready(engine, "noor", now=NOW)
    meanwhile = Setup(SETUP.key, Meanwhile(partial(come_in, engine, noor)))
    with pytest.raises(TokenError):
        sign_in(engine, meanwhile, SignIn("noor", PASSWORD, noor.code(LATER)), now=LATER)


def test_names_that_nobody_has_wait_as_those_that_somebody_has(engine: Engine) -> None:
    setup = Setup(SETUP.key, SETUP.passwords)
    for name in ("huda", "nul\0"):
        for _ in range(FREE + 1):
            with pytest.raises(TokenError):
                sign_in(engine, setup, SignIn(name, PASSWORD, "000000"), now=LATER)
        with pytest.raises(BusyError) as locked:
            sign_in(engine, setup, SignIn(name, PASSWORD, "000000"), now=LATER)
        assert (locked.value.status, locked.value.retry_after_s) == (429, 16)


def test_a_wrong_try_is_written_to_disk_also_for_a_name_that_nobody_has(engine: Engine) -> None:
    ready(engine, "noor", now=NOW)
    written: dict[str, int] = {}

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith(("INSERT", "UPDATE")):
            written[name] = written.get(name, 0) + 1

    event.listen(engine, "before_cursor_execute", note)
    for name in ("noor", "nobody"):
        with pytest.raises(TokenError):
            sign_in(engine, SETUP, SignIn(name, "wrong" * 4, "000000"), now=NOW)
    event.remove(engine, "before_cursor_execute", note)
    assert written == {"noor": 1, "nobody": 1}
