"""Ask the boards to say the calls that stand once more, for somebody who could not see them."""

from __future__ import annotations

from dataclasses import dataclass

from hall.calendar.facts import CallsRepeated
from hall.kernel.moment import Moment
from hall.kernel.ports import RecordsFacts


@dataclass(frozen=True)
class RepeatCalls:
    """`asked_by`: the device at which it was asked for, or who asked."""

    asked_by: str


def repeat_calls(command: RepeatCalls, *, work: RecordsFacts, now: Moment) -> None:  # noqa: ARG001  # every use case is called alike
    """Leave the fact; which calls still stand is what each board knows."""
    work.record(CallsRepeated(command.asked_by))
