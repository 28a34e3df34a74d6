"""From inputs to the open enquiries and to the sheet on which the text of one is written. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.enquiries.answers import EnquiryView
from contracts.words.enquiries import Channel, EnquiryState
from counter_client.dialogs.enquiries.update import chosen_of, next_step, other_step
from counter_client.state.actions import Action
from counter_client.state.server_clock import seconds_since
from counter_client.state.state import Inputs, Notice, Sheet, SheetKind
from counter_client.texts.names import in_language

ROWS = 6
"""The number of enquiries shown at a time."""


@dataclass(frozen=True)
class EnquiryRow:
    """One enquiry; `age_s` seconds since it came."""

    number: int
    topic: str
    channel: Channel
    state: EnquiryState
    age_s: int
    question: str
    handed_to: str
    answer: str
    chosen: bool
    has_phone: bool = False


@dataclass(frozen=True)
class EnquiriesSheet:
    """The newest first. `first` is the place of the first row shown, from 1; `many` all that are open."""

    rows: tuple[EnquiryRow, ...]
    first: int
    many: int
    oldest_s: int
    asked: bool
    """The hall has not answered yet."""
    act: Action | None
    other: Action | None
    notice: Notice | None
    busy: bool
    calls: bool = False
    """The chosen one's telephone was asked for."""
    phone: str | None = None
    """That telephone: None until the hall has told it, empty where none is kept any more."""

    @property
    def chosen(self) -> EnquiryRow | None:
        """Return the chosen row."""
        return next((row for row in self.rows if row.chosen), None)


@dataclass(frozen=True)
class EnquiryText:
    """The line to write: `asks` says what for; `number` and `question` are of the enquiry that it is about."""

    asks: Action
    number: int | None
    topic: str
    question: str
    text: str
    notice: Notice | None
    busy: bool
    ticket: str = ""
    """Of the visit that a complaint is kept with."""


def derive_enquiries(inputs: Inputs) -> EnquiriesSheet | None:
    """Return the open enquiries, None where their sheet is not open; the page of the chosen one is shown."""
    sheet = inputs.sheet
    if sheet is None or sheet.kind is not SheetKind.ENQUIRIES or sheet.enquiries is None:
        return None
    told = sheet.enquiries
    found, chosen = told.found or (), chosen_of(sheet)
    calls = chosen is not None and told.called == chosen.number
    at = found.index(chosen) // ROWS * ROWS if chosen else 0
    return EnquiriesSheet(
        rows=tuple(_row(one, inputs, chosen=one is chosen) for one in found[at : at + ROWS]),
        first=at + 1,
        many=len(found),
        oldest_s=max((_age_s(one, inputs) for one in found), default=0),
        asked=sheet.enquiries.found is None,
        act=next_step(chosen) if chosen else None,
        other=other_step(chosen) if chosen else None,
        notice=sheet.notice,
        busy=inputs.busy is not None,
        calls=calls,
        phone=told.phone if calls else None,
    )


def derive_enquiry_text(inputs: Inputs) -> EnquiryText | None:
    """Return the line to write, None where none is asked for."""
    sheet = inputs.sheet
    if sheet is None or sheet.kind is not SheetKind.ENQUIRY_TEXT:
        return None
    one = chosen_of(sheet)
    return EnquiryText(
        asks=sheet.asks,
        number=sheet.enquiries.row if sheet.enquiries else None,
        topic=in_language(one.topic_names, inputs.language, one.topic) if one else _topic(sheet, inputs),
        question=(one.question or "") if one else sheet.enquiry.question,
        text=sheet.note,
        notice=sheet.notice,
        busy=inputs.busy is not None,
        ticket=sheet.ticket if sheet.asks is Action.COMPLAINT else "",
    )


def _row(one: EnquiryView, inputs: Inputs, *, chosen: bool) -> EnquiryRow:
    return EnquiryRow(
        number=one.number,
        topic=in_language(one.topic_names, inputs.language, one.topic),
        channel=one.channel,
        state=one.state,
        age_s=_age_s(one, inputs),
        question=one.question or "",
        handed_to=one.handed_to or "",
        answer=one.answer or "",
        chosen=chosen,
        has_phone=one.phone,
    )


def _age_s(one: EnquiryView, inputs: Inputs) -> int:
    return seconds_since(one.received_at, inputs.now)


def _topic(sheet: Sheet, inputs: Inputs) -> str:
    topics = inputs.hall.requests.topics if inputs.hall and inputs.hall.requests else ()
    code = sheet.topic or ""
    return next((in_language(one.names, inputs.language, one.code) for one in topics if one.code == code), code)
