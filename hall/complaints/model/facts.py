"""Facts about complaints and suggestions; what they say is in none."""

from __future__ import annotations

from dataclasses import dataclass

from hall.kernel.facts import Fact


@dataclass(frozen=True, slots=True)
class ComplaintReceived(Fact):
    """Somebody brought a complaint or suggestion forward; `by` is who took it in (`visitor`: himself)."""

    complaint: str
    nature: str
    way: str
    by: str


@dataclass(frozen=True, slots=True)
class ComplaintHandedOn(Fact):
    """Somebody named finds the answer."""

    complaint: str
    to: str
    by: str


@dataclass(frozen=True, slots=True)
class ComplaintAnswered(Fact):
    """The answer was entered."""

    complaint: str
    by: str


@dataclass(frozen=True, slots=True)
class ComplaintClosed(Fact):
    """It is done with; `age_s` is how long it was open."""

    complaint: str
    by: str
    age_s: int


@dataclass(frozen=True, slots=True)
class ComplaintTakenBack(Fact):
    """The last step was taken back; `undone` is the state that it had reached."""

    complaint: str
    by: str
    undone: str
