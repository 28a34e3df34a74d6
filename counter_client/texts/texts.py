"""Words that presenters give by id, in the language of the screen."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from common.text.digits import isolated, quoted
from contracts.words.hall import Lane, Outcome, TransferPosition, VisitorKind, VisitState
from contracts.words.requests import RequestState
from counter_client.state.actions import Action
from counter_client.state.state import ListKind, Notice
from counter_client.state.transfer_sheet import TargetKind
from counter_client.texts.marking import QT_TRANSLATE_NOOP
from counter_client.texts.notices import NOTICES
from counter_client.texts.refusals import sentence

CONTEXT = "counter"

ACTIONS: dict[Action, str] = {
    Action.CALL_NEXT: QT_TRANSLATE_NOOP("counter", "Call next"),
    Action.CALL_CHOSEN: QT_TRANSLATE_NOOP("counter", "Call this number"),
    Action.RECALL: QT_TRANSLATE_NOOP("counter", "Recall"),
    Action.LOOK: QT_TRANSLATE_NOOP("counter", "Visible alert on the board"),
    Action.BEGIN: QT_TRANSLATE_NOOP("counter", "Begin serving"),
    Action.FINISH: QT_TRANSLATE_NOOP("counter", "Finish"),
    Action.NO_SHOW: QT_TRANSLATE_NOOP("counter", "No-show"),
    Action.RETURN: QT_TRANSLATE_NOOP("counter", "Return to queue"),
    Action.PARK: QT_TRANSLATE_NOOP("counter", "Hold"),
    Action.RESUME: QT_TRANSLATE_NOOP("counter", "Resume"),
    Action.TRANSFER: QT_TRANSLATE_NOOP("counter", "Transfer"),
    Action.WALK_UP: QT_TRANSLATE_NOOP("counter", "Serve without a ticket"),
    Action.CONTINUE: QT_TRANSLATE_NOOP("counter", "Next service"),
    Action.ENQUIRY: QT_TRANSLATE_NOOP("counter", "Record enquiry"),
    Action.ENQUIRIES: QT_TRANSLATE_NOOP("counter", "Open enquiries"),
    Action.ANSWER: QT_TRANSLATE_NOOP("counter", "Enter answer"),
    Action.HAND_ON: QT_TRANSLATE_NOOP("counter", "Forward"),
    Action.CALL_BACK: QT_TRANSLATE_NOOP("counter", "Show phone number"),
    Action.CONFIRM: QT_TRANSLATE_NOOP("counter", "Close"),
    Action.COMPLAINT: QT_TRANSLATE_NOOP("counter", "Complaint or suggestion"),
    Action.SEARCH: QT_TRANSLATE_NOOP("counter", "Find number"),
    Action.REPRINT: QT_TRANSLATE_NOOP("counter", "Print again"),
    Action.NO_BREAK: QT_TRANSLATE_NOOP("counter", "Cancel break"),
    Action.REINSTATE: QT_TRANSLATE_NOOP("counter", "Return to queue"),
    Action.GIVE_PRIORITY: QT_TRANSLATE_NOOP("counter", "Give priority"),
    Action.TAKE_PRIORITY: QT_TRANSLATE_NOOP("counter", "Remove priority"),
    Action.UNDO: QT_TRANSLATE_NOOP("counter", "Undo"),
    Action.BREAK: QT_TRANSLATE_NOOP("counter", "Break"),
    Action.RESUME_WORK: QT_TRANSLATE_NOOP("counter", "Resume work"),
    Action.SIGN_IN: QT_TRANSLATE_NOOP("counter", "Sign in"),
    Action.SIGN_OUT: QT_TRANSLATE_NOOP("counter", "Sign out"),
    Action.HELP: QT_TRANSLATE_NOOP("counter", "Call for help"),
    Action.HELP_OVER: QT_TRANSLATE_NOOP("counter", "Cancel help call"),
    Action.STOP_AUTO_CALL: QT_TRANSLATE_NOOP("counter", "Stop"),
    Action.TRAINING: QT_TRANSLATE_NOOP("counter", "Training"),
    Action.LEAVE_TRAINING: QT_TRANSLATE_NOOP("counter", "Leave training"),
    Action.OWN_DAY: QT_TRANSLATE_NOOP("counter", "My figures today"),
    Action.REGISTER: QT_TRANSLATE_NOOP("counter", "Register a request"),
    Action.PIN: QT_TRANSLATE_NOOP("counter", "Change PIN"),
    Action.BAR: QT_TRANSLATE_NOOP("counter", "Compact view"),
    Action.WINDOW: QT_TRANSLATE_NOOP("counter", "Full view"),
    Action.LANGUAGE: QT_TRANSLATE_NOOP("counter", "العربية"),
    Action.MORE: QT_TRANSLATE_NOOP("counter", "More"),
}

STATES: dict[VisitState, str] = {
    VisitState.CALLED: QT_TRANSLATE_NOOP("counter", "Called"),
    VisitState.SERVING: QT_TRANSLATE_NOOP("counter", "Being served"),
}

FOUND: dict[VisitState, str] = {
    VisitState.WAITING: QT_TRANSLATE_NOOP("counter", "has waited {time}"),
    VisitState.CALLED: QT_TRANSLATE_NOOP("counter", "called to counter {counter}"),
    VisitState.SERVING: QT_TRANSLATE_NOOP("counter", "being served at counter {counter}"),
    VisitState.PARKED: QT_TRANSLATE_NOOP("counter", "on hold at counter {counter} for {time}"),
    VisitState.NO_SHOW: QT_TRANSLATE_NOOP("counter", "missed the call {time} ago"),
    VisitState.FINISHED: QT_TRANSLATE_NOOP("counter", "finished {time} ago"),
    VisitState.CANCELLED: QT_TRANSLATE_NOOP("counter", "cancelled {time} ago"),
    VisitState.CARRIED_OVER: QT_TRANSLATE_NOOP("counter", "carried over to the next working day"),
    VisitState.CLOSED_BY_DAY: QT_TRANSLATE_NOOP("counter", "ended when the day closed"),
}
"""How a visit stands that was looked up."""

KINDS: dict[VisitorKind, str] = {
    VisitorKind.CITIZEN: QT_TRANSLATE_NOOP("counter", "Citizen"),
    VisitorKind.RESIDENT: QT_TRANSLATE_NOOP("counter", "Resident"),
    VisitorKind.NON_RESIDENT: QT_TRANSLATE_NOOP("counter", "Non-resident"),
    VisitorKind.COMPANY: QT_TRANSLATE_NOOP("counter", "Company"),
    VisitorKind.GOVERNMENT: QT_TRANSLATE_NOOP("counter", "Government body"),
    VisitorKind.INVESTOR: QT_TRANSLATE_NOOP("counter", "Investor or developer"),
}

LANES: dict[Lane, str] = {
    Lane.STANDARD: QT_TRANSLATE_NOOP("counter", "Standard"),
    Lane.PRIORITY: QT_TRANSLATE_NOOP("counter", "Priority"),
    Lane.PREMIUM: QT_TRANSLATE_NOOP("counter", "Premium"),
    Lane.APPOINTMENT: QT_TRANSLATE_NOOP("counter", "Appointment"),
    Lane.RETURNING: QT_TRANSLATE_NOOP("counter", "Returning"),
}

OUTCOMES: dict[Outcome, str] = {
    Outcome.COMPLETED: QT_TRANSLATE_NOOP("counter", "Completed"),
    Outcome.REQUEST_REGISTERED: QT_TRANSLATE_NOOP("counter", "Request registered"),
    Outcome.DOCUMENTS_MISSING: QT_TRANSLATE_NOOP("counter", "Documents missing"),
    Outcome.REFERRED: QT_TRANSLATE_NOOP("counter", "Referred to the directorate concerned"),
    Outcome.CANCELLED: QT_TRANSLATE_NOOP("counter", "Cancelled"),
}

LISTS: dict[ListKind, str] = {
    ListKind.WAITING: QT_TRANSLATE_NOOP("counter", "Waiting"),
    ListKind.PARKED: QT_TRANSLATE_NOOP("counter", "On hold"),
    ListKind.MISSED: QT_TRANSLATE_NOOP("counter", "No-shows"),
}

EMPTY_LISTS: dict[ListKind, str] = {
    ListKind.WAITING: QT_TRANSLATE_NOOP("counter", "Nobody is waiting for your services."),
    ListKind.PARKED: QT_TRANSLATE_NOOP("counter", "No visits on hold at your counter."),
    ListKind.MISSED: QT_TRANSLATE_NOOP("counter", "No missed calls today."),
}

TARGETS: dict[TargetKind, str] = {
    TargetKind.SERVICE: QT_TRANSLATE_NOOP("counter", "Services"),
    TargetKind.COUNTER: QT_TRANSLATE_NOOP("counter", "Counters"),
    TargetKind.AGENT: QT_TRANSLATE_NOOP("counter", "Agents"),
}

POSITIONS: dict[TransferPosition, str] = {
    TransferPosition.FIRST: QT_TRANSLATE_NOOP("counter", "Front of the queue"),
    TransferPosition.BY_ISSUE: QT_TRANSLATE_NOOP("counter", "By time of issue"),
    TransferPosition.LAST: QT_TRANSLATE_NOOP("counter", "End of the queue"),
}

WORDS: dict[str, str] = {
    "hall": QT_TRANSLATE_NOOP("counter", "In the hall"),
    "call_centre": QT_TRANSLATE_NOOP("counter", "Call centre line"),
    "email": QT_TRANSLATE_NOOP("counter", "E-mail"),
    "platform": QT_TRANSLATE_NOOP("counter", "The ministry's platform"),
    "social": QT_TRANSLATE_NOOP("counter", "Social media account"),
    "leave_open": QT_TRANSLATE_NOOP("counter", "No answer yet: save as open"),
    "confirm_enquiry": QT_TRANSLATE_NOOP("counter", "Yes, close the enquiry"),
    "complaint": QT_TRANSLATE_NOOP("counter", "Complaint"),
    "suggestion": QT_TRANSLATE_NOOP("counter", "Suggestion"),
    "prayer": QT_TRANSLATE_NOOP("counter", "Prayer"),
    "meal": QT_TRANSLATE_NOOP("counter", "Meal"),
    "personal": QT_TRANSLATE_NOOP("counter", "Personal"),
    "meeting": QT_TRANSLATE_NOOP("counter", "Meeting"),
    "other": QT_TRANSLATE_NOOP("counter", "Another reason"),
    "supervisor_asked": QT_TRANSLATE_NOOP("counter", "Asked by the hall head"),
    "wrong_service": QT_TRANSLATE_NOOP("counter", "Ticket for another service"),
    "left_and_came_back": QT_TRANSLATE_NOOP("counter", "Left and came back"),
    "special_care": QT_TRANSLATE_NOOP("counter", "Needs special care"),
    "asked": QT_TRANSLATE_NOOP("counter", "The visitor asked"),
    "seen": QT_TRANSLATE_NOOP("counter", "Staff saw the need"),
    "corrected": QT_TRANSLATE_NOOP("counter", "Ticket of the wrong type"),
    "next_service": QT_TRANSLATE_NOOP("counter", "Continue to another service"),
    "no_reminder": QT_TRANSLATE_NOOP("counter", "Without a reminder"),
    "no_length": QT_TRANSLATE_NOOP("counter", "Duration not known"),
    "confirm_break": QT_TRANSLATE_NOOP("counter", "Start the break anyway"),
    "continue": QT_TRANSLATE_NOOP("counter", "Continue"),
    "confirm": QT_TRANSLATE_NOOP("counter", "Yes, sign out"),
    "no_request": QT_TRANSLATE_NOOP("counter", "Already in the ministry's system"),
    "no_more": QT_TRANSLATE_NOOP("counter", "Finish without another request"),
}

QUESTIONS: dict[str, str] = {
    "outcome": QT_TRANSLATE_NOOP("counter", "How did the service end?"),
    "break": QT_TRANSLATE_NOOP("counter", "Reason for the break"),
    "break_length": QT_TRANSLATE_NOOP("counter", "Duration of the break"),
    "break_last": QT_TRANSLATE_NOOP("counter", "Visitors are waiting. Start the break anyway?"),
    "break_turn": QT_TRANSLATE_NOOP("counter", "Colleagues are at prayer. Go now or wait?"),
    "park": QT_TRANSLATE_NOOP("counter", "Put this visit on hold: remind me after"),
    "next_service": QT_TRANSLATE_NOOP("counter", "Which service comes next?"),
    "walk_up": QT_TRANSLATE_NOOP("counter", "Visitor without a ticket: choose the service"),
    "walk_up_reason": QT_TRANSLATE_NOOP("counter", "Reason for service without a ticket"),
    "call_chosen": QT_TRANSLATE_NOOP("counter", "Reason for calling this number out of order"),
    "reinstate": QT_TRANSLATE_NOOP("counter", "This visitor has reached the return limit. Reason for another return"),
    "give_priority": QT_TRANSLATE_NOOP("counter", "Reason for giving priority"),
    "take_priority": QT_TRANSLATE_NOOP("counter", "Reason for removing priority"),
    "sign_out": QT_TRANSLATE_NOOP("counter", "Sign out of this counter?"),
    "own_day": QT_TRANSLATE_NOOP("counter", "My figures today"),
    "enquiry_topic": QT_TRANSLATE_NOOP("counter", "Topic of the enquiry"),
    "enquiry_channel": QT_TRANSLATE_NOOP("counter", "Channel of the enquiry"),
    "enquiry_open": QT_TRANSLATE_NOOP("counter", "The enquiry stays open. Choose its channel"),
    "enquiry_confirm": QT_TRANSLATE_NOOP("counter", "Does the person have the answer?"),
    "complaint_nature": QT_TRANSLATE_NOOP("counter", "Complaint or suggestion?"),
    "request_topic": QT_TRANSLATE_NOOP("counter", "Topic of the request"),
    "request_directorate": QT_TRANSLATE_NOOP("counter", "Directorate"),
}

REQUEST_STATES: dict[RequestState, str] = {
    RequestState.REGISTERED: QT_TRANSLATE_NOOP("counter", "registered, not referred yet"),
    RequestState.REFERRED: QT_TRANSLATE_NOOP("counter", "referred to the directorate"),
    RequestState.REPLIED: QT_TRANSLATE_NOOP("counter", "the directorate has replied"),
    RequestState.DECIDED: QT_TRANSLATE_NOOP("counter", "decided in the hall"),
    RequestState.WITHDRAWN: QT_TRANSLATE_NOOP("counter", "withdrawn"),
}
"""How a request stands that was looked up."""

WALK_UP_NAME = QT_TRANSLATE_NOOP("counter", "Visit without a ticket")
UNDER_A_MINUTE = QT_TRANSLATE_NOOP("counter", "under 1 min")
MINUTES = QT_TRANSLATE_NOOP("counter", "{n} min")
HOURS = QT_TRANSLATE_NOOP("counter", "{h} h {n} min")
KIOSK = QT_TRANSLATE_NOOP("counter", "Kiosk {n}")
COUNTER = QT_TRANSLATE_NOOP("counter", "Counter {n}")
USUAL_LENGTH = QT_TRANSLATE_NOOP("counter", "{length} (usual)")


def say(source: str) -> str:
    """Return one of this module's texts in the language of the screen."""
    return QCoreApplication.translate(CONTEXT, source)


def kiosk_name(name: str) -> str:
    """Return a kiosk's name; where it is only the kind and a number, as `kiosk 1`, in the language of the screen."""
    numbered = re.fullmatch(r"kiosk[ -]?(\d{1,3})", name, re.IGNORECASE)
    return say(KIOSK).format(n=numbered[1]) if numbered else name


def word(code: str) -> str:
    """Return the word for a reason, an outcome or minutes; a hall's own reason without a text is shown as it stands."""
    outcomes = {outcome.value: text for outcome, text in OUTCOMES.items()}
    if code.isdigit():
        return say(MINUTES).format(n=int(code))
    source = WORDS.get(code) or outcomes.get(code)
    return say(source) if source else code.replace("_", " ")


def notice_text(notice: Notice) -> str:
    """Return the sentence of a notice: one of ours, else that of a refusal."""
    source = NOTICES.get(notice.code)
    if source is None:
        full_minutes = max(1, -(-notice.seconds // 60))
        return sentence(notice.code, minutes(60 * full_minutes))
    return say(source).format(
        ticket=isolated(notice.ticket or say(WALK_UP_NAME)),
        keys=isolated(notice.keys),
        seconds=notice.seconds,
        minutes=minutes(notice.seconds),
        target=quoted(notice.target if notice.counter is None else counter_text(notice.counter, notice.target)),
    )


def counter_text(number: int, name: str) -> str:
    """Return a counter's number with its own name, which often is no more than the number again."""
    counter = say(COUNTER).format(n=number)
    return f"{counter}   ·   {name}" if name and str(number) not in name else counter


def minutes(seconds: int) -> str:
    """Return a waiting time in whole minutes, as a list shows it."""
    hours, rest = divmod(seconds // 60, 60)
    if hours:
        return say(HOURS).format(h=hours, n=rest)
    return say(MINUTES).format(n=rest) if rest else say(UNDER_A_MINUTE)


def stopwatch(seconds: int) -> str:
    """Return a running time as minutes and seconds, with hours from the first hour on.

    >>> stopwatch(272), stopwatch(3723)
    ('04:32', '1:02:03')
    """
    whole_minutes, rest = divmod(seconds, 60)
    hours, part = divmod(whole_minutes, 60)
    return f"{hours}:{part:02}:{rest:02}" if hours else f"{part:02}:{rest:02}"
