"""From inputs to the transfer sheet: where to, and in the second step in which place, why, with what note. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from contracts.words.hall import TransferPosition
from counter_client.state.state import Inputs, Notice
from counter_client.state.transfer_sheet import Target, TargetKind, TransferSheet
from counter_client.texts.names import counter_name, folded, in_language, service_name

DIGITS = 9
"""The first nine targets can be chosen by a digit."""
CALLED = {TargetKind.SERVICE: "", TargetKind.COUNTER: "counter نافذة", TargetKind.AGENT: ""}
"""What a counter without a name is found by."""


@dataclass(frozen=True)
class TargetRow:
    """One place to transfer to: `number` is set for counters, `name` is a text of the hall, `key` a digit or empty."""

    target: Target
    name: str
    number: int | None
    key: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class TransferView:
    """The transfer sheet: `chosen` is where to; `ready`: it can be sent; `reason_needed`: a reason is missing."""

    ticket: str
    service: str
    sought: str
    rows: tuple[TargetRow, ...]
    details: bool
    position: TransferPosition
    reasons: tuple[str, ...]
    reason_names: tuple[str, ...]
    reason: str | None
    reason_needed: bool
    note: str
    and_back: bool
    notice: Notice | None
    busy: bool

    @property
    def chosen(self) -> TargetRow | None:
        """Return the chosen target."""
        return next((row for row in self.rows if row.chosen), None)

    @property
    def ready(self) -> bool:
        """Return whether it can be sent."""
        return self.chosen is not None and not self.reason_needed and not self.busy


def derive_transfer(inputs: Inputs) -> TransferView | None:
    """Return the open transfer sheet, None where it is not open."""
    sheet = inputs.sheet
    if not isinstance(sheet, TransferSheet):
        return None
    return TransferView(
        ticket=sheet.ticket,
        service=service_name(inputs.hall, sheet.service, inputs.language) if sheet.service else "",
        sought=sheet.sought,
        rows=_rows(sheet, inputs),
        details=sheet.details,
        position=sheet.position,
        reasons=inputs.hall.reasons if inputs.hall else (),
        reason_names=_reason_names(inputs),
        reason=sheet.reason,
        reason_needed=sheet.position is TransferPosition.FIRST and not sheet.reason,
        note=sheet.note,
        and_back=sheet.and_back,
        notice=sheet.notice,
        busy=inputs.busy is not None,
    )


def _reason_names(inputs: Inputs) -> tuple[str, ...]:
    """Return what the hall calls each reason, empty where it is a word of ours."""
    hall = inputs.hall
    return tuple(in_language(hall.reason_names.get(one, {}), inputs.language) for one in hall.reasons) if hall else ()


def _rows(sheet: TransferSheet, inputs: Inputs) -> tuple[TargetRow, ...]:
    """Return the results, the first rows with digits; during a search the first row is selected automatically."""
    words = folded(sheet.sought).split()
    found = [row for row, names in _targets(sheet, inputs) if all(word in names for word in words)]
    targets = [row.target for row in found]
    chosen = sheet.target if sheet.target in targets else targets[0] if words and targets else None
    return tuple(
        replace(row, key=str(at) if at <= DIGITS else "", chosen=row.target == chosen)
        for at, row in enumerate(found, start=1)
    )


def _targets(sheet: TransferSheet, inputs: Inputs) -> Iterator[tuple[TargetRow, str]]:
    """Yield every service, counter and agent but the visit's own, each with all that it is found by."""
    hall, language = inputs.hall, inputs.language
    if hall is None:
        return
    for service in hall.services:
        if service.code != sheet.service:
            yield _target(TargetKind.SERVICE, service.code, in_language(service.names, language), service.names)
    for counter in hall.counters:
        if counter.counter != inputs.counter:
            name = counter_name(hall, counter.counter, language)
            row, names = _target(TargetKind.COUNTER, str(counter.counter), name, counter.names)
            yield replace(row, number=counter.counter), names
    session = inputs.workplace.session if inputs.workplace else None
    agents = [agent for agent in hall.agents if session is None or agent.agent != session.agent]
    for agent in sorted(agents, key=lambda one: in_language(one.names, language, one.agent)):
        yield _target(TargetKind.AGENT, agent.agent, in_language(agent.names, language), agent.names)


def _target(kind: TargetKind, code: str, name: str, names: Mapping[str, str]) -> tuple[TargetRow, str]:
    shown = name if name or kind is TargetKind.COUNTER else code
    return TargetRow(Target(kind, code), shown, None), folded(" ".join((code, CALLED[kind], *names.values())))
