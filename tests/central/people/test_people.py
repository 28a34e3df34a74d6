"""Who has access: added by a code of one use, changed by others only, ended at once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from central.audit.staff_acts import acts_before
from central.errors import BodyError, ForbiddenError, NotFoundError, TokenError
from central.people.enrolment import choose_password
from central.people.people import (
    CONSOLE,
    ROLES,
    SET_UP_LIFE,
    add_person,
    change_role,
    disable,
    give_new_code,
    people,
)
from central.people.sessions import begin_session, session_of
from tests.central.conftest import NOW
from tests.helpers.staff import PASSWORD, SETUP, ready


def states(engine: Engine, at: timedelta = timedelta(0)) -> dict[str, tuple[str, str]]:
    return {one.name: (one.role, one.state) for one in people(engine, now=NOW + at)}


def test_somebody_is_invited_then_ready_and_each_step_is_written_down(engine: Engine) -> None:
    add_person(engine, "noor", "auditor", by="salim", now=NOW)
    ready(engine, "aisha", now=NOW, role="admin")
    assert states(engine) == {"aisha": ("admin", "ready"), "noor": ("auditor", "invited")}
    assert states(engine, SET_UP_LIFE)["noor"] == ("auditor", "expired")
    found, more = acts_before(engine, None)
    assert [(one.who, one.action) for one in reversed(found)] == [
        ("salim", "person_added"), ("test", "person_added"), ("aisha", "access_set_up"),
    ]  # fmt: skip
    assert not more


def test_whoever_is_disabled_is_out_at_once_and_comes_back_by_a_new_code_alone(engine: Engine) -> None:
    ready(engine, "aisha", now=NOW)
    token = begin_session(engine, "aisha", now=NOW)
    assert session_of(engine, token, now=NOW).name == "aisha"
    disable(engine, "aisha", by="salim", now=NOW)
    with pytest.raises(TokenError):
        session_of(engine, token, now=NOW)
    assert states(engine)["aisha"][1] == "disabled"
    with pytest.raises(ForbiddenError, match="bring it back first"):  # a page that was open since before the end
        give_new_code(engine, "aisha", by="salim", now=NOW)
    assert states(engine)["aisha"][1] == "disabled"
    code = give_new_code(engine, "aisha", by=CONSOLE, now=NOW)
    assert states(engine)["aisha"][1] == "invited"
    choose_password(engine, SETUP, "aisha", code, PASSWORD, now=NOW)


def test_who_got_a_role_at_the_centre_later_has_no_code_yet(engine: Engine) -> None:
    add_person(engine, "noor", "", by="salim", now=NOW)
    assert states(engine)["noor"] == ("", "halls_only")
    change_role(engine, "noor", "auditor", by="salim", now=NOW, places=("all",))
    assert states(engine)["noor"] == ("auditor", "no_code")
    give_new_code(engine, "noor", by="salim", now=NOW)
    assert states(engine)["noor"] == ("auditor", "invited")


def test_a_full_name_is_kept_without_blanks_around_it(engine: Engine) -> None:
    add_person(engine, "noor", "auditor", by="salim", now=NOW, full_name="  Noor   Al Balushi ")
    assert [one.full_name for one in people(engine, now=NOW)] == ["Noor Al Balushi"]


def test_a_role_changes_for_the_session_that_runs(engine: Engine) -> None:
    ready(engine, "aisha", now=NOW)
    token = begin_session(engine, "aisha", now=NOW)
    change_role(engine, "aisha", "admin", by="salim", now=NOW)
    assert session_of(engine, token, now=NOW).kind == "admin"


def test_the_last_administrator_who_can_sign_in_stays(engine: Engine) -> None:
    ready(engine, "aisha", now=NOW, role="admin")
    add_person(engine, "salim", "admin", by="aisha", now=NOW)  # was invited, and cannot act yet
    for take in (
        lambda: disable(engine, "aisha", by="salim", now=NOW),
        lambda: change_role(engine, "aisha", "reader", by="salim", now=NOW),
        lambda: give_new_code(engine, "aisha", by="salim", now=NOW),
        lambda: disable(engine, "aisha", by=CONSOLE, now=NOW),
    ):
        with pytest.raises(ForbiddenError, match="the only administrator"):
            take()
    change_role(engine, "aisha", "admin", by="salim", now=NOW)
    disable(engine, "salim", by="aisha", now=NOW)
    for by in ("aisha", CONSOLE):
        give_new_code(engine, "aisha", by=by, now=NOW)


@pytest.mark.parametrize("what", ["disable", "anew", "role"])
@pytest.mark.dialect
def test_of_two_administrators_who_end_each_other_at_once_one_stays(engine: Engine, what: str) -> None:
    for name in ("aisha", "salim"):
        ready(engine, name, now=NOW, role="admin")
    begin = threading.Barrier(2)

    def end(name: str, by: str) -> bool:
        begin.wait(60)
        try:
            if what == "disable":
                disable(engine, name, by=by, now=NOW)
            elif what == "anew":
                give_new_code(engine, name, by=by, now=NOW)
            else:
                change_role(engine, name, "reader", by=by, now=NOW)
        except ForbiddenError as error:
            return error.code != "last_administrator"
        return True

    with ThreadPoolExecutor(2) as both:
        done = list(both.map(end, ("aisha", "salim"), ("salim", "aisha")))
    assert sorted(done) == [False, True]
    assert list(states(engine).values()).count(("admin", "ready")) == 1


def test_nobody_ends_or_raises_the_own_access(engine: Engine) -> None:
    ready(engine, "aisha", now=NOW)
    with pytest.raises(ForbiddenError):
        disable(engine, "aisha", by="aisha", now=NOW)
    with pytest.raises(ForbiddenError):
        change_role(engine, "aisha", "admin", by="aisha", now=NOW)


@pytest.mark.parametrize("name", ["", "a", "1st", "Noor", "a b", "نور", "a" * 41])
def test_a_name_that_is_none_is_refused(engine: Engine, name: str) -> None:
    with pytest.raises(BodyError, match="sign-in name"):
        add_person(engine, name, "reader", by="salim", now=NOW)


def test_a_taken_name_an_unknown_role_and_an_unknown_person_are_named(engine: Engine) -> None:
    add_person(engine, "noor", "reader", by="salim", now=NOW)
    with pytest.raises(BodyError, match="noor"):
        add_person(engine, "noor", "reader", by="salim", now=NOW)
    with pytest.raises(BodyError, match=ROLES[0]):
        add_person(engine, "huda", "king", by="salim", now=NOW)
    with pytest.raises(NotFoundError, match="huda"):
        give_new_code(engine, "huda", by="salim", now=NOW)


@pytest.mark.dialect
def test_of_two_who_add_one_name_at_once_the_second_is_refused(engine: Engine) -> None:
    start = threading.Barrier(2)

    def add(role: str) -> str:
        start.wait()
        try:
            add_person(engine, "layla", role, by="salim", now=NOW)
        except BodyError as error:
            return error.code
        return role

    with ThreadPoolExecutor(2) as both:
        done = set(both.map(add, ("admin", "auditor")))
    (kept,) = done - {"name_taken"}
    assert states(engine)["layla"] == (kept, "invited")
