"""From inputs to the transfer sheet: where to, in which place, why, with what note. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.hall_words import TransferPosition
from counter_client.inputs import Inputs, Notice, Sheet, SheetKind, TargetKind
from counter_client.names import counter_name, in_language, service_name

NOTE_MAX = 200
"""Characters a note may have."""


@dataclass(frozen=True)
class Target:
    """One place to transfer to: `number` is set for counters, `name` is a text of the hall."""

    code: str
    name: str
    number: int | None
    chosen: bool


@dataclass(frozen=True)
class TransferView:
    """The transfer sheet; `ready` when it can be sent, `reason_needed` while it cannot for want of a reason."""

    ticket: str
    service: str
    target_kind: TargetKind
    targets: tuple[Target, ...]
    position: TransferPosition
    reasons: tuple[str, ...]
    reason: str | None
    reason_needed: bool
    note: str
    and_back: bool
    ready: bool
    notice: Notice | None
    busy: bool


def derive_transfer(inputs: Inputs) -> TransferView | None:
    """Return the open transfer sheet, None where it is not open."""
    sheet = inputs.sheet
    if sheet is None or sheet.kind is not SheetKind.TRANSFER:
        return None
    targets = _targets(sheet, inputs)
    reason_needed = sheet.transfer.position is TransferPosition.FIRST and not sheet.reason
    return TransferView(
        ticket=sheet.ticket,
        service=service_name(inputs.hall, sheet.service, inputs.language) if sheet.service else "",
        target_kind=sheet.transfer.target_kind,
        targets=targets,
        position=sheet.transfer.position,
        reasons=inputs.hall.reasons if inputs.hall else (),
        reason=sheet.reason,
        reason_needed=reason_needed,
        note=sheet.note,
        and_back=sheet.transfer.and_back,
        ready=any(target.chosen for target in targets) and not reason_needed and inputs.busy is None,
        notice=sheet.notice,
        busy=inputs.busy is not None,
    )


def _targets(sheet: Sheet, inputs: Inputs) -> tuple[Target, ...]:
    match sheet.transfer.target_kind:
        case TargetKind.SERVICE:
            return _services(sheet, inputs)
        case TargetKind.COUNTER:
            return _counters(sheet, inputs)
        case TargetKind.AGENT:
            return _agents(sheet, inputs)


def _services(sheet: Sheet, inputs: Inputs) -> tuple[Target, ...]:
    services = inputs.hall.services if inputs.hall else ()
    return tuple(
        Target(one.code, in_language(one.names, inputs.language, one.code), None, one.code == sheet.transfer.target)
        for one in services
        if one.code != sheet.service
    )


def _counters(sheet: Sheet, inputs: Inputs) -> tuple[Target, ...]:
    counters = inputs.hall.counters if inputs.hall else ()
    return tuple(
        Target(
            str(one.counter),
            counter_name(inputs.hall, one.counter, inputs.language),
            one.counter,
            str(one.counter) == sheet.transfer.target,
        )
        for one in counters
        if one.counter != inputs.counter
    )


def _agents(sheet: Sheet, inputs: Inputs) -> tuple[Target, ...]:
    agents = inputs.hall.agents if inputs.hall else ()
    session = inputs.workplace.session if inputs.workplace else None
    rows = (
        Target(one.agent, in_language(one.names, inputs.language, one.agent), None, one.agent == sheet.transfer.target)
        for one in agents
        if session is None or one.agent != session.agent
    )
    return tuple(sorted(rows, key=lambda target: target.name))
