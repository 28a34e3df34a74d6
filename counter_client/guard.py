"""Keep a slip of the finger from calling a visitor: a bounce is ignored, a second call at once is asked about.

Times are monotonic seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from counter_client.actions import Action

BOUNCE_S = 0.4
"""The same or the next thing to do, asked for again within this, is a bounce of the key or a double click."""

CALL_AGAIN_S = 3.0
"""A second call within this of the one before is asked about, and stays a question this long."""

CALLS = (Action.CALL_NEXT, Action.CALL_CHOSEN)


class Verdict(Enum):
    """What to do with a press."""

    DO = "do"
    ASK = "ask"
    IGNORE = "ignore"


@dataclass(frozen=True)
class Guard:
    """When something was last done, last called and last asked; -inf for never."""

    done_s: float = float("-inf")
    called_s: float = float("-inf")
    asked_s: float = float("-inf")

    def asked_at(self, now_s: float) -> bool:
        """Return whether the agent has been asked, and may now answer by pressing again."""
        return now_s - self.asked_s < CALL_AGAIN_S

    def asking(self, now_s: float) -> Guard:
        """Return the guard after the hall asked for it: the next call within the seconds is meant."""
        return replace(self, asked_s=now_s)

    def judge(self, action: Action, *, now_s: float) -> tuple[Verdict, Guard]:
        """Return whether to do `action` now, and the guard after it."""
        if now_s - max(self.done_s, self.asked_s) < BOUNCE_S:
            return Verdict.IGNORE, self
        soon = now_s - self.called_s < CALL_AGAIN_S
        asked = now_s - self.asked_s < CALL_AGAIN_S
        if action in CALLS and soon and not asked:
            return Verdict.ASK, replace(self, asked_s=now_s)
        called_s = now_s if action in CALLS else self.called_s
        return Verdict.DO, Guard(done_s=now_s, called_s=called_s)
