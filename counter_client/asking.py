"""Which question comes after an answer on a sheet; None where all is known. Pure."""

from __future__ import annotations

from dataclasses import replace

from contracts.hall_words import Outcome
from counter_client import complaining, enquiring, registering
from counter_client.inputs import Inputs, Sheet, SheetKind
from counter_client.presenters.choices import NEXT_SERVICE


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
            return enquiring.next_question(sheet, code)
        case SheetKind.COMPLAINT_NATURE:
            return complaining.next_question(sheet, code)
        case SheetKind.OUTCOME if code == NEXT_SERVICE:
            return replace(sheet, kind=SheetKind.NEXT_SERVICE, notice=None)
        case _:
            return registering.next_question(inputs, sheet, code)
