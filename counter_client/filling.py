"""Fold what is typed and picked into the inputs; nothing here reaches the hall. Pure."""

from __future__ import annotations

from dataclasses import replace

from counter_client.inputs import Inputs, Sheet
from counter_client.presenters.sign_in import derive_sign_in, with_digit
from counter_client.presenters.transfer import NOTE_MAX, derive_transfer
from counter_client.presenters.waiting_list import derive_lists
from counter_client.wishes import (
    CloseSheet,
    EraseDigit,
    MoveRow,
    PickAgent,
    PickPosition,
    PickReason,
    PickRow,
    PickTarget,
    PickTargetKind,
    ShowList,
    TypeDigit,
    Wish,
    WriteNote,
)


def fill(inputs: Inputs, wish: Wish) -> Inputs:
    """Return the inputs with what was typed or picked; while a command is on its way they stay as they were sent."""
    if inputs.busy is not None:
        return inputs
    if not inputs.signed_in:
        return _at_sign_in(inputs, wish)
    match wish:
        case CloseSheet():
            return replace(inputs, sheet=None)
        case ShowList(kind):
            return replace(inputs, shown_list=kind, row=None)
        case PickRow(visit):
            return replace(inputs, row=visit)
        case MoveRow(step):
            return _moved(inputs, step)
        case _:
            return replace(inputs, sheet=_filled(inputs.sheet, wish)) if inputs.sheet else inputs


def _at_sign_in(inputs: Inputs, wish: Wish) -> Inputs:
    match wish:
        case PickAgent(agent):
            return _with_agent(inputs, agent)
        case MoveRow(step):
            return _with_agent(
                inputs, _neighbour([(row.agent, row.chosen) for row in derive_sign_in(inputs).agents], step)
            )
        case TypeDigit(digit):
            return replace(inputs, pin=with_digit(inputs.pin, digit), notice=None)
        case EraseDigit(everything):
            return replace(inputs, pin="" if everything else inputs.pin[:-1])
        case _:
            return inputs


def _with_agent(inputs: Inputs, agent: str | None) -> Inputs:
    # The same agent again keeps what was typed; another one has another PIN.
    return inputs if agent == inputs.agent else replace(inputs, agent=agent, pin="", move=False, notice=None)


def _filled(sheet: Sheet, wish: Wish) -> Sheet:
    clean = replace(sheet, notice=None)
    match wish:
        case PickTargetKind(kind):
            return replace(clean, target_kind=kind, target=None)
        case PickTarget(code):
            return replace(clean, target=code)
        case PickPosition(position):
            return replace(clean, position=position)
        case PickReason(reason):
            return replace(clean, reason=reason)
        case WriteNote(text):
            return replace(clean, note=text[:NOTE_MAX])
        case _:
            return sheet


def _moved(inputs: Inputs, step: int) -> Inputs:
    transfer = derive_transfer(inputs)
    if transfer is not None and inputs.sheet is not None:
        target = _neighbour([(row.code, row.chosen) for row in transfer.targets], step)
        return replace(inputs, sheet=replace(inputs.sheet, target=target, notice=None))
    if inputs.sheet is not None:
        return inputs
    rows = [(row.visit, row.chosen) for row in derive_lists(inputs).rows]
    return replace(inputs, row=_neighbour(rows, step))


def _neighbour(rows: list[tuple[str, bool]], step: int) -> str | None:
    if not rows:
        return None
    at = next((index for index, (_, chosen) in enumerate(rows) if chosen), -1 if step > 0 else len(rows))
    return rows[min(max(at + step, 0), len(rows) - 1)][0]
