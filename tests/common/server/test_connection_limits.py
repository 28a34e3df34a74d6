"""Which connections end, on connections that are made by hand."""

from __future__ import annotations

import pytest

from common.server import connection_limits
from common.server.connection_limits import OWN_FILES, PER_ADDRESS, ConnectionLimits, addresses


class HandConnection:
    """A connection that a test opens; it records the calls to it."""

    def __init__(self, limits: ConnectionLimits, address: str = "10.0.0.1") -> None:
        self.address, self.hurried, self.aborted = address, False, False
        self._limits = limits
        limits.add(self)

    def hurry(self) -> None:
        self.hurried = True

    def abort(self) -> None:
        self.aborted = True
        self._limits.remove(self)


def opened(limits: ConnectionLimits, many: int, address: str = "10.0.0.1") -> list[HandConnection]:
    return [HandConnection(limits, address) for _ in range(many)]


def test_an_address_with_too_many_strangers_has_its_oldest_hurried() -> None:
    limits = ConnectionLimits(5_000)
    ours, others = opened(limits, PER_ADDRESS + 2), opened(limits, PER_ADDRESS, "10.0.0.2")
    assert [one.hurried for one in ours] == [True, True] + [False] * PER_ADDRESS
    assert not any(one.hurried for one in others)
    assert limits.is_hurried(ours[0])
    assert not limits.full, "nothing was closed yet"


def test_connections_of_enrolled_callers_are_not_counted_among_strangers() -> None:
    limits = ConnectionLimits(5_000)
    devices = opened(limits, PER_ADDRESS)
    for one in devices:
        limits.enrol(one)
    opened(limits, PER_ADDRESS)
    assert not any(one.hurried for one in devices)


def test_who_is_enrolled_in_a_hurry_has_time_again() -> None:
    limits = ConnectionLimits(5_000)
    first = opened(limits, PER_ADDRESS + 1)[0]
    limits.enrol(first)
    assert not limits.is_hurried(first)


def test_a_proxy_may_hold_the_connections_of_many() -> None:
    limits = ConnectionLimits(5_000, frozenset({"127.0.0.1"}))
    assert not any(one.hurried for one in opened(limits, 10 * PER_ADDRESS, "127.0.0.1"))


def test_connections_that_ended_are_forgotten() -> None:
    limits = ConnectionLimits(5_000)
    for _ in range(3):
        for one in opened(limits, PER_ADDRESS):
            limits.remove(one)
    assert not any(one.hurried for one in opened(limits, PER_ADDRESS))


def test_strangers_leave_a_reserve_to_enrolled_callers() -> None:
    limits = ConnectionLimits(OWN_FILES + 600)
    assert (limits.most, limits.most_strangers) == (600, 400)
    many = [one for number in range(8) for one in opened(limits, 51, f"10.0.1.{number}")]
    assert sum(one.hurried for one in many) == 8
    assert not any(one.aborted for one in many)


@pytest.mark.allow_logs
def test_where_no_connection_is_left_one_in_a_hurry_ends_for_the_new_one(caplog: pytest.LogCaptureFixture) -> None:
    limits = ConnectionLimits(OWN_FILES + 600)
    crowd = opened(limits, 600)
    newest = HandConnection(limits, "10.0.0.9")
    assert [one.aborted for one in crowd] == [True] + [False] * 599
    assert not newest.aborted
    assert limits.full
    opened(limits, 5)
    assert len(caplog.records) == 1, "one line a minute"
    assert "10.0.0.1" in caplog.text


@pytest.mark.allow_logs
def test_it_is_full_for_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    limits, now_s = ConnectionLimits(5_000), 1_000.0
    monkeypatch.setattr(connection_limits.time, "monotonic", lambda: now_s)
    limits.close(HandConnection(limits))
    assert limits.full
    now_s += 60
    assert not limits.full


@pytest.mark.parametrize("text", ["proxy.example", "127.0.0.1;127.0.0.2", "300.1.1.1"])
def test_a_proxy_is_named_by_its_address(text: str) -> None:
    with pytest.raises(ValueError, match="does not appear to be"):
        addresses(text)
