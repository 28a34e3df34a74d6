from __future__ import annotations

import pytest

from contracts.enquiries.answers import AnswerRequest, EnquiryRequest, EnquiryView, HandOnRequest
from contracts.words.enquiries import Channel
from counter_client.dialogs.enquiries.update import (
    chosen_of,
    known,
    next_step,
    opened,
    other_step,
    phone_known,
    phone_missed,
)
from counter_client.hall.replies import answered
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.intents import (
    ActOnEnquiry,
    Choose,
    CloseSheet,
    MoveRow,
    PickEnquiry,
    SendText,
    ShowPhone,
    WriteNote,
)
from counter_client.state.state import EnquiryDraft, Notice, Sheet, SheetKind, Tone
from counter_client.update.decide import decide
from counter_client.update.fill import fill
from tests.counter_client.helpers.builders import at_work, done, sheet_of
from tests.counter_client.helpers.open_enquiries import ANSWERED, HANDED_ON, NEW, listed, view_of
from tests.helpers.replacing import replace


def test_the_newest_comes_first_and_is_chosen_until_another_is() -> None:
    told = sheet_of(known(at_work(sheet=opened()), view_of(NEW, HANDED_ON, ANSWERED)))
    assert told.enquiries is not None
    assert told.enquiries.found == (ANSWERED, HANDED_ON, NEW)
    assert chosen_of(told) == ANSWERED
    down = sheet_of(fill(at_work(sheet=told), MoveRow(1)))
    assert chosen_of(down) == HANDED_ON
    assert chosen_of(sheet_of(fill(at_work(sheet=down), MoveRow(9)))) == NEW
    assert chosen_of(sheet_of(fill(at_work(sheet=down), PickEnquiry(3)))) == ANSWERED
    assert chosen_of(opened()) is None


def test_the_chosen_one_stays_chosen_when_they_are_read_anew_and_an_overtaken_reading_changes_nothing() -> None:
    shown = at_work(sheet=listed(HANDED_ON, NEW, row=1))
    anew = known(shown, view_of(NEW, HANDED_ON, ANSWERED))
    assert chosen_of(sheet_of(anew)) == NEW
    assert known(anew, view_of(seconds_ago=5)) == anew
    assert known(at_work(), view_of(NEW)) == at_work()


@pytest.mark.parametrize(
    ("one", "first", "besides"),
    [
        (NEW, Action.ANSWER, Action.HAND_ON),
        (HANDED_ON, Action.ANSWER, Action.HAND_ON),
        (ANSWERED, Action.CONFIRM, Action.ANSWER),
    ],
)
def test_what_can_be_done_follows_from_how_far_it_has_come(one: EnquiryView, first: Action, besides: Action) -> None:
    assert (next_step(one), other_step(one)) == (first, besides)


@pytest.mark.parametrize(
    ("one", "other", "post"),
    [
        (NEW, False, Post(Action.ANSWER, "/enquiries/1/answer", AnswerRequest("Written"))),
        (NEW, True, Post(Action.HAND_ON, "/enquiries/1/hand-on", HandOnRequest("Written"))),
        (ANSWERED, True, Post(Action.ANSWER, "/enquiries/3/answer", AnswerRequest("Written"))),
    ],
)
def test_what_is_written_is_sent(one: EnquiryView, other: bool, post: Post) -> None:
    _, sent = done(at_work(sheet=listed(one)), ActOnEnquiry(other), WriteNote(" Written "), SendText())
    assert sent == post


def test_an_answer_is_corrected_from_what_it_was() -> None:
    asked, _ = done(at_work(sheet=listed(ANSWERED)), ActOnEnquiry(other=True))
    assert sheet_of(asked).note == "From Sunday on"


def test_the_question_of_one_that_is_left_open_is_sent_with_topic_and_channel() -> None:
    sheet = Sheet(SheetKind.ENQUIRY_TEXT, topic="land_grant", enquiry=EnquiryDraft(channel="social"))
    asked, post = done(at_work(sheet=sheet), WriteNote("Since when?"), SendText())
    assert (post, sheet_of(asked).asks, sheet_of(asked).note) == (None, Action.CALL_BACK, "")
    _, post = done(asked, SendText())
    assert post == Post(Action.ENQUIRY, "/enquiries", EnquiryRequest("land_grant", Channel.SOCIAL, "Since when?"))


ASKED_WHERE = Sheet(
    SheetKind.ENQUIRY_TEXT,
    topic="land_grant",
    enquiry=EnquiryDraft(channel="social", question="Since when?"),
    asks=Action.CALL_BACK,
)


@pytest.mark.parametrize("typed", ["2412 3456", "٢٤١٢٣٤٥٦"])
def test_the_number_to_call_back_goes_with_it_whichever_digits_were_typed(typed: str) -> None:
    _, post = done(at_work(sheet=ASKED_WHERE), WriteNote(typed), SendText())
    body = EnquiryRequest("land_grant", Channel.SOCIAL, "Since when?", "+96824123456")
    assert post == Post(Action.ENQUIRY, "/enquiries", body)


def test_a_number_that_nobody_can_call_is_said_and_stays_to_be_put_right() -> None:
    asked, post = done(at_work(sheet=ASKED_WHERE), WriteNote("2412"), SendText())
    assert post is None
    assert sheet_of(asked) == replace(ASKED_WHERE, note="2412", notice=Notice(Tone.WARNING, "write_phone"))


def test_going_back_from_the_number_the_question_stands_as_it_was_written() -> None:
    back, _ = done(at_work(sheet=ASKED_WHERE), CloseSheet())
    assert (sheet_of(back).asks, sheet_of(back).note) == (Action.ENQUIRY, "Since when?")


def test_the_telephone_of_the_chosen_one_is_asked_for_and_goes_when_another_is_chosen() -> None:
    with_phone = replace(ANSWERED, phone=True)
    asked, post = done(at_work(sheet=listed(with_phone, NEW)), ShowPhone())
    assert post is None
    assert phone_known(asked, 1, "+96891234567") == asked
    told = sheet_of(phone_known(asked, 3, "+96891234567")).enquiries
    assert told is not None
    assert (told.called, told.phone) == (3, "+96891234567")
    anew = known(phone_known(asked, 3, "+96891234567"), view_of(NEW, with_phone))
    assert sheet_of(anew).enquiries == told
    other = sheet_of(fill(anew, MoveRow(1))).enquiries
    assert other is not None
    assert (other.called, other.phone) == (None, None)


def test_a_telephone_that_was_not_told_is_explained_and_can_be_asked_for_again() -> None:
    asked, _ = done(at_work(sheet=listed(replace(NEW, phone=True))), ShowPhone())
    assert phone_missed(asked, NEW.number + 1, "no_answer") == asked
    missed = phone_missed(asked, NEW.number, "no_answer")
    told = sheet_of(missed).enquiries
    assert told is not None
    assert (told.called, sheet_of(missed).notice) == (None, Notice(Tone.WARNING, "no_answer"))
    again = sheet_of(done(missed, ShowPhone())[0])
    assert again.notice is None
    assert again.enquiries == sheet_of(asked).enquiries


def test_where_no_number_was_left_none_is_asked_for() -> None:
    asked, _ = done(at_work(sheet=listed(NEW)), ShowPhone())
    assert sheet_of(asked) == listed(NEW)
    assert phone_known(at_work(), 1, "+96891234567") == at_work()


def test_nothing_written_is_asked_for_and_nothing_is_sent() -> None:
    asked, post = done(at_work(sheet=listed(NEW)), ActOnEnquiry(), SendText())
    assert post is None
    assert sheet_of(asked).notice == Notice(Tone.WARNING, "write_text")


def test_closing_one_is_asked_about_because_the_hall_never_opens_it_again() -> None:
    asked, post = done(at_work(sheet=listed(ANSWERED)), ActOnEnquiry())
    assert (post, sheet_of(asked).kind) == (None, SheetKind.ENQUIRY_CONFIRM)
    _, post = done(asked, Choose("confirm_enquiry"))
    assert post == Post(Action.CONFIRM, "/enquiries/3/confirm")


def test_a_bounce_of_the_key_is_no_answer() -> None:
    asked, _ = done(at_work(sheet=listed(ANSWERED)), ActOnEnquiry())
    assert decide(replace(asked, now_s=asked.now_s + 0.1), Choose("confirm_enquiry"))[1] is None
    twice, _ = decide(replace(asked, now_s=asked.now_s + 0.1), SendText())
    assert twice.sheet == asked.sheet


def test_going_back_from_a_question_shows_the_list_again_and_from_the_list_the_counter() -> None:
    asked, _ = done(at_work(sheet=listed(NEW)), ActOnEnquiry(), WriteNote("Half an answer"))
    back, _ = done(asked, CloseSheet())
    assert sheet_of(back) == listed(NEW, row=1)
    assert done(back, CloseSheet())[0].sheet is None


@pytest.mark.parametrize("action", [Action.ANSWER, Action.HAND_ON, Action.CONFIRM])
def test_when_it_is_done_the_list_says_so(action: Action) -> None:
    asked, _ = done(at_work(sheet=listed(NEW)), ActOnEnquiry(), WriteNote("Written"))
    after = answered(replace(asked, busy=action), Post(action, "/enquiries/1/x"), None)
    assert sheet_of(after) == listed(NEW, row=1, notice=Notice(Tone.DONE, f"done_{action.value}"))
    assert after.busy is None


def test_one_that_somebody_else_closed_meanwhile_is_not_taken_for_another() -> None:
    asked, _ = done(at_work(sheet=listed(NEW)), ActOnEnquiry(), WriteNote("Written"))
    gone = known(asked, view_of(HANDED_ON))
    assert chosen_of(sheet_of(gone)) is None
    _, post = done(gone, SendText())
    assert post is not None
    assert post.path == "/enquiries/1/answer"


def test_with_none_open_no_key_does_anything() -> None:
    nothing = at_work(sheet=listed())
    for wish in (ActOnEnquiry(), ActOnEnquiry(other=True), MoveRow(1), SendText()):
        after, post = done(nothing, wish)
        assert (sheet_of(after), post) == (listed(), None)
