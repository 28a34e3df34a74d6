"""From inputs to the sheet that tells the code with which the visitor comes back. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter_client.dialogs.missing_documents.presenter import document_name
from counter_client.state.state import Inputs, Notice, SheetKind
from counter_client.texts.names import service_name


@dataclass(frozen=True)
class ReturnCodeView:
    """The sheet; `printed_at` names the kiosk, empty where nothing prints it; `own`: the counter's printer does."""

    ticket: str
    service: str
    code: str
    last_day: date
    missing: tuple[str, ...]
    printed_at: str
    own: bool
    notice: Notice | None
    busy: bool


def derive_return_code(inputs: Inputs) -> ReturnCodeView | None:
    """Return the open sheet, None where it is not open."""
    sheet = inputs.sheet
    if sheet is None or sheet.kind is not SheetKind.RETURN_CODE or sheet.result.slip is None:
        return None
    slip = sheet.result.slip
    return ReturnCodeView(
        ticket=slip.ticket,
        service=service_name(inputs.hall, slip.service, inputs.language),
        code=slip.code,
        last_day=slip.last_day,
        missing=tuple(document_name(inputs, slip.service, one) for one in slip.missing),
        printed_at=sheet.result.printed_at or "",
        own=inputs.pc.own_printer,
        notice=sheet.notice,
        busy=inputs.busy is not None,
    )
