"""Registering a request while finishing a visit: which question comes next, and what is told when it is done. Pure."""

from __future__ import annotations

from dataclasses import replace

from contracts.hall_words import Outcome
from contracts.request_answers import FinishedVisit
from contracts.request_bodies import NewRequest
from counter_client.inputs import Inputs, Notice, Sheet, SheetKind, Tone
from counter_client.names import in_language
from counter_client.presenters.choices import NO_REQUEST


def next_question(inputs: Inputs, sheet: Sheet, code: str) -> Sheet | None:
    """Return the sheet that asks on after this answer, None where all is known (or the hall registers no requests)."""
    if inputs.hall is None or inputs.hall.requests is None:
        return None
    match sheet.kind:
        case SheetKind.OUTCOME if code == Outcome.REQUEST_REGISTERED.value:
            return replace(sheet, kind=SheetKind.REQUEST_TOPIC, notice=None)
        case SheetKind.REQUEST_TOPIC if code != NO_REQUEST:
            return replace(sheet, kind=SheetKind.REQUEST_DIRECTORATE, topic=code, notice=None)
        case _:
            return None


def request_of(inputs: Inputs, sheet: Sheet, directorate: str) -> NewRequest:
    """Return the request that the sheets asked for; it is named after its topic, in Arabic as it is filed."""
    topic = sheet.topic or ""
    topics = inputs.hall.requests.topics if inputs.hall and inputs.hall.requests else ()
    subject = next((in_language(one.names, "ar", one.code) for one in topics if one.code == topic), topic)
    return NewRequest(subject, directorate, topic)


def registered_notice(visit: FinishedVisit) -> Notice:
    """Return what the agent tells the visitor: the number and the latest day."""
    last = visit.requests[-1]
    code = "done_request_expected" if last.latest_expected else "done_request"
    return Notice(Tone.DONE, code, visit.ticket, keys=last.shown, day=f"{last.latest:%d/%m/%Y}")
