"""From inputs to the sheet with the details of a request besides its topic and directorate. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.settings.hall_view import NamedEntry
from counter_client.dialogs.request.update import MOST
from counter_client.state.state import Inputs, Notice, SheetKind
from counter_client.texts.names import in_language


@dataclass(frozen=True)
class RequestDetailsView:
    """The sheet; `before` are the requests filled in so far: topic, directorate and the ministry's number."""

    ticket: str
    topic: str
    directorate: str
    external: str
    words: str
    phone: str
    urgent: bool
    before: tuple[tuple[str, str, str], ...]
    room: bool
    """Another request may follow."""
    notice: Notice | None
    busy: bool


def derive_request_details(inputs: Inputs) -> RequestDetailsView | None:
    """Return the open sheet, None where it is not open."""
    sheet = inputs.sheet
    if sheet is None or sheet.kind is not SheetKind.REQUEST_DETAILS:
        return None
    return RequestDetailsView(
        ticket=sheet.ticket,
        topic=_topic(inputs, sheet.topic or ""),
        directorate=_directorate(inputs, sheet.request.directorate or ""),
        external=sheet.request.external,
        words=sheet.note,
        phone=sheet.request.phone,
        urgent=sheet.request.urgent,
        before=tuple(
            (_topic(inputs, one.topic), _directorate(inputs, one.directorate), one.external or "")
            for one in sheet.request.before
        ),
        room=len(sheet.request.before) + 1 < MOST,
        notice=sheet.notice,
        busy=inputs.busy is not None,
    )


def _topic(inputs: Inputs, code: str) -> str:
    lists = inputs.hall.requests if inputs.hall else None
    return _named(lists.topics if lists else (), code, inputs.language)


def _directorate(inputs: Inputs, code: str) -> str:
    lists = inputs.hall.requests if inputs.hall else None
    return _named(lists.directorates if lists else (), code, inputs.language)


def _named(entries: tuple[NamedEntry, ...], code: str, language: str) -> str:
    return next((in_language(one.names, language, code) for one in entries if one.code == code), code)
