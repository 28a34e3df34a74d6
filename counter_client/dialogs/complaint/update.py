"""A complaint or suggestion that a visitor brings forward at the counter: its kind, its text, its number. Pure.

Where somebody is at the counter it is kept with the visit, and with the visit's service; else it has no visit.
"""

from __future__ import annotations

from dataclasses import replace

from contracts.complaints.answers import ComplaintRequest
from contracts.words.complaints import Nature
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.state import Inputs, Notice, Paper, Sheet, SheetKind, Tone

LONGEST = 1000
"""Letters that the hall takes."""


def opened(inputs: Inputs) -> Sheet:
    """Return the sheet that asks which of the two it is, with the visit at the counter."""
    current = inputs.workplace.current if inputs.workplace else None
    if current is None:
        return Sheet(SheetKind.COMPLAINT_NATURE, asks=Action.COMPLAINT)
    return Sheet(
        SheetKind.COMPLAINT_NATURE, current.visit, current.ticket, current.service, asks=Action.COMPLAINT
    )  # fmt: skip


def next_question(sheet: Sheet, code: str) -> Sheet:
    """Return the sheet on which the text is written; what was written before a step back still stands."""
    return replace(sheet, kind=SheetKind.ENQUIRY_TEXT, reason=code, notice=None)


def send(inputs: Inputs, sheet: Sheet) -> tuple[Inputs, Post | None]:
    """Return the command that takes it in; with nothing written it is asked for."""
    text = sheet.note.strip()
    if not text:
        return replace(inputs, sheet=replace(sheet, notice=Notice(Tone.WARNING, "write_text"))), None
    body = ComplaintRequest(Nature(sheet.reason), text, None, sheet.visit or None)
    return inputs, Post(Action.COMPLAINT, "/complaints", body, sheet.ticket)


def taken(inputs: Inputs, number: str) -> Inputs:
    """Return the inputs after the hall took it in: its number stays on a sheet until the agent goes on.

    If the counter has a printer, it prints the number, too; a training prints nothing.
    """
    sheet = inputs.sheet or Sheet(SheetKind.COMPLAINT_TAKEN)
    told = replace(
        sheet, kind=SheetKind.COMPLAINT_TAKEN, note="", result=replace(sheet.result, number=number), notice=None
    )
    done = replace(inputs, busy=None, sheet=told, notice=None)
    if not prints(inputs):
        return done
    return replace(done, paper=Paper(complaint=number, nature=Nature(sheet.reason or Nature.COMPLAINT), at=inputs.now))


def prints(inputs: Inputs) -> bool:
    """Return whether the visitor gets the number on paper."""
    return inputs.pc.own_printer and inputs.training.practice is None
