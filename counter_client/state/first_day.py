"""The guide of six steps that an agent goes through in training: each waits until it was really done. Pure.

>>> day = FirstDay().did(Action.SIGN_IN)
>>> (day.step, day.did(Action.FINISH).step, day.did(Action.CALL_NEXT).step)
(2, 2, 3)
"""

from __future__ import annotations

from dataclasses import dataclass

from counter_client.state.actions import Action

LESSONS: tuple[tuple[Action, ...], ...] = (
    (Action.SIGN_IN,),
    (Action.CALL_NEXT,),
    (Action.BEGIN,),
    (Action.FINISH,),
    (Action.RECALL, Action.NO_SHOW),
    (Action.TRANSFER, Action.BREAK, Action.RESUME_WORK),
)
"""What is done in each step, in any order."""

STEPS = len(LESSONS)


@dataclass(frozen=True)
class FirstDay:
    """How far an agent is: `step` counts from 1, and is one more than the last when all is done."""

    step: int = 1
    ticked: frozenset[Action] = frozenset()
    """What of this step was done."""

    @property
    def over(self) -> bool:
        """Return whether no step is left."""
        return self.step > STEPS

    @property
    def left(self) -> tuple[Action, ...]:
        """Return what of this step is still to be done."""
        return () if self.over else tuple(one for one in LESSONS[self.step - 1] if one not in self.ticked)

    def did(self, action: Action) -> FirstDay:
        """Return the guide after an action was done; one of another step changes nothing."""
        if action not in self.left:
            return self
        rest = FirstDay(self.step, self.ticked | {action})
        return rest if rest.left else rest.moved(1)

    def moved(self, by: int) -> FirstDay:
        """Return the guide some steps on (skipped) or back (to do it again)."""
        return FirstDay(min(max(self.step + by, 1), STEPS + 1))
