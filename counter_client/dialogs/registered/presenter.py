"""From inputs to the sheet with what a finish has registered: the numbers and the day to tell the visitor. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter_client.state.state import Inputs, Notice, SheetKind
from counter_client.texts.names import service_name


@dataclass(frozen=True)
class RegisteredView:
    """The sheet; `printed_at` names the kiosk, empty where nothing prints; `own`: the counter's printer does."""

    ticket: str
    service: str
    numbers: tuple[str, ...]
    latest: date
    expected: bool
    """A holiday that nobody has announced yet may move the day."""
    printed_at: str
    own: bool
    practising: bool
    notice: Notice | None
    busy: bool


def derive_registered(inputs: Inputs) -> RegisteredView | None:
    """Return the open sheet, None where it is not open."""
    sheet = inputs.sheet
    if sheet is None or sheet.kind is not SheetKind.REGISTERED or not sheet.result.registered:
        return None
    last = sheet.result.registered[-1]
    return RegisteredView(
        ticket=sheet.ticket,
        service=service_name(inputs.hall, sheet.service, inputs.language) if sheet.service else "",
        numbers=tuple(one.shown for one in sheet.result.registered),
        latest=last.latest,
        expected=last.latest_expected,
        printed_at=sheet.result.printed_at or "",
        own=inputs.pc.own_printer,
        practising=inputs.training.practice is not None,
        notice=sheet.notice,
        busy=inputs.busy is not None,
    )
