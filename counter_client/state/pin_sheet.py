"""What the sheet for the own PIN holds, and what an agent can want on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from counter_client.state.intents import OnSheet
from counter_client.state.state import Sheet, SheetKind


class PinLine(Enum):
    """The lines of the sheet."""

    OLD = "old"
    NEW = "new"
    AGAIN = "again"


@dataclass(frozen=True)
class PinSheet(Sheet):
    """The PINs as they are typed so far; no log shows them."""

    kind: SheetKind = SheetKind.PIN
    old: str = field(default="", repr=False)
    new: str = field(default="", repr=False)
    again: str = field(default="", repr=False)


@dataclass(frozen=True)
class WritePin(OnSheet):
    """One line as it stands now."""

    line: PinLine
    text: str = field(repr=False)


@dataclass(frozen=True)
class SendPin(OnSheet):
    """Change the PIN."""


PinWish = WritePin | SendPin
