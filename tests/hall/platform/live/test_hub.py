"""Facts reach every open link in order, from any thread, and a link that lags is closed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from datetime import UTC, date, datetime

from contracts.live import FactMessage
from hall.platform.live.audience import Audience
from hall.platform.live.hub import LiveHub

NINE = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
PATIENCE_S = 60.0


def fact(seq: int, kind: str = "day_opened") -> FactMessage:
    return FactMessage(seq, kind, NINE, date(2026, 11, 25))


def in_loop(story: Coroutine[None, None, None]) -> None:
    asyncio.run(asyncio.wait_for(story, 20))


async def started(backlog: int = 100) -> LiveHub:
    hub = LiveHub("s1", backlog=backlog)
    hub.start(asyncio.get_running_loop())
    return hub


def test_facts_published_by_another_thread_arrive_in_order() -> None:
    async def story() -> None:
        hub = await started()
        link = hub.open(Audience.LEAD)
        writer = threading.Thread(target=lambda: [hub.publish([fact(2 * n), fact(2 * n + 1)]) for n in range(20)])
        writer.start()
        seen: list[int] = []
        while len(seen) < 40:
            seen += [seq for seq, _ in await link.take(PATIENCE_S)]
        writer.join()
        assert seen == list(range(40))

    in_loop(story())


def test_each_audience_gets_its_own_facts() -> None:
    async def story() -> None:
        hub = await started()
        board, head = hub.open(Audience.BOARD), hub.open(Audience.LEAD)
        hub.publish([fact(1, "signed_in"), fact(2)])
        assert [seq for seq, _ in await head.take(PATIENCE_S)] == [1, 2]
        assert [seq for seq, _ in await board.take(PATIENCE_S)] == [2]

    in_loop(story())


def test_an_event_carries_the_stream_and_the_number() -> None:
    async def story() -> None:
        hub = await started()
        link = hub.open(Audience.BOARD)
        hub.publish([fact(7)])
        [(_, message)] = await link.take(PATIENCE_S)
        assert message.startswith(b"id: s1:7\nevent: fact\ndata: {")

    in_loop(story())


def test_silence_ends_after_the_patience() -> None:
    async def story() -> None:
        hub = await started()
        assert await hub.open(Audience.BOARD).take(0.01) == []

    in_loop(story())


def test_a_link_that_lags_is_closed_and_the_others_go_on() -> None:
    async def story() -> None:
        hub = await started(backlog=3)
        slow, quick = hub.open(Audience.LEAD), hub.open(Audience.LEAD)
        hub.publish([fact(1), fact(2), fact(3)])
        await quick.take(PATIENCE_S)
        hub.publish([fact(4)])
        assert [seq for seq, _ in await quick.take(PATIENCE_S)] == [4]
        assert slow.closed
        assert await slow.take(PATIENCE_S) == []

    in_loop(story())


def test_a_link_that_left_is_counted_no_more() -> None:
    async def story() -> None:
        hub = await started()
        link = hub.open(Audience.BOARD)
        assert hub.links == 1
        hub.leave(link)
        hub.leave(link)
        assert hub.links == 0

    in_loop(story())


def test_the_end_of_the_hall_ends_every_link() -> None:
    async def story() -> None:
        hub = await started()
        links = [hub.open(audience) for audience in Audience]
        ended: list[str] = []
        hub.at_end(lambda: ended.append("what waits for something long"))
        hub.close()
        assert all(link.closed for link in links)
        assert ended

    in_loop(story())


def test_facts_before_the_start_are_nobodys() -> None:
    LiveHub("s1").publish([fact(1)])
