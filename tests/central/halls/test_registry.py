"""Who may speak: tokens and pairing codes, used once, revoked at once, never stored as they are."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from central.access import tokens
from central.errors import ConfigError, ForbiddenError, NotFoundError, TokenError
from central.halls import registry
from central.store.tables.halls import access_token, hall, pairing_code
from tests.central.conftest import NOW
from tests.helpers.examples import assert_examples_hold


def test_the_examples_hold() -> None:
    assert_examples_hold(registry)


def test_a_token_names_its_hall_and_only_its_hash_is_stored(engine: Engine) -> None:
    token = registry.new_hall_token(engine, "1", "x", now=NOW)
    assert len(token) >= 43  # 256 bits
    who = registry.caller(engine, f"Bearer {token}", now=NOW)
    registry.require_hall(who, "1")
    with pytest.raises(ForbiddenError):
        registry.require_hall(who, "2")
    with engine.connect() as connection:
        assert token not in str(connection.execute(select(access_token)).all())


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer ", "Basic abc", "Bearer no-such-token"])
def test_nobody_else_is_let_in(sqlite_engine: Engine, header: str | None) -> None:
    with pytest.raises(TokenError):
        registry.caller(sqlite_engine, header, now=NOW)


def test_revoked_tokens_are_refused_at_once(engine: Engine) -> None:
    of_hall = [registry.new_hall_token(engine, "1", "x", now=NOW) for _ in range(2)]
    reader = tokens.new_reader_token(engine, "analyst", now=NOW)
    assert registry.revoke_tokens(engine, "1", now=NOW) == 2
    for token in of_hall:
        with pytest.raises(TokenError, match="revoked"):
            tokens.holder_of(engine, token, now=NOW)
    assert tokens.holder_of(engine, reader, now=NOW).kind == "reader"


def test_a_reader_is_no_hall(sqlite_engine: Engine) -> None:
    reader = tokens.holder_of(sqlite_engine, tokens.new_reader_token(sqlite_engine, "analyst", now=NOW), now=NOW)
    with pytest.raises(ForbiddenError):
        registry.require_hall(reader, "1")


def test_a_pairing_code_is_good_once(engine: Engine) -> None:
    code, expires_at = registry.new_pairing_code(engine, "1", now=NOW)
    assert (len(code), expires_at) == (8, NOW + timedelta(minutes=10))
    name, token = registry.enrol(engine, f"{code[:4].lower()}-{code[4:]}", now=NOW)
    assert (name, tokens.holder_of(engine, token, now=NOW).hall) == ("1", "1")
    with pytest.raises(TokenError):
        registry.enrol(engine, code, now=NOW)
    with engine.connect() as connection:
        assert code not in str(connection.execute(select(pairing_code)).all())


@pytest.mark.parametrize("code", ["", "ABCDEFGH", "x" * 1000, "\0"])
def test_a_wrong_code_is_refused_without_saying_why(sqlite_engine: Engine, code: str) -> None:
    with pytest.raises(TokenError, match="wrong, used or older"):
        registry.enrol(sqlite_engine, code, now=NOW)


def test_an_old_code_is_refused(engine: Engine) -> None:
    code, expires_at = registry.new_pairing_code(engine, "1", now=NOW)
    with pytest.raises(TokenError):
        registry.enrol(engine, code, now=expires_at)


def test_a_hall_added_again_gets_its_new_names_and_keeps_them_without(engine: Engine) -> None:
    registry.add_hall(engine, "1", {"ar": "قاعة أخرى"}, now=NOW)
    registry.add_hall(engine, "1", {}, now=NOW)
    with engine.connect() as connection:
        assert connection.execute(select(hall.c.names)).scalars().all() == [{"ar": "قاعة أخرى"}]


def test_what_is_not_known_is_said(sqlite_engine: Engine) -> None:
    with pytest.raises(NotFoundError, match="add it first"):
        registry.new_hall_token(sqlite_engine, "9", "x", now=NOW)
    with pytest.raises(NotFoundError):
        registry.new_pairing_code(sqlite_engine, "9", now=NOW)
    with pytest.raises(ConfigError):
        registry.add_hall(sqlite_engine, "A B", {}, now=NOW)
