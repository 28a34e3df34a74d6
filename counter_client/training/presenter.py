"""From inputs to the band of a training: that it is one, the step of the first day, how to leave. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from counter_client.keyboard.shortcuts import key_name
from counter_client.state.actions import Action
from counter_client.state.first_day import LESSONS, STEPS
from counter_client.state.state import Inputs
from counter_client.training.update import first_day


@dataclass(frozen=True)
class Task:
    """One thing to do in a step."""

    action: Action
    ticked: bool


@dataclass(frozen=True)
class PracticeView:
    """The band: `step` counts from 1 and is `steps` + 1 when all is done; `pin` is shown until the agent signs in."""

    step: int
    steps: int
    tasks: tuple[Task, ...]
    pin: str
    leave_key: str

    @property
    def over(self) -> bool:
        """Return whether all steps are done."""
        return self.step > self.steps


def derive_practice(inputs: Inputs) -> PracticeView | None:
    """Return the band, None outside a training."""
    day = first_day(inputs)
    if day is None or inputs.training.practice is None:
        return None
    actions = () if day.over else LESSONS[day.step - 1]
    return PracticeView(
        step=day.step,
        steps=STEPS,
        tasks=tuple(Task(action, action in day.ticked) for action in actions),
        pin="" if inputs.signed_in else inputs.training.practice.pin,
        leave_key=key_name(Action.LEAVE_TRAINING, primary=False),
    )
