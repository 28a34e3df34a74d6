"""From inputs to the sheet on which an agent changes the own PIN. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from counter_client.state.pin_sheet import PinSheet
from counter_client.state.state import Inputs, Notice


@dataclass(frozen=True)
class PinView:
    """The sheet: the three lines as typed, and whether the hall is asked."""

    old: str = field(repr=False)
    new: str = field(repr=False)
    again: str = field(repr=False)
    notice: Notice | None
    busy: bool


def derive_pin(inputs: Inputs) -> PinView | None:
    """Return the open sheet, None where it is not open."""
    sheet = inputs.sheet
    if not isinstance(sheet, PinSheet):
        return None
    return PinView(sheet.old, sheet.new, sheet.again, sheet.notice, inputs.busy is not None)
