"""The check before the hall opens, as `GET /opening` tells it. Additive only.

>>> OpeningStep("kiosk", "k1", "Entrance", StepState.WAITING).detail
''
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from contracts.codec.message import Message, Request


class StepState(Enum):
    """How one step of the check stands."""

    OK = "ok"
    WAITING = "waiting"
    """A device has been asked and has not answered yet."""
    ASK = "ask"
    """Only a person can say: he hears it, he sees it."""
    TROUBLE = "trouble"


class OpeningStep(Message, frozen=True):
    """One step; `step` is kiosk, paper, board, counter, clock, disk or centre; `detail` a word of what is wrong."""

    step: str
    subject: str
    """A device's id, a counter's number, or nothing."""
    name: str
    state: StepState
    detail: str = ""


class OpeningView(Message, frozen=True):
    """The newest check: under way while `ended_at` is None; `steps` as they stand now, or as they were stored."""

    check: str | None
    by: str | None
    begun_at: datetime | None
    ended_at: datetime | None
    steps: tuple[OpeningStep, ...]


class EndOpeningRequest(Request, frozen=True):
    """POST /opening/end: the check, and which of the steps in `ask` are right, each as STEP:SUBJECT."""

    check: str
    right: tuple[str, ...] = ()
