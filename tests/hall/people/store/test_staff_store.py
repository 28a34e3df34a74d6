"""Staff tokens and browser sessions, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine

from hall.kernel.callers import Enrolled
from hall.people.model.staff_access import SESSION_LIFE, NewToken
from hall.people.store.staff_store import ID_LENGTH, KEPT_FOR, SqlStaff
from tests.helpers.example_hall import NINE

TOKEN, COOKIE = "t" * 64, "c" * 64
MONTH = timedelta(days=30)


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    with engine.begin() as opened:
        yield opened


def at(connection: Connection, after: timedelta = timedelta(0)) -> SqlStaff:
    """Return the store as it is this long after nine."""
    return SqlStaff(connection, NINE + after)


@pytest.fixture
def head(connection: Connection) -> SqlStaff:
    """A store that has one token of a hall head, good for a month."""
    staff = at(connection)
    staff.add(NewToken("head", "Muna", TOKEN, NINE + MONTH))
    return staff


def test_a_token_has_its_role_until_it_expires(head: SqlStaff, connection: Connection) -> None:
    assert head.owner_of(TOKEN) == Enrolled("head", "Muna")
    assert at(connection, MONTH).owner_of(TOKEN) is None
    assert at(connection, MONTH).begin_session(TOKEN, COOKIE) is None


def test_a_withdrawn_token_ends_its_sessions_and_only_those(head: SqlStaff) -> None:
    head.add(NewToken("head", "Badr", "b" * 64, NINE + MONTH))
    head.begin_session(TOKEN, COOKIE)
    head.begin_session("b" * 64, "d" * 64)
    gone = head.revoke(TOKEN[:ID_LENGTH])
    assert gone is not None
    assert gone.name == "Muna"
    assert (head.owner_of(TOKEN), head.owner_of(COOKIE)) == (None, None)
    assert head.owner_of("d" * 64) == Enrolled("head", "Badr")
    assert head.revoke(TOKEN[:ID_LENGTH]) is None


def test_a_session_ends_by_sign_out_after_twelve_hours_or_with_its_token(
    head: SqlStaff, connection: Connection
) -> None:
    head.begin_session(TOKEN, COOKIE)
    assert head.owner_of(COOKIE) == Enrolled("head", "Muna")
    assert at(connection, SESSION_LIFE).owner_of(COOKIE) is None
    head.end_session(COOKIE)
    assert head.owner_of(COOKIE) is None
    late = at(connection, MONTH - timedelta(hours=1))
    late.begin_session(TOKEN, "e" * 64)
    assert at(connection, MONTH - timedelta(seconds=1)).owner_of("e" * 64) == Enrolled("head", "Muna")
    assert at(connection, MONTH).owner_of("e" * 64) is None


def test_a_link_for_one_use_begins_one_session_and_is_no_token(connection: Connection) -> None:
    staff = at(connection)
    staff.add(NewToken("head", "start link", TOKEN, NINE + timedelta(minutes=10), one_use=True))
    assert staff.owner_of(TOKEN) is None
    assert staff.begin_session(TOKEN, COOKIE) == Enrolled("head", "start link")
    assert staff.begin_session(TOKEN, "e" * 64) is None
    assert at(connection, timedelta(hours=11)).owner_of(COOKIE) is not None


def test_the_list_has_the_newest_first_with_state_and_sessions(head: SqlStaff, connection: Connection) -> None:
    head.begin_session(TOKEN, COOKIE)
    head.begin_session(TOKEN, "d" * 64)
    head.end_session(COOKIE)
    later = at(connection, timedelta(minutes=1))
    later.add(NewToken("auditor", "Sara", "a" * 64, NINE + timedelta(days=2)))
    sara, muna = later.tokens()
    assert (sara.id, sara.name, sara.last_sign_in_at, sara.open_sessions) == ("a" * ID_LENGTH, "Sara", None, 0)
    assert (muna.name, muna.last_sign_in_at, muna.open_sessions) == ("Muna", NINE, 1)
    assert (muna.state(NINE), sara.state(NINE + timedelta(days=2))) == ("valid", "expired")


def test_what_ended_more_than_a_year_ago_is_forgotten(head: SqlStaff, connection: Connection) -> None:
    head.begin_session(TOKEN, COOKIE)
    later = at(connection, MONTH + KEPT_FOR + timedelta(days=1))
    later.add(NewToken("auditor", "Sara", "a" * 64, NINE + KEPT_FOR + 3 * MONTH))
    later.begin_session("a" * 64, "d" * 64)
    assert [one.name for one in later.tokens()] == ["Sara"]
