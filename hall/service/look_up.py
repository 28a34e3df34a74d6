"""Look tokens up together: fifteen counters that call at once, each with one to be asked for again, are one reading."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from hall.domain.moment import Moment
from hall.service.ports import Enrolled, Reads, ServiceWork

_Asked = dict[str, "asyncio.Future[Enrolled | None]"]


class LookUp:
    """Asks the database whose token hashes to this; belongs to the event loop."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads
        self._asked: _Asked = {}

    async def __call__(self, hashed: str) -> Enrolled | None:
        """Return the token's owner, or None; raise what the reading raises."""
        loop = asyncio.get_running_loop()
        if not self._asked:
            loop.call_soon(self._ask)
        if hashed not in self._asked:
            self._asked[hashed] = loop.create_future()
        # Shielded: a request that is given up does not take the answer from the others.
        return await asyncio.shield(self._asked[hashed])

    def _ask(self) -> None:
        asked, self._asked = self._asked, {}

        def owners(work: ServiceWork, _now: Moment) -> Mapping[str, Enrolled | None]:
            return {hashed: work.identities.owner_of(hashed) for hashed in asked}

        reading = asyncio.wrap_future(self._reads.read(owners))
        reading.add_done_callback(lambda done: _tell(asked, done))


def _tell(asked: _Asked, done: asyncio.Future[Mapping[str, Enrolled | None]]) -> None:
    error = done.exception()
    for hashed, waiting in asked.items():
        if error is not None:
            waiting.set_exception(error)
            waiting.exception()  # where nobody waits any more it has been taken note of
        else:
            waiting.set_result(done.result()[hashed])
