"""Which question comes after an answer on a sheet; None where all is known. Pure."""

from __future__ import annotations

from dataclasses import replace

from contracts.words.hall import Outcome
from counter_client.dialogs.complaint import update as complaint_update
from counter_client.dialogs.enquiries import counting
from counter_client.dialogs.question.presenter import NEXT_SERVICE
from counter_client.dialogs.request import update as request_update
from counter_client.state.state import Inputs, Sheet, SheetKind


def next_question(inputs: Inputs, sheet: Sheet, code: str) -> Sheet | None:
    """Return the sheet that asks on after this answer, with all that was answered so far."""
    match sheet.kind:
        case SheetKind.WALK_UP if sheet.service is None:
            return replace(sheet, service=code, notice=None)
        case SheetKind.BREAK:
            return replace(sheet, kind=SheetKind.BREAK_LENGTH, reason=code, notice=None)
        case SheetKind.OUTCOME if code == Outcome.DOCUMENTS_MISSING.value:
            return replace(sheet, kind=SheetKind.MISSING, notice=None)
        case SheetKind.ENQUIRY_TOPIC | SheetKind.ENQUIRY_CHANNEL | SheetKind.ENQUIRY_OPEN:
            return counting.next_question(sheet, code)
        case SheetKind.COMPLAINT_NATURE:
            return complaint_update.next_question(sheet, code)
        case SheetKind.OUTCOME if code == NEXT_SERVICE:
            return replace(sheet, kind=SheetKind.NEXT_SERVICE, notice=None)
        case _:
            return request_update.next_question(inputs, sheet, code)
