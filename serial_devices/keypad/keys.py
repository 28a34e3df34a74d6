"""What a key of a keypad asks for: words alone, for code that reads no keypad."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Key(Enum):
    """What a key asks for."""

    NEXT = "NEXT"
    RECALL = "RECALL"
    LOOK = "LOOK"
    BEGIN = "BEGIN"
    FINISH = "FINISH"
    NO_SHOW = "NO_SHOW"
    RETURN = "RETURN"
    PARK = "PARK"
    TRANSFER = "TRANSFER"
    BREAK = "BREAK"
    UNDO = "UNDO"
    SIGN_OUT = "SIGN_OUT"
    WINDOW = "WINDOW"
    """Small bar or full window, whichever is not shown."""
    UP = "UP"
    DOWN = "DOWN"
    CANCEL = "CANCEL"
    DIGIT = "DIGIT"


@dataclass(frozen=True, slots=True)
class Press:
    """One press; `digit` is set for Key.DIGIT only."""

    key: Key
    digit: int | None = None
