"""Tell a double press from a step that is meant: nobody reads the screen and decides within this time."""

from __future__ import annotations

from contracts.words.hall import VisitState
from hall.kernel.moment import Moment
from hall.queue.model.stage import Stage

WITH_VISIT_S = 0.4
"""After a call or a begin: the next step of the same visit is not meant yet."""
AFTER_VISIT_S = 0.25
"""After a visit has left: a quick agent calls on 0.3 s later; a double click takes less."""


def is_double_press(in_hand: Stage | None, free_since: Moment | None, now: Moment) -> bool:
    """Return whether a press at `now` belongs to the last step of the counter.

    `in_hand`: the stage of the visit called or being served there; without one the counter is free since `free_since`.
    """
    if in_hand is None:
        last, least_s = free_since, AFTER_VISIT_S
    else:
        called = in_hand.state is VisitState.CALLED
        last, least_s = in_hand.called if called else in_hand.serving_since, WITH_VISIT_S
    return last is not None and now.seconds_since(last) < least_s
