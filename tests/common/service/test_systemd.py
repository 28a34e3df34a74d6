"""The messages that systemd gets of a service, and when they stop."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from common.service.systemd import ALIVE, READY, notify, watchdog_interval_s
from common.service.watchdog import feed_watchdog


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(str(tmp_path / "n"))
        heard.setblocking(False)
        yield heard


def received(listener: socket.socket) -> list[str]:
    messages = []
    while True:
        try:
            messages.append(listener.recv(100).decode())
        except BlockingIOError:
            return messages


def environ_of(listener: socket.socket, silence_us: int) -> dict[str, str]:
    return {"NOTIFY_SOCKET": listener.getsockname(), "WATCHDOG_USEC": str(silence_us)}


def test_a_message_reaches_the_socket_and_nobody_who_listens_is_no_fault(listener: socket.socket) -> None:
    notify(READY, environ_of(listener, 1))
    notify(READY, {"NOTIFY_SOCKET": "/nowhere/at/all"})
    notify(READY, {})
    assert received(listener) == [READY]


@pytest.mark.parametrize("usec", ["", "0", "-5", "soon", "٣"])
def test_what_is_no_time_is_no_watchdog(usec: str) -> None:
    assert watchdog_interval_s({"NOTIFY_SOCKET": "/n", "WATCHDOG_USEC": usec}) is None


def test_the_service_lives_while_its_check_comes_back_also_with_an_error(listener: socket.socket) -> None:
    checks: list[int] = []

    async def check() -> None:
        checks.append(len(checks))
        if len(checks) == 2:
            raise OSError("the database is away")
        if len(checks) == 4:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(feed_watchdog(check, environ_of(listener, 4000)))
    assert received(listener) == [ALIVE] * 3


def test_a_check_that_never_comes_back_ends_the_messages(listener: socket.socket) -> None:
    async def hang() -> None:
        await asyncio.Event().wait()

    async def watched() -> None:
        feeding = asyncio.create_task(feed_watchdog(hang, environ_of(listener, 4000)))
        done, _ = await asyncio.wait([feeding], timeout=0.05)
        assert not done
        feeding.cancel()

    asyncio.run(watched())
    assert received(listener) == []


def test_where_nobody_watches_nothing_is_checked() -> None:
    async def check() -> None:
        raise AssertionError("not asked")

    asyncio.run(feed_watchdog(check, {}))
