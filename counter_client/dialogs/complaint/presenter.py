"""From inputs to the sheet that tells the number of a complaint or suggestion. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.words.complaints import Nature
from counter_client.dialogs.complaint.update import prints
from counter_client.state.state import Inputs, Notice, SheetKind
from counter_client.texts.names import service_name

_NO_PAPER = "paper_failed"
"""The message about a paper of which nothing came out."""


@dataclass(frozen=True)
class ComplaintTakenView:
    """The sheet; `ticket` and `service` are of the visit that it was kept with, empty without one."""

    nature: Nature
    number: str
    ticket: str
    service: str
    printed: bool = False
    """The number comes out of this counter's printer, too; where the printer failed it is written down after all."""
    notice: Notice | None = None
    """Whether the paper was printed."""


def derive_complaint_taken(inputs: Inputs) -> ComplaintTakenView | None:
    """Return the open sheet, None where it is not open."""
    sheet = inputs.sheet
    if sheet is None or sheet.kind is not SheetKind.COMPLAINT_TAKEN:
        return None
    service = service_name(inputs.hall, sheet.service, inputs.language) if sheet.service else ""
    nature = Nature(sheet.reason or Nature.COMPLAINT)
    printed = prints(inputs) and (sheet.notice is None or sheet.notice.code != _NO_PAPER)
    return ComplaintTakenView(nature, sheet.result.number, sheet.ticket, service, printed, sheet.notice)
