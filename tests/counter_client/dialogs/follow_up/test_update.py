from __future__ import annotations

from contracts.requests.answers import RequestStatus
from contracts.words.requests import RequestState
from counter_client.dialogs.follow_up.update import known, missed
from counter_client.state.actions import Action
from counter_client.state.intents import AskRequest, CloseSheet, Do, FollowUp, Wish, WriteNote
from counter_client.state.state import Inputs, Notice, Sheet, SheetKind, Tone
from counter_client.update.decide import decide
from tests.counter_client.helpers.builders import NINE, at_work, serving
from tests.helpers.replacing import replace

STATUS = RequestStatus(
    number="MUSCAT-1-26-000019",
    shown="2026/88",
    hall="muscat-1",
    state=RequestState.REFERRED,
    directorate="lands",
    directorate_names={"ar": "مديرية الأراضي", "en": "Directorate of Lands"},
    registered_at=NINE,
    printed_latest=NINE.date(),
    latest=NINE.date(),
    latest_expected=False,
    reply=None,
    replied_at=None,
)


def done(inputs: Inputs, *wishes: Wish) -> Inputs:
    """Do one wish after the other, a second apart; none of them sends a command."""
    for wish in wishes:
        inputs, post = decide(replace(inputs, now_s=inputs.now_s + 1), wish)
        assert post is None
    return inputs


def sheet_of(inputs: Inputs) -> Sheet:
    assert inputs.sheet is not None
    return inputs.sheet


ASKED = done(at_work(serving()), Do(Action.SEARCH), FollowUp(), WriteNote(" 26-000019 "), AskRequest())


def test_from_the_search_by_number_a_request_is_followed_up_also_with_a_visitor_at_the_counter() -> None:
    sheet = sheet_of(ASKED)
    assert (sheet.kind, sheet.lookup.asked, sheet.lookup.status) == (SheetKind.FOLLOW_UP, "26-000019", None)
    told = known(ASKED, "26-000019", STATUS)
    assert sheet_of(told).lookup.status == STATUS
    assert done(told, CloseSheet()).sheet is None


def test_nothing_typed_is_asked_for() -> None:
    asked = done(at_work(), Do(Action.SEARCH), FollowUp(), AskRequest())
    assert sheet_of(asked).notice == Notice(Tone.WARNING, "write_number")
    assert sheet_of(asked).lookup.asked == ""


def test_an_answer_about_another_number_comes_too_late() -> None:
    assert known(ASKED, "26-000027", STATUS) == ASKED
    assert missed(ASKED, "26-000027", "request_unknown") == ASKED
    assert known(at_work(), "26-000019", STATUS) == at_work()
    again = done(known(ASKED, "26-000019", STATUS), WriteNote("2026/89"), AskRequest())
    assert (sheet_of(again).lookup.asked, sheet_of(again).lookup.status) == ("2026/89", None)


def test_why_it_is_not_told_stands_on_the_sheet_and_it_can_be_asked_for_again() -> None:
    told = missed(ASKED, "26-000019", "centre_cut_off")
    assert sheet_of(told).notice == Notice(Tone.WARNING, "centre_cut_off")
    assert sheet_of(told).lookup.asked == ""
    assert sheet_of(done(told, AskRequest())).lookup.asked == "26-000019"


def test_it_is_followed_up_from_a_search_alone() -> None:
    assert done(at_work(), FollowUp()).sheet is None
    elsewhere = at_work(serving(), sheet=Sheet(SheetKind.OUTCOME))
    assert done(elsewhere, FollowUp(), AskRequest()).sheet == elsewhere.sheet
