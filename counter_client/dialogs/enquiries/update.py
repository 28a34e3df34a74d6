"""The sheet of open enquiries: choose, hand on, answer, close when the enquirer has the answer. Pure.

The telephone number for calling back is read for the chosen enquiry alone; each reading is a fact of the hall.
The hall takes none of these steps back; an answer can be corrected until the enquiry is closed, so only closing is
asked about once more.
"""

from __future__ import annotations

from dataclasses import replace

from common.text.digits import WESTERN, in_digits
from common.text.phone_number import read_callable
from contracts.enquiries.answers import AnswerRequest, EnquiriesView, EnquiryView, HandOnRequest
from contracts.words.enquiries import EnquiryState
from counter_client.dialogs.enquiries import counting
from counter_client.state.actions import Action
from counter_client.state.hall_command import Body, Post
from counter_client.state.state import Inputs, Notice, OpenEnquiries, Sheet, SheetKind, Tone

MOVES = frozenset({Action.ANSWER, Action.HAND_ON, Action.CONFIRM})
"""What is done with an open enquiry."""


def opened() -> Sheet:
    """Return the sheet before the hall has told them."""
    return Sheet(SheetKind.ENQUIRIES, enquiries=OpenEnquiries())


def known(inputs: Inputs, view: EnquiriesView) -> Inputs:
    """Return the inputs after the hall told them; an answer that was overtaken by a newer one changes nothing."""
    sheet = inputs.sheet
    if sheet is None or sheet.enquiries is None:
        return inputs
    before = sheet.enquiries
    if before.at is not None and view.at < before.at:
        return inputs
    told = replace(before, found=tuple(reversed(view.open)), at=view.at)
    return replace(inputs, sheet=replace(sheet, enquiries=told))


def call_back(inputs: Inputs, sheet: Sheet) -> Inputs:
    """Return the inputs with the telephone of the chosen enquiry asked for, where it has one."""
    one = chosen_of(sheet)
    if one is None or not one.phone or sheet.kind is not SheetKind.ENQUIRIES or sheet.enquiries is None:
        return inputs
    asked = replace(sheet.enquiries, row=one.number, called=one.number, phone=None)
    return replace(inputs, sheet=replace(sheet, enquiries=asked, notice=None))


def phone_known(inputs: Inputs, number: int, phone: str) -> Inputs:
    """Return the inputs after the hall told a telephone (empty: none any more); another one's comes too late."""
    sheet = inputs.sheet
    if sheet is None or sheet.enquiries is None or sheet.enquiries.called != number:
        return inputs
    return replace(inputs, sheet=replace(sheet, enquiries=replace(sheet.enquiries, phone=phone)))


def phone_missed(inputs: Inputs, number: int, code: str, wait_s: int = 0) -> Inputs:
    """Return the inputs after a telephone was not told, with the reason; it can be asked for again."""
    sheet = inputs.sheet
    if sheet is None or sheet.enquiries is None or sheet.enquiries.called != number:
        return inputs
    asked = replace(sheet.enquiries, called=None, phone=None)
    return replace(inputs, sheet=replace(sheet, enquiries=asked, notice=Notice(Tone.WARNING, code, seconds=wait_s)))


def chosen_of(sheet: Sheet) -> EnquiryView | None:
    """Return the chosen enquiry, on the list the first one until another is; None where it is there no more."""
    found = (sheet.enquiries.found or ()) if sheet.enquiries else ()
    row = sheet.enquiries.row if sheet.enquiries else None
    usual = found[0] if found and sheet.kind is SheetKind.ENQUIRIES else None
    return next((one for one in found if one.number == row), usual)


def next_step(one: EnquiryView) -> Action:
    """Return the next thing to do with an enquiry."""
    return Action.CONFIRM if one.state is EnquiryState.ANSWERED else Action.ANSWER


def other_step(one: EnquiryView) -> Action:
    """Return what can be done besides: the answer can be corrected, or somebody else finds it."""
    return Action.ANSWER if one.state is EnquiryState.ANSWERED else Action.HAND_ON


def picked(sheet: Sheet, number: int) -> Sheet:
    """Return the sheet with this one chosen."""
    if sheet.enquiries is None:
        return sheet
    told = replace(sheet.enquiries, row=number)
    # Only the telephone number of the enquirer who is called is on the screen.
    return replace(sheet, enquiries=told if told.called == number else replace(told, called=None, phone=None))


def stepped(sheet: Sheet, step: int) -> Sheet:
    """Return the sheet with the one `step` rows below chosen."""
    chosen = chosen_of(sheet)
    if sheet.enquiries is None or chosen is None:
        return sheet
    numbers = [one.number for one in sheet.enquiries.found or ()]
    at = min(max(numbers.index(chosen.number) + step, 0), len(numbers) - 1)
    return replace(picked(sheet, numbers[at]), notice=None)


def left(sheet: Sheet | None) -> Sheet | None:
    """Return what is shown when a sheet is put away: the question before this one, the list behind, else nothing."""
    if sheet is not None and sheet.asks is Action.COMPLAINT and sheet.kind is SheetKind.ENQUIRY_TEXT:
        return replace(sheet, kind=SheetKind.COMPLAINT_NATURE, notice=None)
    if sheet is not None and sheet.asks is Action.CALL_BACK:
        return replace(
            sheet,
            asks=Action.ENQUIRY,
            note=sheet.enquiry.question,
            enquiry=replace(sheet.enquiry, question=""),
            notice=None,
        )
    if sheet is None or sheet.enquiries is None or sheet.kind is SheetKind.ENQUIRIES:
        return None
    return _listed(sheet, None)


def act(inputs: Inputs, sheet: Sheet, *, other: bool) -> Inputs:
    """Return the inputs with the question that the step asks; an answer is corrected from what it was."""
    one = chosen_of(sheet)
    if one is None or sheet.kind is not SheetKind.ENQUIRIES:
        return inputs
    step = other_step(one) if other else next_step(one)
    kind = SheetKind.ENQUIRY_CONFIRM if step is Action.CONFIRM else SheetKind.ENQUIRY_TEXT
    before = {Action.ANSWER: one.answer, Action.HAND_ON: one.handed_to}.get(step)
    asked = replace(picked(sheet, one.number), kind=kind, asks=step, note=before or "", notice=None)
    return replace(inputs, sheet=replace(asked, ticket=str(one.number)))


def send(inputs: Inputs, sheet: Sheet) -> tuple[Inputs, Post | None]:
    """Return the command that sends what is written; with nothing written it is asked for."""
    text = sheet.note.strip()
    if sheet.kind is not SheetKind.ENQUIRY_TEXT:
        return inputs, None
    if sheet.asks is Action.CALL_BACK:
        return _leave_open(inputs, sheet, in_digits(text, WESTERN))
    if not text:
        return replace(inputs, sheet=replace(sheet, notice=Notice(Tone.WARNING, "write_text"))), None
    match sheet.asks:
        case Action.ANSWER:
            return inputs, _move(sheet, AnswerRequest(text))
        case Action.HAND_ON:
            return inputs, _move(sheet, HandOnRequest(text))
        case _:
            return replace(
                inputs,
                sheet=replace(sheet, asks=Action.CALL_BACK, enquiry=replace(sheet.enquiry, question=text), note=""),
            ), None


def _leave_open(inputs: Inputs, sheet: Sheet, typed: str) -> tuple[Inputs, Post | None]:
    phone = read_callable(typed)
    if typed and phone is None:
        return replace(inputs, sheet=replace(sheet, notice=Notice(Tone.WARNING, "write_phone"))), None
    return inputs, counting.post_of(sheet, sheet.enquiry.channel or "", sheet.enquiry.question, phone)


def confirm(sheet: Sheet) -> Post | None:
    """Return the command that closes the chosen enquiry."""
    return _move(replace(sheet, asks=Action.CONFIRM), None)


def moved(inputs: Inputs, post: Post) -> Inputs:
    """Return the inputs after the hall did it: the list again, with what was done; it is read from the hall again."""
    notice = Notice(Tone.DONE, f"done_{post.action.value}")
    sheet = inputs.sheet
    if sheet is None or sheet.enquiries is None:
        return replace(inputs, busy=None, notice=notice)
    return replace(inputs, busy=None, sheet=_listed(sheet, notice))


def _listed(sheet: Sheet, notice: Notice | None) -> Sheet:
    return replace(sheet, kind=SheetKind.ENQUIRIES, ticket="", note="", asks=Action.ENQUIRY, notice=notice)


def _move(sheet: Sheet, body: Body) -> Post | None:
    # The chosen row stays fixed while the list below the question is read again: `act` has named it.
    number = sheet.enquiries.row if sheet.enquiries else None
    return None if number is None else Post(sheet.asks, f"/enquiries/{number}/{sheet.asks.value}", body)
