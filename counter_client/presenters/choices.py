"""From inputs to a sheet that asks one question: outcome, break, walk-up, reasons, sign-out. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.hall_view import NamedEntry
from contracts.hall_words import LaneReason, Outcome
from counter_client.inputs import Inputs, Notice, Sheet, SheetKind
from counter_client.names import in_language, service_name
from counter_client.presenters.your_day import YourDay, derive_your_day

BREAK_REASONS = ("prayer", "meal", "personal", "meeting", "other")
CONFIRM = "confirm"
NO_REQUEST = "no_request"
"""Finish as registered, but the ministry's own system has the request already."""


@dataclass(frozen=True)
class Choice:
    """One answer: `name` is a text of the hall (a service), empty where `code` is a word that the view translates."""

    code: str
    name: str
    key: str
    first: bool


@dataclass(frozen=True)
class ChoiceSheet:
    """The sheet: the view translates `question`; Space takes the first choice where `space_takes_first`."""

    question: str
    ticket: str
    service: str
    choices: tuple[Choice, ...]
    space_takes_first: bool
    notice: Notice | None
    busy: bool
    day: YourDay | None = None
    """What the agent did today, told at sign-out."""


def derive_choices(inputs: Inputs) -> ChoiceSheet | None:
    """Return the open sheet, None where none is open or it is the transfer sheet."""
    sheet = inputs.sheet
    if sheet is None or sheet.kind is SheetKind.TRANSFER:
        return None
    return ChoiceSheet(
        question=_question(sheet),
        ticket=sheet.ticket,
        service=service_name(inputs.hall, sheet.service, inputs.language) if sheet.service else "",
        choices=_choices(sheet, inputs),
        space_takes_first=sheet.kind is SheetKind.OUTCOME,
        notice=sheet.notice,
        busy=inputs.busy is not None,
        day=derive_your_day(inputs),
    )


def _question(sheet: Sheet) -> str:
    return "walk_up_reason" if sheet.kind is SheetKind.WALK_UP and sheet.service else sheet.kind.value


def _choices(sheet: Sheet, inputs: Inputs) -> tuple[Choice, ...]:
    reasons = inputs.hall.reasons if inputs.hall else ()
    lists = inputs.hall.requests if inputs.hall else None
    match sheet.kind:
        case SheetKind.OUTCOME:
            return _numbered([(outcome.value, "") for outcome in Outcome])
        case SheetKind.BREAK:
            return _numbered([(reason, "") for reason in BREAK_REASONS])
        case SheetKind.WALK_UP if sheet.service is None:
            return _numbered([(code, service_name(inputs.hall, code, inputs.language)) for code in _services(inputs)])
        case SheetKind.REQUEST_TOPIC:
            return _numbered([*_named(lists.topics if lists else (), inputs), (NO_REQUEST, "")])
        case SheetKind.REQUEST_DIRECTORATE:
            return _numbered(_named(lists.directorates if lists else (), inputs))
        case SheetKind.SIGN_OUT:
            return _numbered([(CONFIRM, "")])
        case SheetKind.GIVE_PRIORITY | SheetKind.TAKE_PRIORITY:
            return _numbered([(reason.value, "") for reason in LaneReason])
        case _:
            return _numbered([(reason, "") for reason in reasons])


def _named(entries: tuple[NamedEntry, ...], inputs: Inputs) -> list[tuple[str, str]]:
    return [(one.code, in_language(one.names, inputs.language, one.code)) for one in entries]


def _services(inputs: Inputs) -> tuple[str, ...]:
    return inputs.workplace.services if inputs.workplace else ()


def _numbered(pairs: list[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(
        Choice(code, name, str(at) if at <= 9 else "", first=at == 1) for at, (code, name) in enumerate(pairs, 1)
    )
