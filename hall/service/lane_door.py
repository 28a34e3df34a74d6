"""Hand commands of requests to the one writer together, and take their answers together.

Fifteen counters that call at once are read in a few turns of the event loop, one by one. Were each handed on by
itself, the writer would begin with the first while the others are still being read: the two threads would take the
interpreter from each other with every statement, and the others would wait for a commit of their own. So the writer is
woken when a turn has brought nothing more; and all answers of a commit wake the loop once.
"""

from __future__ import annotations

import asyncio
from collections import deque
from concurrent.futures import Future

from hall.service.ports import Answer, Command, Key, Lane

MOST_TURNS = 64
"""A hall that never pauses makes nobody wait for longer."""


class LaneDoor:
    """The way of all requests to the lane; `answer` belongs to the event loop."""

    def __init__(self, lane: Lane) -> None:
        self._lane = lane
        self._knocking = self._more = False
        self._done: deque[tuple[asyncio.Future[Answer], Future[Answer]]] = deque()
        self._calling = False

    async def answer(self, command: Command, key: Key | None) -> Answer:
        """Do as `Lane.submit`, and return the answer when it is on disk or raise the refusal."""
        loop = asyncio.get_running_loop()
        waiting: asyncio.Future[Answer] = loop.create_future()
        stored = self._lane.submit(command, key, later=True)
        stored.add_done_callback(lambda done: self._settled(loop, waiting, done))
        self._more = True
        if not self._knocking:
            self._knocking = True
            loop.call_soon(self._knock, loop, MOST_TURNS)
        return await waiting

    def _knock(self, loop: asyncio.AbstractEventLoop, turns: int) -> None:
        """Wake the writer, or look again after one more turn where this one brought a command."""
        if self._more and turns:
            self._more = False
            loop.call_soon(self._knock, loop, turns - 1)
            return
        self._knocking = self._more = False
        self._lane.wake()

    def _settled(self, loop: asyncio.AbstractEventLoop, waiting: asyncio.Future[Answer], done: Future[Answer]) -> None:
        """Take note of an answer, on whichever thread gave it; wake the loop unless it has been woken for another."""
        self._done.append((waiting, done))
        if not self._calling and not loop.is_closed():
            self._calling = True
            loop.call_soon_threadsafe(self._tell)

    def _tell(self) -> None:
        # First: whoever is noted from here on wakes the loop again.
        self._calling = False
        while self._done:
            waiting, done = self._done.popleft()
            if waiting.done():
                continue  # its request was given up
            error = done.exception()
            if error is not None:
                waiting.set_exception(error)
            else:
                waiting.set_result(done.result())
