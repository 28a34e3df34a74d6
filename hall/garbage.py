"""Look for garbage in the pauses of the hall: no command waits for the search.

Python looks for garbage whenever so many objects are new, which is just when many people call at once; and it holds
every thread up for as long as that takes: 20 ms for what two thousand visits left behind. A hall has pauses enough;
should it have none, Python looks by itself after `AT_LAST_OBJECTS`.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

LOOK_EVERY_S = 0.1
AT_LAST_OBJECTS = 200_000
"""So many new objects without a pause."""
WORTH_IT_OBJECTS = 1_000
PAUSE_S = 0.05
"""For the newest objects and those that are left of them, a thousandth of a second or two."""
LONG_PAUSE_S = 2.0
"""For all of them, which takes some hundredths."""
NO_LONG_PAUSE_S = 600.0
"""After so long without a long pause a short one must do."""
OLDEST = 2


class GarbageInPauses:
    """Takes the search over from Python; `idle_s` says for how many seconds the hall has had nothing to do."""

    def __init__(self, idle_s: Callable[[], float], *, clock_s: Callable[[], float] = time.monotonic) -> None:
        self._idle_s = idle_s
        self._clock_s = clock_s
        self._all_s = clock_s()

    def begin(self) -> None:
        """Leave what stands now out of every search, and let Python look by itself only where no pause comes."""
        gc.freeze()
        gc.set_threshold(AT_LAST_OBJECTS)

    def look(self) -> int | None:
        """Collect if it is time, and return up to which generation (0 to 2); None where it is left for later."""
        idle_s = self._idle_s()
        if idle_s < PAUSE_S:
            return None
        now_s = self._clock_s()
        all_may = idle_s >= LONG_PAUSE_S or now_s - self._all_s >= NO_LONG_PAUSE_S
        generation = _due(OLDEST if all_may else OLDEST - 1)
        if generation is not None:
            gc.collect(generation)
        if all_may:
            self._all_s = now_s
        return generation


def _due(oldest: int) -> int | None:
    """Return the oldest generation up to this one that Python would have collected by now."""
    new_objects, *younger_ones = gc.get_count()
    _, *thresholds = gc.get_threshold()
    for generation in range(oldest, 0, -1):
        if younger_ones[generation - 1] > thresholds[generation - 1]:
            return generation
    return 0 if new_objects > WORTH_IT_OBJECTS else None
