"""Access tokens: valid until they expire or are revoked, with the browser sessions that they began."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from central.access import tokens
from central.audit.staff_acts import acts_before
from central.errors import ConfigError, NotFoundError, TokenError
from central.halls import registry
from central.people.sessions import begin_token_session, session_of, sign_out
from common.accounts.codes import code_hash
from tests.central.conftest import NOW

MINUTE = timedelta(minutes=1)


def test_a_token_works_until_it_expires_and_a_halls_does_not_expire(engine: Engine) -> None:
    reader = tokens.new_reader_token(engine, "analyst", now=NOW, days=7)
    hall = registry.new_hall_token(engine, "1", "x", now=NOW)
    end = NOW + timedelta(days=7)
    assert tokens.holder_of(engine, reader, now=end - MINUTE).kind == "reader"
    with pytest.raises(TokenError, match="expired"):
        tokens.holder_of(engine, reader, now=end)
    assert tokens.holder_of(engine, hall, now=NOW + timedelta(days=4000)).hall == "1"
    assert [one.state for one in tokens.list_tokens(engine, now=end)] == ["expired", "valid"]


def test_unless_said_otherwise_a_token_is_good_for_90_days(sqlite_engine: Engine) -> None:
    tokens.new_platform_token(sqlite_engine, "portal", now=NOW)
    (one,) = tokens.list_tokens(sqlite_engine, now=NOW)
    assert one.expires_at == NOW + timedelta(days=90)
    for days in (0, -1, tokens.MOST_DAYS + 1):
        with pytest.raises(ConfigError, match="use 1 to"):
            tokens.new_reader_token(sqlite_engine, "x", now=NOW, days=days)


def test_the_last_use_is_known_to_the_hour(engine: Engine) -> None:
    token = tokens.new_reader_token(engine, "analyst", now=NOW)

    def used_after(minutes: int) -> object:
        tokens.holder_of(engine, token, now=NOW + minutes * MINUTE)
        return tokens.list_tokens(engine, now=NOW)[0].used_at

    assert used_after(1) == NOW + MINUTE
    assert used_after(59) == NOW + MINUTE
    assert used_after(62) == NOW + 62 * MINUTE


def test_a_session_ends_with_the_token_that_began_it(engine: Engine) -> None:
    token = tokens.new_reader_token(engine, "wall", now=NOW, acts=True, days=1)
    first, second = (begin_token_session(engine, token, "wall", now=NOW) for _ in range(2))
    caller = session_of(engine, first, now=NOW)
    assert (caller.kind, caller.name) == ("acts", "wall")
    sign_out(engine, code_hash(first), now=NOW)
    with pytest.raises(TokenError, match="has ended"):
        session_of(engine, first, now=NOW)
    assert session_of(engine, second, now=NOW).kind == "acts"
    assert tokens.revoke_named(engine, "wall", now=NOW) == 1
    with pytest.raises(TokenError, match="has ended"):
        session_of(engine, second, now=NOW)
    late = tokens.new_reader_token(engine, "late", now=NOW - timedelta(days=1) + MINUTE, days=1)
    short = begin_token_session(engine, late, "late", now=NOW)
    with pytest.raises(TokenError, match="has ended"):
        session_of(engine, short, now=NOW + MINUTE)


def test_making_and_revoking_is_written_down_with_whom_it_was_for(engine: Engine) -> None:
    tokens.new_reader_token(engine, "analyst", now=NOW, acts=True)
    tokens.revoke_named(engine, "analyst", now=NOW)
    with pytest.raises(NotFoundError, match="no valid token has the name"):
        tokens.revoke_named(engine, "analyst", now=NOW)
    acts, _ = acts_before(engine, None)
    assert [(one.action, one.who) for one in acts] == [
        ("token_revoked", "command line"),
        ("token_made", "command line"),
    ]
    assert acts[1].detail.startswith("analyst: acts, until ")


def test_a_halls_token_is_not_revoked_by_a_name(sqlite_engine: Engine) -> None:
    registry.new_hall_token(sqlite_engine, "1", "wall", now=NOW)
    with pytest.raises(NotFoundError):
        tokens.revoke_named(sqlite_engine, "wall", now=NOW)
