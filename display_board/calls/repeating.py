"""Which calls are said again when somebody who could not see them asks for it; pure.

>>> from datetime import UTC, datetime, timedelta
>>> nine = datetime(2026, 11, 24, 5, tzinfo=UTC)
>>> calls = tuple(BoardCall(f"v{n}", f"A00{n}", "A", n, nine - timedelta(minutes=n), 0) for n in (1, 2, 3, 4))
>>> [call.ticket for call in calls_to_repeat(BoardState(calls=calls), Announcing(), nine)]
['A003', 'A002', 'A001']
"""

from __future__ import annotations

from datetime import datetime, timedelta

from contracts.queue.answers import BoardCall
from display_board.calls.announcing import Announcing
from display_board.calls.state import BoardState

CALLS_REPEATED = "calls_repeated"
"""The fact that tells a board of the wish."""
REPEATED = 3
"""The number of calls repeated, the newest: more would delay new calls."""
OLDEST = timedelta(minutes=10)
"""A visitor who has not come for this long will soon be marked as a no-show; he is not called again."""


def calls_to_repeat(state: BoardState, announcing: Announcing, now: datetime) -> tuple[BoardCall, ...]:
    """Return the calls to say again at `now` by the hall's clock, the newest last; none while some are being repeated.

    A call that waits to be said, or is being said, is heard anyway.
    """
    sounding = announcing.current if announcing.sounding else None
    pending = [one for one in (*announcing.waiting, sounding) if one is not None]
    if any(one.again for one in pending):
        return ()
    heard_soon = {one.call.visit for one in pending}
    standing = [call for call in state.calls if call.visit not in heard_soon and now - call.called_at <= OLDEST]
    return tuple(reversed(standing[:REPEATED]))
