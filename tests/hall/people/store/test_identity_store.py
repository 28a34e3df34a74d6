"""Tokens, PINs, devices and pairing codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from contracts.queue.queues_view import DeviceNow
from hall.kernel.callers import Enrolled
from hall.kernel.ids import AgentId, CounterId
from hall.kernel.moment import Moment
from hall.people.model.device_token import DeviceTokens
from hall.people.model.identity_ports import Identities
from hall.people.store.identity_store import SqlIdentities
from hall.queue.model.session import CounterSession
from hall.queue.store.session_store import SqlSessions
from tests.helpers.example_hall import NINE

TOKEN, OTHER = "a" * 64, "b" * 64


def tokens(current: str) -> DeviceTokens:
    return DeviceTokens(current, NINE, f"after {current[:50]}")


@pytest.fixture
def who(engine: Engine) -> Iterator[SqlIdentities]:
    with engine.begin() as connection:
        yield SqlIdentities(connection, NINE)


@pytest.fixture
def sessions(who: SqlIdentities) -> SqlSessions:
    ignore: Callable[[object], None] = lambda _fact: None  # noqa: E731 - a recorder of one line
    return SqlSessions(who._connection, ignore)


def test_it_is_what_the_service_asks_for(who: SqlIdentities) -> None:
    port: Identities = who
    assert port.owner_of(TOKEN) is None


def test_a_devices_token_names_it_until_it_is_withdrawn(who: SqlIdentities) -> None:
    who.add_device("d1", "kiosk", "Door", None, tokens(TOKEN))
    assert who.owner_of(TOKEN) == Enrolled("kiosk", "Door", None, device="d1")
    assert who.owner_of(OTHER) is None
    assert who.revoke_device("d1", NINE)
    assert who.owner_of(TOKEN) is None
    assert not who.revoke_device("d1", NINE)
    assert not who.revoke_device("d9", NINE)


def test_a_devices_next_token_names_it_too_and_the_previous_one_as_long_as_it_is_good(who: SqlIdentities) -> None:
    who.add_device("d1", "kiosk", "Door", None, tokens(TOKEN))
    assert who.tokens_of("d1") == tokens(TOKEN)
    for until, known in ((NINE, False), (NINE + timedelta(seconds=1), True)):
        changed = DeviceTokens("current", NINE, "next", "previous", until)
        who.set_tokens("d1", changed)
        assert who.tokens_of("d1") == changed
        assert {one for one in ("current", "next", "previous", TOKEN) if who.owner_of(one)} == (
            {"current", "next", "previous"} if known else {"current", "next"}
        )
    who.revoke_device("d1", NINE)
    assert who.tokens_of("d1") is None
    assert [who.owner_of(one) for one in ("current", "next", "previous")] == [None] * 3


def test_with_a_counters_pc_the_token_of_whoever_is_signed_in_there_ends_and_his_session_goes_on(
    who: SqlIdentities, sessions: SqlSessions
) -> None:
    who.add_device("d1", "counter", "PC 3", 3, tokens(TOKEN))
    who.add_device("d2", "kiosk", "Door", None, tokens(OTHER))
    for session, counter, agent in (("s3", 3, "salim"), ("s4", 4, "maryam")):
        sessions.add(CounterSession(session, CounterId(counter), AgentId(agent), Moment(NINE, 1, "boot")))
        who.add_session_token(session, session * 32)
    who.revoke_device("d2", NINE)
    assert who.owner_of("s3" * 32) == Enrolled("agent", "salim", 3, session="s3")
    who.revoke_device("d1", NINE)
    assert who.owner_of("s3" * 32) is None
    assert who.owner_of("s4" * 32) == Enrolled("agent", "maryam", 4, session="s4")
    assert sessions.at(CounterId(3)) is not None
    who.add_session_token("s3", "new" * 21)
    assert who.owner_of("new" * 21) == Enrolled("agent", "salim", 3, session="s3")


def test_no_two_devices_share_a_token(who: SqlIdentities) -> None:
    who.add_device("d1", "kiosk", "Door", None, tokens(TOKEN))
    with pytest.raises(IntegrityError):
        who.add_device("d2", "board", "Wall", None, tokens(TOKEN))


def test_a_device_shows_what_it_reported_last(who: SqlIdentities) -> None:
    who.add_device("d1", "kiosk", "Door", None, tokens(TOKEN))
    who.add_device("d2", "board", "Wall", None, tokens(OTHER))
    report = DeviceNow("d1", "kiosk", "Door", "degraded", "near_end", "low", NINE + timedelta(seconds=5))
    assert who.report_device(report)
    assert not who.report_device(DeviceNow("d9", "kiosk", "?", "ok", None, None, NINE))
    assert who.devices() == [DeviceNow("d2", "board", "Wall", "unknown", None, None, None), report]
    who.revoke_device("d1", NINE)
    assert [device.device for device in who.devices()] == ["d2"]
    assert not who.report_device(report)


def test_a_pairing_code_is_spent_once_by_its_kind_and_in_time(who: SqlIdentities) -> None:
    who.add_code("c1", "counter", "Counter 3", 3, NINE + timedelta(minutes=10))
    late = NINE + timedelta(minutes=10)
    assert who.spend_code("c1", "kiosk", NINE) is None
    assert who.spend_code("c2", "counter", NINE) is None
    assert who.spend_code("c1", "counter", late) is None
    assert who.spend_code("c1", "counter", late - timedelta(seconds=1)) == ("Counter 3", 3)
    assert who.spend_code("c1", "counter", NINE) is None


def test_a_sessions_token_names_its_agent_until_sign_out(who: SqlIdentities, sessions: SqlSessions) -> None:
    now = Moment(NINE, 1, "b1")
    session = CounterSession("s1", CounterId(3), AgentId("said"), now)
    sessions.add(session)
    who.add_session_token("s1", TOKEN)
    assert who.owner_of(TOKEN) == Enrolled("agent", "said", 3, session="s1")
    session.sign_out("said", at=now)
    sessions.save(session)
    assert who.owner_of(TOKEN) is None


def test_a_pin_hash_can_be_set_and_changed(who: SqlIdentities) -> None:
    assert who.pin_hash("said") is None
    who.set_pin_hash("said", "$argon2id$one")
    who.set_pin_hash("said", "$argon2id$two")
    assert who.pin_hash("said") == "$argon2id$two"
    assert who.pin_hash("noor") is None


def test_a_changed_pin_withdraws_the_token_of_the_agents_session_and_of_nobody_else(
    who: SqlIdentities, sessions: SqlSessions
) -> None:
    for session, counter, agent, token in (("s1", 3, "said", TOKEN), ("s2", 4, "noor", "n" * 64)):
        sessions.add(CounterSession(session, CounterId(counter), AgentId(agent), Moment(NINE, 1, "b1")))
        who.add_session_token(session, token)
    who.set_pin_hash("said", "$argon2id$two")
    assert who.owner_of(TOKEN) is None
    assert who.owner_of("n" * 64) == Enrolled("agent", "noor", 4, session="s2")
