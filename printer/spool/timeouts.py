"""How long this kit waits for a printer before it draws a conclusion."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: for an answer, for one write, until a printer that takes nothing is stuck, and for a fence.

    `check_s` is between two looks at a printer that is at work, `silence_s` how long it may leave them unanswered,
    `printed_s` how long the token of a ticket may come behind its fence.
    """

    answer_s: float = 0.4
    write_s: float = 1.0
    stuck_s: float = 4.0
    fence_s: float = 10.0
    silence_s: float = 3.0
    check_s: float = 0.6
    printed_s: float = 3.0
