"""End the check before the hall opens and store how each step stood, with the name of who checked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Protocol

from contracts.codec import message
from contracts.day.opening import OpeningStep, StepState
from hall.calendar.facts import OpeningCheckEnded
from hall.calendar.refusals import NoOpeningCheckError
from hall.day.model.opening_ports import HasOpenings, OpeningCheck
from hall.kernel.moment import Moment
from hall.kernel.ports import RecordsFacts


@dataclass(frozen=True)
class EndOpening:
    """End `check`; `right` are the steps that only a person could judge and that are right, as STEP:SUBJECT."""

    check: str
    by: str
    steps: tuple[OpeningStep, ...]
    right: Collection[str] = ()


class EndOpeningWork(HasOpenings, RecordsFacts, Protocol):
    """What ending the opening check reads and writes."""


def end_opening(command: EndOpening, *, work: EndOpeningWork, now: Moment) -> OpeningCheck:
    """Store the check: what was not confirmed and what did not answer is in trouble."""
    check = work.openings.newest()
    if check is None or check.id != command.check or check.ended_at is not None:
        raise NoOpeningCheckError(f"the check {command.check[:40]} is not under way")
    steps = tuple(_judged(step, command.right) for step in command.steps)
    ended = replace(check, by=command.by, ended_at=now.at, steps=steps)
    work.openings.save(ended)
    troubles = tuple(key_of(step) for step in steps if step.state is StepState.TROUBLE)
    work.record(OpeningCheckEnded(ended.id, ended.by, troubles))
    return ended


def key_of(step: OpeningStep) -> str:
    """Return the name of a step.

    >>> key_of(OpeningStep("board", "b1", "Wall", StepState.ASK))
    'board:b1'
    """
    return f"{step.step}:{step.subject}"


def _judged(step: OpeningStep, right: Collection[str]) -> OpeningStep:
    match step.state:
        case StepState.OK | StepState.TROUBLE:
            return step
        case StepState.ASK:
            good = key_of(step) in right
            return message.replace(
                step, state=StepState.OK if good else StepState.TROUBLE, detail="" if good else "not_right"
            )
        case StepState.WAITING:
            return message.replace(step, state=StepState.TROUBLE, detail="no_answer")
