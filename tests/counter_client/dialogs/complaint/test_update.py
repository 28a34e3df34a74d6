from __future__ import annotations

import pytest

from contracts.complaints.answers import ComplaintRequest
from contracts.queue.answers import Problem
from contracts.words.complaints import Nature
from counter_client.dialogs.complaint.update import LONGEST, prints, taken
from counter_client.hall.replies import refused
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.intents import Choose, CloseSheet, Do, SendText, WriteNote
from counter_client.state.state import Notice, Paper, Practice, SheetKind, Tone
from tests.counter_client.helpers.builders import at_work, done, serving, sheet_of
from tests.helpers.replacing import replace

WRITTEN = (Do(Action.COMPLAINT), Choose("complaint"), WriteNote(" طال الانتظار "))


def test_what_the_visitor_at_the_counter_says_is_kept_with_the_visit() -> None:
    visit = serving()
    _, post = done(at_work(visit), *WRITTEN, SendText())
    body = ComplaintRequest(Nature.COMPLAINT, "طال الانتظار", None, visit.visit)
    assert post == Post(Action.COMPLAINT, "/complaints", body, visit.ticket)


def test_with_nobody_at_the_counter_it_stands_by_itself() -> None:
    _, post = done(at_work(), Do(Action.COMPLAINT), Choose("suggestion"), WriteNote("كراسٍ أكثر"), SendText())
    assert post == Post(Action.COMPLAINT, "/complaints", ComplaintRequest(Nature.SUGGESTION, "كراسٍ أكثر"))


def test_nothing_written_is_asked_for_and_nothing_is_sent() -> None:
    asked, post = done(at_work(), *WRITTEN[:2], SendText())
    assert post is None
    assert sheet_of(asked).notice == Notice(Tone.WARNING, "write_text")


def test_going_back_asks_once_more_which_of_the_two_it_is_and_keeps_what_is_written() -> None:
    back, _ = done(at_work(), *WRITTEN, CloseSheet())
    assert sheet_of(back).kind is SheetKind.COMPLAINT_NATURE
    again, _ = done(back, Choose("suggestion"))
    assert (sheet_of(again).reason, sheet_of(again).note) == ("suggestion", " طال الانتظار ")
    assert done(back, CloseSheet())[0].sheet is None


def test_a_text_is_as_long_as_the_hall_takes_it() -> None:
    written, _ = done(at_work(), *WRITTEN[:2], WriteNote("x" * (LONGEST + 9)))
    assert len(sheet_of(written).note) == LONGEST


def test_its_number_stays_on_a_sheet_until_the_agent_goes_on() -> None:
    sent, _ = done(at_work(serving()), *WRITTEN, SendText())
    told = taken(replace(sent, busy=Action.COMPLAINT), "MUSCAT-1-C26-004278")
    sheet = sheet_of(told)
    assert (sheet.kind, sheet.result.number, sheet.note) == (SheetKind.COMPLAINT_TAKEN, "MUSCAT-1-C26-004278", "")
    assert told.busy is None
    assert done(told, CloseSheet())[0].sheet is None


@pytest.mark.parametrize(("own_printer", "practice"), [(True, None), (True, Practice("123456")), (False, None)])
def test_where_the_counter_prints_by_itself_its_number_is_the_newest_paper(
    own_printer: bool, practice: Practice | None
) -> None:
    sent, _ = done(at_work(serving(), own_printer=own_printer, practice=practice), *WRITTEN, SendText())
    told = taken(sent, "MUSCAT-1-C26-004278")
    paper = Paper(complaint="MUSCAT-1-C26-004278", nature=Nature.COMPLAINT, at=sent.now)
    assert told.paper == (paper if own_printer and practice is None else None)
    assert prints(told) is (told.paper is not None)


@pytest.mark.parametrize("code", ["complaints_many", "service_unknown", "no_answer"])
def test_a_refusal_leaves_what_is_written(code: str) -> None:
    sent, post = done(at_work(serving()), *WRITTEN, SendText())
    assert post is not None
    after = sheet_of(refused(sent, post, Problem("Refused", 409, code, code)))
    assert after.note == " طال الانتظار "
    assert after.notice is not None
    assert after.notice.code == code
