"""Answer what an agent wants on the transfer sheet: what changes on it, and the transfer that is sent. Pure."""

from __future__ import annotations

from dataclasses import replace

from contracts.queue.answers import VisitView
from contracts.queue.bodies import TransferRequest
from counter_client.dialogs.transfer.presenter import TransferView, derive_transfer
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.state import Inputs, Notice, Tone
from counter_client.state.transfer_sheet import (
    MoveTarget,
    PickPosition,
    PickReason,
    PickTarget,
    Seek,
    SendTransfer,
    ShowDetails,
    Target,
    TargetKind,
    ToggleBack,
    TransferSheet,
    TransferWish,
)


def opened(visit: VisitView) -> TransferSheet:
    """Return the sheet that asks where to transfer the visit."""
    return TransferSheet(visit=visit.visit, ticket=visit.ticket, service=visit.service)


def left(sheet: TransferSheet) -> TransferSheet | None:
    """Return the sheet one step back: the first step, or none."""
    return replace(sheet, details=False, notice=None) if sheet.details else None


def update(inputs: Inputs, sheet: TransferSheet, wish: TransferWish) -> tuple[Inputs, Post | None]:
    """Return the inputs after the wish and the command to send, if any."""
    view = derive_transfer(inputs)
    if view is None or inputs.busy is not None:
        return inputs, None
    if not isinstance(wish, SendTransfer):
        return replace(inputs, sheet=_changed(replace(sheet, notice=None), view, wish)), None
    chosen = wish.target or (view.chosen.target if view.chosen else None)
    if chosen is None:
        return replace(inputs, sheet=_asked(sheet, "choose_target")), None
    sheet = replace(sheet, target=chosen, notice=None)
    if view.reason_needed:
        return replace(inputs, sheet=_asked(replace(sheet, details=True), "choose_reason")), None
    return replace(inputs, sheet=sheet), Post(
        Action.TRANSFER, f"/counters/{inputs.counter}/transfer", _body(sheet, chosen), sheet.ticket
    )


def _asked(sheet: TransferSheet, code: str) -> TransferSheet:
    return replace(sheet, notice=Notice(Tone.WARNING, code))


def _changed(
    sheet: TransferSheet,
    view: TransferView,
    wish: Seek | PickTarget | MoveTarget | ShowDetails | PickPosition | PickReason | ToggleBack,
) -> TransferSheet:
    match wish:
        case Seek(text):
            return replace(sheet, sought=text, target=None)
        case PickTarget(target):
            return replace(sheet, target=target)
        case MoveTarget(step):
            return replace(sheet, target=_neighbour(view, step))
        case ShowDetails(True) if view.chosen is None:
            return _asked(sheet, "choose_target")
        case ShowDetails(shown):
            return replace(sheet, details=shown, target=view.chosen.target if view.chosen else None)
        case _:
            return _detailed(sheet, wish)


def _detailed(sheet: TransferSheet, wish: PickPosition | PickReason | ToggleBack) -> TransferSheet:
    match wish:
        case PickPosition(position):
            return replace(sheet, position=position)
        case PickReason(reason):
            return replace(sheet, reason=None if reason == sheet.reason else reason)
        case ToggleBack():
            return replace(sheet, and_back=not sheet.and_back)


def _neighbour(view: TransferView, step: int) -> Target | None:
    if not view.rows:
        return None
    first = -1 if step > 0 else len(view.rows)
    at = next((at for at, row in enumerate(view.rows) if row.chosen), first)
    return view.rows[min(max(at + step, 0), len(view.rows) - 1)].target


def _body(sheet: TransferSheet, target: Target) -> TransferRequest:
    return TransferRequest(
        service=target.code if target.kind is TargetKind.SERVICE else None,
        counter=int(target.code) if target.kind is TargetKind.COUNTER else None,
        agent=target.code if target.kind is TargetKind.AGENT else None,
        position=sheet.position,
        reason=sheet.reason,
        note=sheet.note.strip() or None,
        and_back=sheet.and_back,
    )
