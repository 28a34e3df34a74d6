"""What a command makes a printer do, one small thing at a time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintRow:
    """Print one row over the paper's whole width and feed by it."""

    row: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """Cut the paper."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer a queued question: "fence", "identity", the token of GS ( H, or a block of "keys" as it stands."""

    kind: str
    token: bytes = b""


@dataclass(frozen=True, slots=True)
class PushStatus:
    """Switch Automatic Status Back on or off."""

    on: bool


Act = PrintRow | Cut | Answer | PushStatus
