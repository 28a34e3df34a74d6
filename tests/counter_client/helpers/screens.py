"""Screens of the counter window as inputs, by name: what its tests go through."""

from __future__ import annotations

from contracts.queue.answers import PrayerTurnView
from contracts.words.hall import Lane, VisitState
from counter_client.state.actions import Action
from counter_client.state.pin_sheet import PinSheet
from counter_client.state.state import Notice, Practice, Result, Search, Sheet, SheetKind, Tone
from counter_client.state.transfer_sheet import Target, TargetKind, TransferSheet
from tests.counter_client.helpers.builders import (
    ON_BREAK,
    at_sign_in,
    at_work,
    row,
    serving,
    slip,
    visit,
    with_documents,
    workplace,
)
from tests.counter_client.helpers.open_enquiries import ANSWERED, asked, listed
from tests.helpers.replacing import replace

TURNS = tuple(PrayerTurnView(code, 12 - at, "12:20") for at, code in enumerate("ABCDEF"))
LIST = (row("F021", "F", 380, 1200), row("A047", "A", 1450), row("B012", "B", 90, held=True, lane=Lane.RETURNING))
SCREENS = {
    "sign_in": at_sign_in(agent="said", pin="47"),
    "free": at_work(None, *LIST),
    "called": at_work(visit(), *LIST, row="visit-A047"),
    "serving": at_work(serving(), *LIST, notice=Notice(Tone.WARNING, "visit_open")),
    "break": at_work(workplace=workplace(session=ON_BREAK)),
    "outcome": at_work(serving(), *LIST, sheet=Sheet(SheetKind.OUTCOME, ticket="A047", service="A")),
    "walk_up": at_work(None, sheet=Sheet(SheetKind.WALK_UP)),
    "transfer": at_work(
        serving(),
        *LIST,
        sheet=TransferSheet(ticket="A047", service="A", target=Target(TargetKind.SERVICE, "B")),
    ),
    "transfer_details": at_work(
        serving(),
        sheet=TransferSheet(
            ticket="A047",
            target=Target(TargetKind.SERVICE, "B"),
            details=True,
            notice=Notice(Tone.WARNING, "choose_reason"),
        ),
    ),
    "missing": at_work(
        serving(),
        hall=with_documents(),
        sheet=Sheet(SheetKind.MISSING, ticket="A047", service="A", notice=Notice(Tone.WARNING, "choose_missing")),
    ),
    "return_code": at_work(sheet=Sheet(SheetKind.RETURN_CODE, result=Result(slip=slip("سند الملكية", "رسم مساحي")))),
    "search": at_work(
        sheet=Sheet(
            SheetKind.SEARCH, search=Search("47", tuple(visit(f"{one}047", VisitState.WAITING) for one in "ABCDEFG"))
        )
    ),
    "enquiries": at_work(
        serving(),
        sheet=listed(
            replace(ANSWERED, number=9, question="Long " * 40, answer="Long " * 40),
            *(asked(n) for n in range(8, 0, -1)),
            row=9,
            notice=Notice(Tone.DONE, "done_answer"),
        ),
    ),
    "enquiry_text": at_work(
        sheet=replace(
            listed(ANSWERED, row=3, notice=Notice(Tone.WARNING, "write_text")),
            kind=SheetKind.ENQUIRY_TEXT,
            asks=Action.ANSWER,
        )
    ),
    "pin": at_work(
        serving(),
        *LIST,
        sheet=PinSheet(old="471829", new="739164", again="739165", notice=Notice(Tone.WARNING, "pins_differ")),
    ),
    "break_length": at_work(
        workplace=workplace(last_for=("A", "B", "C")), sheet=Sheet(SheetKind.BREAK_LENGTH, reason="meal")
    ),
    "break_length_prayer": at_work(
        workplace=workplace(last_for=("A", "B", "C"), prayer_turns=TURNS),
        sheet=Sheet(SheetKind.BREAK_LENGTH, reason="prayer"),
    ),
    "break_turn": at_work(
        workplace=workplace(prayer_turns=TURNS), sheet=Sheet(SheetKind.BREAK_TURN, reason="prayer", minutes=15)
    ),
    "cut_off": at_work(serving(), *LIST, cut_off_s=0.0, now_s=12.0),
    "practice_sign_in": at_sign_in(agent="said", pin="47", practice=Practice("123456")),
    "practice": at_work(visit(), *LIST, row="visit-A047", practice=Practice("123456")),
    "practice_walk_up": at_work(None, sheet=Sheet(SheetKind.WALK_UP), practice=Practice("123456")),
    "practice_transfer": at_work(
        serving(), *LIST, sheet=TransferSheet(ticket="A047", service="A"), practice=Practice("123456")
    ),
}


OVER_IT = {
    "transfer": "transfer",
    "outcome": "choice_sheet",
    "break_length": "choice_sheet",
    "break_length_prayer": "choice_sheet",
    "break_turn": "choice_sheet",
    "missing": "missing",
    "return_code": "return_code",
    "search": "search",
    "enquiries": "enquiries",
    "enquiry_text": "enquiry_text",
    "pin": "pin",
}
"""Screens with a sheet, and its name."""
