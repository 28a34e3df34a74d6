"""Commands of requests go to the writer together."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future

import pytest

from hall.domain.errors import CounterUnknownError
from hall.domain.moment import Moment
from hall.service.lane_door import MOST_TURNS, LaneDoor
from hall.service.ports import Answer, Command, Key, ServiceWork


class HandLane:
    """A lane that does what it has when it is woken, on a thread of its own, and notes how many commands that were."""

    def __init__(self) -> None:
        self.woken: list[int] = []
        self._waiting: list[Future[Answer]] = []

    def submit(self, command: Command, key: Key | None, *, later: bool = False) -> Future[Answer]:
        assert later
        assert command is nothing
        future: Future[Answer] = Future()
        future.refusal = key is None  # type: ignore[attr-defined]  # a test's mark
        self._waiting.append(future)
        return future

    def wake(self) -> None:
        waiting, self._waiting = self._waiting, []
        self.woken.append(len(waiting))
        threading.Thread(target=self._settle, args=(waiting,)).start()

    def _settle(self, waiting: list[Future[Answer]]) -> None:
        for at, future in enumerate(waiting):
            if future.refusal:  # type: ignore[attr-defined]  # a test's mark
                future.set_exception(CounterUnknownError("no such counter"))
            else:
                future.set_result(Answer(200, str(at).encode()))


def nothing(_work: ServiceWork, _now: Moment) -> Answer:
    raise AssertionError("the lane of this test runs nothing")


def key(text: str) -> Key:
    return Key("scope", text, "digest")


def test_what_comes_in_one_turn_of_the_loop_is_handed_on_together() -> None:
    lane = HandLane()
    door = LaneDoor(lane)

    async def fifteen_then_one() -> list[bytes]:
        together = await asyncio.gather(*(door.answer(nothing, key(str(n))) for n in range(15)))
        alone = await door.answer(nothing, key("last"))
        return [answer.body for answer in (*together, alone)]

    assert asyncio.run(fifteen_then_one()) == [*(str(n).encode() for n in range(15)), b"0"]
    assert lane.woken == [15, 1]


def one_a_turn(many: int) -> HandLane:
    """Let one command more come in each turn of the loop; return the lane that had them."""
    lane = HandLane()
    door = LaneDoor(lane)

    async def after(turns: int) -> Answer:
        for _ in range(turns):
            await asyncio.sleep(0)
        return await door.answer(nothing, key(str(turns)))

    async def all_of_them() -> None:
        await asyncio.gather(*(after(turns) for turns in range(many)))

    asyncio.run(all_of_them())
    return lane


def test_the_writer_is_woken_when_a_turn_has_brought_nothing_more() -> None:
    lane = one_a_turn(10)
    assert lane.woken == [10]


def test_a_hall_that_never_pauses_makes_nobody_wait_for_long() -> None:
    lane = one_a_turn(2 * MOST_TURNS)
    assert MOST_TURNS / 2 < lane.woken[0] <= MOST_TURNS + 2
    assert sum(lane.woken) == 2 * MOST_TURNS


def test_a_refusal_is_its_own_callers_alone() -> None:
    door = LaneDoor(HandLane())

    async def one_of_two() -> list[object]:
        asked = (door.answer(nothing, None), door.answer(nothing, key("good")))
        return list(await asyncio.gather(*asked, return_exceptions=True))

    refused, answered = asyncio.run(one_of_two())
    assert isinstance(refused, CounterUnknownError)
    assert answered == Answer(200, b"1")


def test_a_request_that_is_given_up_keeps_no_answer_from_the_others() -> None:
    door = LaneDoor(HandLane())

    async def give_up_the_first() -> Answer:
        first = asyncio.ensure_future(door.answer(nothing, key("first")))
        second = asyncio.ensure_future(door.answer(nothing, key("second")))
        await asyncio.sleep(0)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        return await second

    assert asyncio.run(give_up_the_first()) == Answer(200, b"1")
