"""Look for garbage in the pauses of the hall: no command waits for the search.

Python looks for garbage whenever so many objects are new, which is just when many call at once; and it holds every
thread up for as long as that takes: 20 ms for what two thousand visits left behind. A hall has pauses enough; should it
have none, Python looks by itself after `AT_LAST_OBJECTS`.
"""

from __future__ import annotations

import gc
import math
from collections.abc import Callable

from hall.service.chores import Chore, Chores

AT_LAST_OBJECTS = 200_000
"""So many new objects without a pause."""
WORTH_IT_OBJECTS = 1_000
NEWEST_EVERY_S = 0.1
NEWEST_PAUSE_S = 0.05
"""For the newest objects and what is left of them, a thousandth of a second or two."""
ALL_EVERY_S = 10.0
ALL_PAUSE_S = 2.0
"""For all of them, which takes some hundredths."""
ALL_AT_LAST_S = 600.0
_MIDDLE, _OLDEST = 1, 2


def leave_the_search_to_us() -> None:
    """Leave what stands now out of every search, and let Python look by itself only where no pause comes."""
    gc.freeze()
    gc.set_threshold(AT_LAST_OBJECTS)


def sweeping(idle_s: Callable[[], float]) -> Chores:
    """Return the search as chores, not begun; `idle_s` says for how many seconds the hall has had nothing to do."""
    newest = Chore(
        "looking for garbage",
        NEWEST_EVERY_S,
        look_through_the_newest,
        pause_s=NEWEST_PAUSE_S,
        at_last_s=math.inf,  # then Python does it
    )
    everything = Chore(
        "looking for old garbage", ALL_EVERY_S, look_through_all, pause_s=ALL_PAUSE_S, at_last_s=ALL_AT_LAST_S
    )
    return Chores([newest, everything], idle_s=idle_s)


def look_through_the_newest() -> None:
    """Collect the two younger generations where it is worth it."""
    new_objects, searches, _ = gc.get_count()
    if searches > gc.get_threshold()[_MIDDLE]:
        gc.collect(_MIDDLE)
    elif new_objects > WORTH_IT_OBJECTS:
        gc.collect(0)


def look_through_all() -> None:
    """Collect all generations after so many searches of the younger two as Python waits for before it thinks of it."""
    if gc.get_count()[_OLDEST] > gc.get_threshold()[_OLDEST]:
        gc.collect()
