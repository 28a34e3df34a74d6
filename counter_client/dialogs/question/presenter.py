"""From inputs to a sheet that asks one question: outcome, break, walk-up, reasons, sign-out. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from contracts.settings.hall_view import NamedEntry
from contracts.words.complaints import Nature
from contracts.words.hall import LaneReason, Outcome
from counter_client.dialogs.enquiries.counting import LEAVE_OPEN, channels
from counter_client.dialogs.question.your_day import YourDay, derive_your_day
from counter_client.dialogs.request.update import NO_MORE, NO_REQUEST
from counter_client.state.state import Inputs, Notice, Sheet, SheetKind
from counter_client.texts.names import in_language, service_name

BREAK_MIN = (5, 10, 15, 20, 30, 45, 60)
"""Lengths of a break, minutes."""
PRAYER = "prayer"
USUAL_BREAK_MIN = {PRAYER: 15, "meal": 30, "personal": 10, "meeting": 30}
USUAL_MIN = 15
"""The usual length for every other reason."""
REMIND_MIN = (10, 20, 30, 60)
"""The choices for a reminder of a parked visit, minutes."""
NO_REMINDER, NO_LENGTH = "no_reminder", "no_length"
"""Answers of these sheets that name no minutes."""
NEXT_SERVICE = "next_service"
"""Not the end: the visitor's next service begins."""
BREAK_REASONS = (PRAYER, "meal", "personal", "meeting", "other")
CONFIRM = "confirm"
CONTINUE = "continue"
"""Closes a sheet that asks nothing."""
CONFIRM_BREAK = "confirm_break"
CONFIRM_ENQUIRY = "confirm_enquiry"

OF_THEIR_OWN = frozenset(
    {
        SheetKind.TRANSFER,
        SheetKind.MISSING,
        SheetKind.RETURN_CODE,
        SheetKind.SEARCH,
        SheetKind.ENQUIRIES,
        SheetKind.ENQUIRY_TEXT,
        SheetKind.COMPLAINT_TAKEN,
        SheetKind.REQUEST_DETAILS,
        SheetKind.REGISTERED,
        SheetKind.FOLLOW_UP,
        SheetKind.PIN,
        SheetKind.MORE,
    }
)
"""Sheets with more on them than answers to one question."""
SPACE_TAKES_USUAL = frozenset(
    {
        SheetKind.OUTCOME,
        SheetKind.PARK,
        SheetKind.OWN_DAY,
        SheetKind.BREAK_LENGTH,
        SheetKind.ENQUIRY_CHANNEL,
        SheetKind.ENQUIRY_OPEN,
    }
)
OF_THE_HALL = frozenset(
    {SheetKind.NEXT_SERVICE, SheetKind.REQUEST_TOPIC, SheetKind.REQUEST_DIRECTORATE, SheetKind.ENQUIRY_TOPIC}
)
OF_REASONS = frozenset({SheetKind.CALL_CHOSEN, SheetKind.REINSTATE, SheetKind.WALK_UP})
"""Sheets that ask why a visit moves out of its order: the hall has names for its reasons."""
WORDS: dict[SheetKind, tuple[str, ...]] = {
    SheetKind.OUTCOME: (*(outcome.value for outcome in Outcome), NEXT_SERVICE),
    SheetKind.BREAK: BREAK_REASONS,
    SheetKind.BREAK_LAST: (CONFIRM_BREAK,),
    SheetKind.BREAK_TURN: (CONFIRM_BREAK,),
    SheetKind.PARK: (NO_REMINDER, *map(str, REMIND_MIN)),
    SheetKind.SIGN_OUT: (CONFIRM,),
    SheetKind.OWN_DAY: (CONTINUE,),
    SheetKind.ENQUIRY_CONFIRM: (CONFIRM_ENQUIRY,),
    SheetKind.COMPLAINT_NATURE: tuple(nature.value for nature in Nature),
    SheetKind.GIVE_PRIORITY: tuple(reason.value for reason in LaneReason),
    SheetKind.TAKE_PRIORITY: tuple(reason.value for reason in LaneReason),
}
"""The answers of a sheet that are always the same."""
OF_A_BREAK = frozenset({SheetKind.BREAK_LENGTH, SheetKind.BREAK_LAST, SheetKind.BREAK_TURN})
"""Sheets that follow the reason of a break."""
OF_A_REQUEST = frozenset({SheetKind.REQUEST_TOPIC, SheetKind.REQUEST_DIRECTORATE})
"""Sheets on which more than two answers may be said of a request."""
LEAVING = OF_A_BREAK | {SheetKind.BREAK, SheetKind.SIGN_OUT}


@dataclass(frozen=True)
class Choice:
    """One answer: `name` is a text of the hall (a service), empty where `code` is a word that the view translates."""

    code: str
    name: str
    key: str
    usual: bool
    """The space bar takes it, on the sheets where that takes anything."""
    elsewhere: bool = False
    """It leads to another counter, where the visitor waits again."""
    chosen: bool = False
    """The arrow keys have come to it: Enter takes it."""


@dataclass(frozen=True)
class OthersTurn:
    """A service (its name) of which `away` others are at prayer; `back` is the hall's time, empty if not known."""

    service: str
    away: int
    back: str


@dataclass(frozen=True)
class ChoiceSheet:
    """The sheet: the view translates `question`; Space takes the usual choice where `space_takes_usual`."""

    question: str
    ticket: str
    service: str
    choices: tuple[Choice, ...]
    space_takes_usual: bool
    notice: Notice | None
    busy: bool
    day: YourDay | None = None
    """What the agent did today, told in the menu and at sign-out."""
    quantity: int | None = None
    """Transactions that were done, changed by the arrow keys; None where they are not asked."""
    alone_for: tuple[str, ...] = ()
    """Names of the services that nobody else serves now, where the agent is about to leave."""
    away: int | None = None
    """Other agents on a break now, told before a break."""
    more: bool | None = None
    """More is said of the request afterwards; None where there is no request."""
    drafted: int = 0
    """Requests that were filled in so far."""
    turns: tuple[OthersTurn, ...] = ()
    """For which services it is others' turn, told before a break for prayer; the one that most are away from first."""


def derive_choices(inputs: Inputs) -> ChoiceSheet | None:
    """Return the open sheet, None where none is open or it is the transfer sheet."""
    sheet = inputs.sheet
    if sheet is None or sheet.kind in OF_THEIR_OWN:
        return None
    place = inputs.workplace
    leaving = sheet.kind in LEAVING and place is not None
    return ChoiceSheet(
        question=_question(sheet),
        ticket=sheet.ticket,
        service=service_name(inputs.hall, sheet.service, inputs.language) if sheet.service else "",
        choices=_choices(sheet, inputs),
        space_takes_usual=sheet.kind in SPACE_TAKES_USUAL,
        notice=sheet.notice,
        busy=inputs.busy is not None,
        day=derive_your_day(inputs),
        quantity=sheet.finish.quantity if sheet.kind is SheetKind.OUTCOME else None,
        alone_for=_names(place.last_for, inputs) if place is not None and leaving else (),
        away=place.away if place is not None and sheet.kind is SheetKind.BREAK else None,
        more=sheet.request.more if sheet.kind in OF_A_REQUEST else None,
        drafted=len(sheet.request.before),
        turns=_turns(inputs) if sheet.kind in OF_A_BREAK and sheet.reason == PRAYER else (),
    )


def minutes_of(code: str) -> int | None:
    """Return the minutes that a choice stands for.

    >>> minutes_of("20"), minutes_of(NO_LENGTH)
    (20, None)
    """
    return int(code) if code.isdigit() else None


def _names(services: tuple[str, ...], inputs: Inputs) -> tuple[str, ...]:
    return tuple(service_name(inputs.hall, code, inputs.language) for code in services)


def _turns(inputs: Inputs) -> tuple[OthersTurn, ...]:
    turns = inputs.workplace.prayer_turns if inputs.workplace else ()
    return tuple(
        OthersTurn(service_name(inputs.hall, turn.service, inputs.language), turn.away, turn.back or "")
        for turn in sorted(turns, key=lambda turn: -turn.away)
    )


def _question(sheet: Sheet) -> str:
    return "walk_up_reason" if sheet.kind is SheetKind.WALK_UP and sheet.service else sheet.kind.value


def _choices(sheet: Sheet, inputs: Inputs) -> tuple[Choice, ...]:
    return tuple(replace(one, chosen=one.code == sheet.picked) for one in _answers(sheet, inputs))


def usual_choice(sheet: ChoiceSheet) -> Choice | None:
    """Return the choice that Space takes, None on a sheet where it takes none."""
    return next((one for one in sheet.choices if one.usual), None) if sheet.space_takes_usual else None


def stepped_answers(sheet: Sheet, inputs: Inputs, step: int) -> Sheet:
    """Return the sheet with the answer `step` places on picked: the way to those that have no digit."""
    codes = [one.code for one in _answers(sheet, inputs)]
    at = codes.index(sheet.picked) + step if sheet.picked in codes else (0 if step > 0 else len(codes) - 1)
    return replace(sheet, picked=codes[min(max(at, 0), len(codes) - 1)] if codes else "", notice=None)


def _answers(sheet: Sheet, inputs: Inputs) -> tuple[Choice, ...]:
    if sheet.kind is SheetKind.BREAK_LENGTH:
        return _break_lengths(sheet.reason or "")
    words = _words(sheet, inputs)
    if words is not None:
        names = inputs.hall.reason_names if inputs.hall and sheet.kind in OF_REASONS else {}
        return _numbered([(code, in_language(names.get(code, {}), inputs.language)) for code in words])
    lists = inputs.hall.requests if inputs.hall else None
    match sheet.kind:
        case SheetKind.WALK_UP:
            return _numbered([(code, service_name(inputs.hall, code, inputs.language)) for code in _services(inputs)])
        case SheetKind.NEXT_SERVICE:
            return _next_services(sheet, inputs)
        case SheetKind.REQUEST_TOPIC:
            last = NO_MORE if sheet.request.before else NO_REQUEST
            return _numbered([*_named(lists.topics if lists else (), inputs), (last, "")])
        case SheetKind.ENQUIRY_TOPIC:
            return _numbered(_named(lists.topics if lists else (), inputs))
        case _:
            return _numbered(_named(lists.directorates if lists else (), inputs))


def _words(sheet: Sheet, inputs: Inputs) -> tuple[str, ...] | None:
    """Return the answers that are words of ours, which the view translates; None where they are the hall's texts."""
    if sheet.kind in OF_THE_HALL or (sheet.kind is SheetKind.WALK_UP and sheet.service is None):
        return None
    if sheet.kind is SheetKind.ENQUIRY_CHANNEL:
        return (*channels(inputs), LEAVE_OPEN)
    if sheet.kind is SheetKind.ENQUIRY_OPEN:
        return channels(inputs)
    return WORDS.get(sheet.kind, inputs.hall.reasons if inputs.hall else ())


def _break_lengths(reason: str) -> tuple[Choice, ...]:
    """Return the lengths to choose from, in rising order; the usual one of this reason is on the space bar."""
    usual = str(USUAL_BREAK_MIN.get(reason, USUAL_MIN))
    lengths = _numbered([(code, "") for code in (*map(str, BREAK_MIN), NO_LENGTH)])
    return tuple(replace(one, usual=one.code == usual) for one in lengths)


def _next_services(sheet: Sheet, inputs: Inputs) -> tuple[Choice, ...]:
    """Return the other services of the hall, those of this counter first: they go on here, without another wait."""
    here = _services(inputs)
    others = tuple(one.code for one in inputs.hall.services if one.code not in here) if inputs.hall else ()
    codes = [code for code in (*here, *others) if code != sheet.service]
    named = _numbered([(code, service_name(inputs.hall, code, inputs.language)) for code in codes])
    return tuple(replace(choice, elsewhere=choice.code not in here) for choice in named)


def _named(entries: tuple[NamedEntry, ...], inputs: Inputs) -> list[tuple[str, str]]:
    return [(one.code, in_language(one.names, inputs.language, one.code)) for one in entries]


def _services(inputs: Inputs) -> tuple[str, ...]:
    return inputs.workplace.services if inputs.workplace else ()


def _numbered(pairs: list[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(
        Choice(code, name, str(at) if at <= 9 else "", usual=at == 1) for at, (code, name) in enumerate(pairs, 1)
    )
