"""Following a request up by its number, for a visitor who asks where it stands: this hall's or another one's. Pure."""

from __future__ import annotations

from dataclasses import replace

from contracts.requests.answers import RequestStatus
from counter_client.state.state import Inputs, Notice, Sheet, SheetKind, Tone


def opened() -> Sheet:
    """Return the sheet before a number is typed."""
    return Sheet(SheetKind.FOLLOW_UP)


def ask(inputs: Inputs, sheet: Sheet) -> Inputs:
    """Return the inputs with the typed number asked for; with nothing typed it is asked what is meant."""
    number = sheet.note.strip()
    if sheet.kind is not SheetKind.FOLLOW_UP:
        return inputs
    if not number:
        return replace(inputs, sheet=replace(sheet, notice=Notice(Tone.WARNING, "write_number")))
    return replace(inputs, sheet=replace(sheet, lookup=replace(sheet.lookup, asked=number, status=None), notice=None))


def known(inputs: Inputs, number: str, status: RequestStatus) -> Inputs:
    """Return the inputs after the hall told where a request stands; an answer about another number comes too late."""
    sheet = inputs.sheet
    if sheet is None or sheet.kind is not SheetKind.FOLLOW_UP or sheet.lookup.asked != number:
        return inputs
    return replace(inputs, sheet=replace(sheet, lookup=replace(sheet.lookup, status=status), notice=None))


def missed(inputs: Inputs, number: str, code: str, wait_s: int = 0) -> Inputs:
    """Return the inputs after the hall did not tell it, with the reason; the number can be asked for again."""
    sheet = inputs.sheet
    if sheet is None or sheet.kind is not SheetKind.FOLLOW_UP or sheet.lookup.asked != number:
        return inputs
    notice = Notice(Tone.WARNING, code, seconds=wait_s)
    return replace(inputs, sheet=replace(sheet, lookup=replace(sheet.lookup, asked=""), notice=notice))
