"""Fold training into the inputs: into a room and out of it, and what the guide of the first day has seen done. Pure."""

from __future__ import annotations

from dataclasses import replace

from contracts.queue.answers import VisitView
from contracts.training import TrainingPlace
from counter_client.hall.replies import signed_out
from counter_client.state.actions import Action
from counter_client.state.first_day import FirstDay
from counter_client.state.state import Inputs, Notice, Practice, Tone, Training

NOBODY = ""
"""Stands for the agent before the sign-in of a training."""


def entered(inputs: Inputs, place: TrainingPlace) -> Inputs:
    """Return the inputs at the sign-in screen of a training room."""
    days = {agent: day for agent, day in _days(inputs).items() if agent != NOBODY}
    return replace(signed_out(inputs), training=Training(Practice(place.pin), days))


def left(inputs: Inputs, code: str = "training_left") -> Inputs:
    """Return the inputs back at the counter's own sign-in screen; how far each agent got is remembered."""
    tone = Tone.WARNING if code != "training_left" else Tone.DONE
    work = replace(inputs.training, practice=None)
    return replace(signed_out(inputs), training=work, notice=Notice(tone, code))


def refused(inputs: Inputs, code: str) -> Inputs:
    """Return the inputs when no room was opened."""
    return replace(inputs, busy=None, notice=Notice(Tone.WARNING, code))


def first_day(inputs: Inputs) -> FirstDay | None:
    """Return how far the agent of this training is, None outside a training."""
    if inputs.training.practice is None:
        return None
    return _days(inputs).get(_agent(inputs), FirstDay())


def did(inputs: Inputs, action: Action, visit: VisitView | None = None) -> Inputs:
    """Return the inputs after the hall did `action`; a call counts only when somebody came of it."""
    day = first_day(inputs)
    if day is None or (action is Action.CALL_NEXT and visit is None):
        return inputs
    return _with(inputs, day.did(action))


def moved(inputs: Inputs, by: int) -> Inputs:
    """Return the inputs with the guide some steps on or back."""
    day = first_day(inputs)
    return inputs if day is None else _with(inputs, day.moved(by))


def _with(inputs: Inputs, day: FirstDay) -> Inputs:
    days = {**_days(inputs), _agent(inputs): day}
    return replace(inputs, training=replace(inputs.training, first_days=days))


def _agent(inputs: Inputs) -> str:
    return inputs.sign_in.agent or NOBODY if inputs.signed_in else NOBODY


def _days(inputs: Inputs) -> dict[str, FirstDay]:
    return dict(inputs.training.first_days)
