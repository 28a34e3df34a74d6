"""Registering requests while finishing a visit: which question comes next, and what is sent. Pure.

Two keys, topic and directorate, register one request and finish the visit. The key 0 opens a sheet with more details.
From there the agent can add another request; one finish registers all of them.
"""

from __future__ import annotations

from dataclasses import replace

from common.text.digits import WESTERN, in_digits
from common.text.phone_number import read_phone
from contracts.requests.bodies import NewRequest
from contracts.words.hall import Outcome
from counter_client.state import hall_command
from counter_client.state.hall_command import Post
from counter_client.state.state import Inputs, Notice, Sheet, SheetKind, Tone
from counter_client.texts.names import in_language

NO_REQUEST = "no_request"
"""Finish as registered, but the ministry's own system has the request already."""
NO_MORE = "no_more"
"""Finish with the requests that were filled in; there is no other."""

MOST = 10
"""The most requests that the hall registers with one visit."""
EXTERNAL_MAX, PHONE_MAX = 64, 24
"""Letters of the ministry's own number, and of a telephone number as people write it."""
WRONG_PHONE = Notice(Tone.WARNING, "write_mobile")


def next_question(inputs: Inputs, sheet: Sheet, code: str) -> Sheet | None:
    """Return the sheet that asks on after this answer, None where all is known (or the hall registers no requests)."""
    if inputs.hall is None or inputs.hall.requests is None:
        return None
    match sheet.kind:
        case SheetKind.REQUEST_TOPIC if code == NO_MORE and _phone_is_wrong(sheet):
            before = left(inputs, sheet)  # where it was written, behind the request that is given up
            return before and replace(before, notice=WRONG_PHONE)
        case SheetKind.OUTCOME if code == Outcome.REQUEST_REGISTERED.value:
            return replace(sheet, kind=SheetKind.REQUEST_TOPIC, notice=None)
        case SheetKind.REQUEST_TOPIC if code not in {NO_REQUEST, NO_MORE}:
            return replace(sheet, kind=SheetKind.REQUEST_DIRECTORATE, topic=code, notice=None)
        case SheetKind.REQUEST_DIRECTORATE if sheet.request.more:
            return replace(
                sheet, kind=SheetKind.REQUEST_DETAILS, request=replace(sheet.request, directorate=code), notice=None
            )
        case _:
            return None


def request_of(inputs: Inputs, sheet: Sheet, directorate: str) -> NewRequest:
    """Return the request that the sheets asked for; without words it is named after its topic, in Arabic as filed."""
    topic, external = sheet.topic or "", _external_of(sheet) or None
    return NewRequest(
        sheet.note.strip() or _filed_as(inputs, topic), directorate, topic, external, sheet.request.urgent
    )


def _filed_as(inputs: Inputs, topic: str) -> str:
    topics = inputs.hall.requests.topics if inputs.hall and inputs.hall.requests else ()
    return next((in_language(one.names, "ar", one.code) for one in topics if one.code == topic), topic)


def send(inputs: Inputs, sheet: Sheet, *, another: bool) -> tuple[Inputs, Post | None]:
    """Return the finish with all requests, or the question for another one.

    The sheet asks again for a telephone number that cannot exist, and for one that no receipt can print.
    """
    if sheet.kind is not SheetKind.REQUEST_DETAILS:
        return inputs, None
    if _phone_is_wrong(sheet):
        return replace(inputs, sheet=replace(sheet, notice=WRONG_PHONE)), None
    if not _external_of(sheet).isascii():
        return replace(inputs, sheet=replace(sheet, notice=Notice(Tone.WARNING, "write_latin"))), None
    requests = (*sheet.request.before, request_of(inputs, sheet, sheet.request.directorate or ""))
    if another and len(requests) < MOST:
        return replace(inputs, sheet=_fresh(sheet, requests)), None
    return inputs, None if another else finish(inputs, sheet, requests)


def finish(inputs: Inputs, sheet: Sheet, requests: tuple[NewRequest, ...]) -> Post:
    """Return the finish that registers these requests."""
    return hall_command.register(
        inputs.counter, requests, ticket=sheet.ticket, quantity=sheet.finish.quantity,
        receipt=not inputs.pc.own_printer, phone=_phone_of(sheet),
    )  # fmt: skip


def _external_of(sheet: Sheet) -> str:
    """Return the ministry's number without the marks of direction that a copied one brings along unseen."""
    return "".join(sign for sign in in_digits(sheet.request.external, WESTERN) if sign.isprintable()).strip()


def _phone_of(sheet: Sheet) -> str | None:
    return read_phone(in_digits(sheet.request.phone, WESTERN))


def _phone_is_wrong(sheet: Sheet) -> bool:
    return bool(sheet.request.phone.strip()) and _phone_of(sheet) is None


def _fresh(sheet: Sheet, requests: tuple[NewRequest, ...]) -> Sheet:
    return replace(
        sheet,
        kind=SheetKind.REQUEST_TOPIC,
        request=replace(sheet.request, before=requests, directorate=None, external="", urgent=False),
        topic=None,
        note="",
        notice=None,
    )


def left(inputs: Inputs, sheet: Sheet) -> Sheet | None:
    """Return the question before this one: nothing that was typed of a request is lost by going back."""
    match sheet.kind:
        case SheetKind.REQUEST_DETAILS:
            return replace(sheet, kind=SheetKind.REQUEST_DIRECTORATE, notice=None)
        case SheetKind.REQUEST_DIRECTORATE if sheet.request.more:
            return replace(sheet, kind=SheetKind.REQUEST_TOPIC, notice=None)
        case SheetKind.REQUEST_TOPIC if sheet.request.before:
            *before, last = sheet.request.before
            words = "" if last.subject == _filed_as(inputs, last.topic) else last.subject
            return replace(
                sheet,
                kind=SheetKind.REQUEST_DETAILS,
                request=replace(
                    sheet.request,
                    before=tuple(before),
                    directorate=last.directorate,
                    external=last.external or "",
                    urgent=last.urgent,
                ),
                topic=last.topic,
                note=words,
                notice=None,
            )
        case _:
            return None
