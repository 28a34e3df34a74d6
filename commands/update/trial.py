"""The trial of a new release: it must come up in time, and then be well for a while without a break."""

from __future__ import annotations

import time
from collections.abc import Callable

from commands.update.problem import Problem
from commands.update.sources.source import AwayError
from contracts.words.releases import ReleaseProblem

ASK_EVERY_S = 0.5


def watch(
    problem_now: Callable[[], str], tell: Callable[[str], None], *, start_s: float, healthy_s: float
) -> Problem | None:  # fmt: skip
    """Return why the started program is not well, or None when it was well long enough.

    While `problem_now` raises AwayError nobody can say how it is: it counts as not come up yet.
    """
    begun, well_since = time.monotonic(), None
    while True:
        try:
            problem = problem_now()
        except AwayError as error:
            problem, well_since = str(error), None
        now = time.monotonic()
        if not problem and well_since is None:
            tell(f"it answers; it must be well for {healthy_s:.0f} s")
            well_since = now
        if well_since is None and now - begun > start_s:
            return Problem(ReleaseProblem.NOT_STARTED, f"it did not come up within {start_s:.0f} s: {problem}")
        if well_since is not None and problem:
            return Problem(ReleaseProblem.NOT_WELL, f"it came up and was not well afterwards: {problem}")
        if well_since is not None and now - well_since >= healthy_s:
            return None
        time.sleep(min(ASK_EVERY_S, healthy_s))
