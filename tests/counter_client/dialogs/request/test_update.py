"""Finishing with a request by three keys, or with all its details; and what the agent says to the visitor."""

from __future__ import annotations

from datetime import date

from contracts.queue.answers import FinishedVisit
from contracts.queue.bodies import FinishRequest
from contracts.requests.answers import RegisteredRequest
from contracts.requests.bodies import NewRequest
from contracts.settings.hall_view import NamedEntry, RequestLists
from contracts.words.hall import Lane, Outcome, VisitState
from counter_client.dialogs.question.presenter import derive_choices
from counter_client.dialogs.request.update import MOST, NO_MORE, NO_REQUEST
from counter_client.hall.replies import answered
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post, finish, undo
from counter_client.state.intents import (
    Choose,
    CloseSheet,
    Do,
    SendRequest,
    ToggleMore,
    ToggleUrgent,
    Wish,
    WriteExternal,
    WriteNote,
    WritePhone,
)
from counter_client.state.state import Inputs, Notice, Paper, Result, Sheet, SheetKind, Tone
from counter_client.update.decide import decide
from tests.counter_client.helpers.builders import HALL, NINE, at_work, serving
from tests.helpers.replacing import replace

LISTS = RequestLists(
    (NamedEntry("land_grant", {"ar": "طلب منح أرض", "en": "Land grant"}),),
    (NamedEntry("lands", {"ar": "مديرية الأراضي", "en": "Directorate of Lands"}),),
    (),
)
SERVING = replace(at_work(serving(), now_s=100.0), hall=replace(HALL, requests=LISTS))


def asked(*codes: str) -> Inputs:
    inputs, _ = decide(SERVING, Do(Action.FINISH))
    for code in codes:
        inputs, post = decide(later(inputs), Choose(code))
        assert post is None
    return later(inputs)


def later(inputs: Inputs) -> Inputs:
    """Return the inputs a second later: a key that bounces answers no second question."""
    return replace(inputs, now_s=inputs.now_s + 1)


def test_topic_and_directorate_are_asked_and_named_in_the_agents_language() -> None:
    sheet = derive_choices(replace(asked("request_registered"), language="en"))
    assert sheet is not None
    assert (sheet.question, [one.name for one in sheet.choices]) == ("request_topic", ["Land grant", ""])
    assert [one.key for one in sheet.choices] == ["1", "2"]
    sheet = derive_choices(replace(asked("request_registered", "land_grant"), language="en"))
    assert sheet is not None
    assert (sheet.question, sheet.choices[0].name) == ("request_directorate", "Directorate of Lands")
    assert not sheet.space_takes_usual


def test_the_last_answer_finishes_with_the_request() -> None:
    _, post = decide(asked("request_registered", "land_grant"), Choose("lands"))
    assert post is not None
    assert post.body == FinishRequest(
        Outcome.REQUEST_REGISTERED, requests=(NewRequest("طلب منح أرض", "lands", "land_grant"),)
    )


def test_what_the_ministrys_system_has_already_is_finished_without() -> None:
    _, post = decide(asked("request_registered"), Choose(NO_REQUEST))
    assert post is not None
    assert post.body == FinishRequest(Outcome.REQUEST_REGISTERED)


def test_a_hall_that_registers_none_asks_nothing_more() -> None:
    inputs, _ = decide(replace(SERVING, hall=HALL), Do(Action.FINISH))
    assert HALL.requests is None
    _, post = decide(later(inputs), Choose("request_registered"))
    assert post is not None


def test_a_key_that_bounces_answers_no_second_question() -> None:
    inputs, post = decide(asked("request_registered"), Choose("land_grant"))
    assert post is None
    assert decide(inputs, Choose("lands")) == (inputs, None)


def test_number_and_latest_day_are_told_on_a_sheet_of_their_own() -> None:
    _, post = decide(asked("request_registered", "land_grant"), Choose("lands"))
    assert post is not None
    earlier, made = (
        RegisteredRequest(f"MUSCAT-1-26-00001{n}", shown, date(2026, 11, 30), False)
        for n, shown in ((8, "2026/87"), (9, "2026/88"))
    )
    visit = FinishedVisit("v", "A047", "A", Lane.STANDARD, VisitState.FINISHED, 3, NINE, (), requests=(earlier, made))
    told = answered(SERVING, post, replace(visit, receipt_at="Kiosk 1"))
    assert told.notice == Notice(Tone.DONE, "done_finish", "A047")
    assert told.sheet == Sheet(
        SheetKind.REGISTERED, "v", "A047", "A", result=Result(registered=(made,), printed_at="Kiosk 1")
    ), "the visitor knows already what an earlier stage registered"
    plain = answered(SERVING, finish(3, Outcome.COMPLETED, ticket="A047"), visit)
    assert plain.sheet is None


def test_the_kinds_of_sheets_have_a_question_each() -> None:
    assert {SheetKind.REQUEST_TOPIC.value, SheetKind.REQUEST_DIRECTORATE.value} == {
        "request_topic",
        "request_directorate",
    }


def filled(*wishes: Wish, of: Inputs = SERVING) -> tuple[Inputs, Post | None]:
    """Ask for the details of a request by F6, and do one wish after the other, a second apart."""
    inputs, post = decide(of, Do(Action.FINISH))
    opening = (Choose("request_registered"), ToggleMore(), Choose("land_grant"), Choose("lands"))
    for wish in (*opening, *wishes):
        inputs, post = decide(later(inputs), wish)
    return later(inputs), post


def sheet_of(inputs: Inputs) -> Sheet:
    assert inputs.sheet is not None
    return inputs.sheet


TYPED = (WriteExternal(" ٢٠٢٦/88 "), WriteNote("Plot of a widow"), ToggleUrgent(), WritePhone("٩١٢٣ ٤٥٦٧"))


def test_the_ministrys_number_words_urgency_and_a_telephone_go_with_the_finish() -> None:
    asked_for, post = filled()
    assert (sheet_of(asked_for).kind, post) == (SheetKind.REQUEST_DETAILS, None)
    _, post = filled(*TYPED, SendRequest())
    assert post is not None
    assert post.body == FinishRequest(
        Outcome.REQUEST_REGISTERED,
        requests=(NewRequest("Plot of a widow", "lands", "land_grant", "2026/88", urgent=True),),
        phone="+96891234567",
    )


def test_several_requests_are_registered_by_one_finish() -> None:
    another = (SendRequest(another=True), Choose("land_grant"), Choose("lands"))
    _, post = filled(WriteExternal("1/26"), *another, WriteExternal("2/26"), SendRequest())
    assert post is not None
    assert isinstance(post.body, FinishRequest)
    assert [(one.subject, one.external) for one in post.body.requests] == [
        ("طلب منح أرض", "1/26"),
        ("طلب منح أرض", "2/26"),
    ]
    asking, post = filled(WriteExternal("1/26"), SendRequest(another=True))
    assert post is None
    sheet = derive_choices(asking)
    assert sheet is not None
    assert (sheet.question, sheet.drafted, sheet.choices[-1].code) == ("request_topic", 1, NO_MORE)
    _, post = decide(asking, Choose(NO_MORE))
    assert post is not None
    assert isinstance(post.body, FinishRequest)
    assert [one.external for one in post.body.requests] == ["1/26"]


def test_the_hall_registers_ten_with_a_visit_and_no_more_are_filled_in() -> None:
    many: tuple[Wish, ...] = (SendRequest(another=True), Choose("land_grant"), Choose("lands")) * (MOST + 1)
    full, post = filled(*many)
    assert post is None
    assert len(sheet_of(full).request.before) == MOST - 1


def test_a_number_at_which_nobody_can_be_told_is_asked_for_again() -> None:
    asked_again, post = filled(WritePhone("123"), SendRequest())
    assert post is None
    assert sheet_of(asked_again).notice == Notice(Tone.WARNING, "write_mobile")
    _, post = filled(WritePhone(" "), SendRequest())
    assert post is not None
    asked_again, post = filled(WriteExternal("م/88"), SendRequest())
    assert post is None
    assert sheet_of(asked_again).notice == Notice(Tone.WARNING, "write_latin")


def test_a_number_that_was_spoilt_on_a_request_given_up_again_is_asked_for_before_the_finish() -> None:
    another = (SendRequest(another=True), Choose("land_grant"), Choose("lands"))
    given_up, _ = filled(WritePhone("91234567"), *another, WritePhone("9123456"), CloseSheet(), CloseSheet())
    asked_again, post = decide(given_up, Choose(NO_MORE))
    assert post is None, "the visitor agreed to get the reply, and nobody would get it"
    sheet = sheet_of(asked_again)
    assert (sheet.kind, sheet.notice) == (SheetKind.REQUEST_DETAILS, Notice(Tone.WARNING, "write_mobile"))
    _, post = decide(later(decide(later(asked_again), WritePhone("91234567"))[0]), SendRequest())
    assert post is not None
    assert isinstance(post.body, FinishRequest)
    assert (len(post.body.requests), post.body.phone) == (1, "+96891234567")


def test_marks_of_direction_that_come_along_with_a_copied_number_do_no_harm() -> None:
    _, post = filled(WriteExternal("\u20662026/88\u2069"), WritePhone("\u202a+968 9123 4567\u202c"), SendRequest())
    assert post is not None
    assert isinstance(post.body, FinishRequest)
    assert (post.body.requests[0].external, post.body.phone) == ("2026/88", "+96891234567")


def test_going_back_loses_nothing_of_what_was_filled_in() -> None:
    back, _ = filled(*TYPED, CloseSheet())
    assert (sheet_of(back).kind, sheet_of(back).request.external) == (SheetKind.REQUEST_DIRECTORATE, " ٢٠٢٦/88 ")
    topic, _ = decide(back, CloseSheet())
    assert sheet_of(topic).kind is SheetKind.REQUEST_TOPIC
    assert decide(later(topic), CloseSheet())[0].sheet is None
    next_one, _ = filled(*TYPED, SendRequest(another=True), CloseSheet())
    sheet = sheet_of(next_one)
    assert (sheet.kind, sheet.request.before, sheet.request.external) == (SheetKind.REQUEST_DETAILS, (), "2026/88")
    assert (sheet.note, sheet.request.urgent, sheet.request.phone) == ("Plot of a widow", True, "٩١٢٣ ٤٥٦٧")
    plain, _ = filled(SendRequest(another=True), CloseSheet())
    assert sheet_of(plain).note == "", "the topic's own name was not typed"


def test_more_is_said_of_a_request_or_not_until_one_is_filled_in() -> None:
    asking, _ = decide(asked("request_registered"), ToggleMore())
    assert sheet_of(asking).request.more
    asking, _ = decide(later(asking), ToggleMore())
    assert not sheet_of(asking).request.more
    drafted, _ = filled(SendRequest(another=True), ToggleMore())
    assert sheet_of(drafted).request.more


def test_what_is_not_to_be_said_after_all_is_not_sent() -> None:
    back, _ = filled(*TYPED, CloseSheet(), ToggleMore())
    _, post = decide(back, Choose("lands"))
    assert post is not None
    assert post.body == FinishRequest(
        Outcome.REQUEST_REGISTERED, requests=(NewRequest("طلب منح أرض", "lands", "land_grant"),)
    )


def test_details_are_sent_from_their_sheet_alone() -> None:
    inputs = asked("request_registered")
    assert decide(inputs, SendRequest())[1] is None


TWO = (NewRequest("", "lands"),) * 2


def test_all_numbers_are_told_and_undoing_says_that_they_are_withdrawn() -> None:
    _, post = filled(SendRequest())
    assert post is not None
    made = tuple(RegisteredRequest(f"M-{n}", f"M-{n}", date(2026, 11, 30), False) for n in (1, 2))
    visit = FinishedVisit("v", "A047", "A", Lane.STANDARD, VisitState.FINISHED, 3, NINE, (), requests=made)
    after = answered(SERVING, replace(post, body=FinishRequest(Outcome.REQUEST_REGISTERED, requests=TWO)), visit)
    assert sheet_of(after).result.registered == made
    assert after.paper == Paper(request="M-2", registered_by="v")
    taken_back = answered(after, undo("v", ticket="A047"), replace(serving(), visit="v"))
    assert (taken_back.paper, taken_back.notice) == (None, Notice(Tone.DONE, "done_undo_request", "A047"))
    assert answered(after, undo("w", ticket="A048"), serving("A048")).paper == after.paper
