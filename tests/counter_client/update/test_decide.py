from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from contracts.queue.answers import VisitView
from contracts.words.hall import LaneReason, Outcome, VisitState
from counter_client.state import hall_command
from counter_client.state.actions import Action
from counter_client.state.intents import ActOnFound, Choose, Do, SendMissing
from counter_client.state.state import (
    Inputs,
    ListKind,
    Notice,
    Paper,
    Practice,
    Search,
    Sheet,
    SheetKind,
    Tone,
    UndoOffer,
)
from counter_client.update.decide import decide
from tests.counter_client.helpers.builders import (
    NINE,
    ON_BREAK,
    SESSION,
    at_sign_in,
    at_work,
    changed,
    finished,
    row,
    serving,
    visit,
    with_documents,
    workplace,
)
from tests.helpers.replacing import replace

FREE = at_work(None, row("A047"), now_s=100.0)
CALLED = at_work(visit(), now_s=100.0)
SERVING = at_work(serving(), now_s=100.0)
ASKED = at_work(workplace=workplace(serving(), session=replace(SESSION, break_asked="meal")), now_s=100.0)
OUTCOME = Sheet(SheetKind.OUTCOME, visit="visit-A047", ticket="A047", service="A")
WAITING = visit("A047", VisitState.WAITING, counter=None)
MISSED = visit("M1", VisitState.NO_SHOW)
PARKED = visit("P1", VisitState.PARKED)
UNDO = UndoOffer("visit-B1", "B1", Action.FINISH, NINE + timedelta(seconds=160))
PLACE = workplace(None, row("A047"), parked=(visit("P1"),), missed=(visit("M1"),))


@pytest.mark.parametrize(
    ("inputs", "action", "path"),
    [
        (FREE, Action.CALL_NEXT, "/counters/3/call-next"),
        (CALLED, Action.BEGIN, "/counters/3/begin"),
        (CALLED, Action.RECALL, "/counters/3/recall"),
        (CALLED, Action.LOOK, "/counters/3/recall"),
        (CALLED, Action.NO_SHOW, "/counters/3/no-show"),
        (CALLED, Action.RETURN, "/counters/3/return"),
        (ASKED, Action.NO_BREAK, "/counters/3/resume-work"),
        (replace(FREE, undo=UNDO), Action.UNDO, "/visits/visit-B1/undo"),
        (at_work(workplace=workplace(session=ON_BREAK)), Action.RESUME_WORK, "/counters/3/resume-work"),
    ],
)
def test_simple_actions_go_to_the_hall_at_once(inputs: Inputs, action: Action, path: str) -> None:
    _, post = decide(inputs, Do(action))
    assert post is not None
    assert post.path == path


@pytest.mark.parametrize(
    ("inputs", "action", "kind"),
    [
        (SERVING, Action.FINISH, SheetKind.OUTCOME),
        (SERVING, Action.TRANSFER, SheetKind.TRANSFER),
        (FREE, Action.BREAK, SheetKind.BREAK),
        (FREE, Action.WALK_UP, SheetKind.WALK_UP),
        (FREE, Action.SIGN_OUT, SheetKind.SIGN_OUT),
        (SERVING, Action.PARK, SheetKind.PARK),
        (FREE, Action.SEARCH, SheetKind.SEARCH),
        (SERVING, Action.SEARCH, SheetKind.SEARCH),
    ],
)
def test_some_actions_ask_something_first(inputs: Inputs, action: Action, kind: SheetKind) -> None:
    after, post = decide(inputs, Do(action))
    assert post is None
    assert after.sheet is not None
    assert after.sheet.kind is kind


@pytest.mark.parametrize(
    ("inputs", "action"),
    [
        (FREE, Action.FINISH),
        (CALLED, Action.CALL_NEXT),
        (SERVING, Action.NO_SHOW),
        (replace(FREE, busy=Action.CALL_NEXT), Action.CALL_NEXT),
        (replace(FREE, sheet=Sheet(SheetKind.BREAK)), Action.CALL_NEXT),
        (FREE, Action.UNDO),
        (at_sign_in(), Action.CALL_NEXT),
    ],
)
def test_what_makes_no_sense_now_is_not_sent(inputs: Inputs, action: Action) -> None:
    assert decide(inputs, Do(action)) == (inputs, None)


def test_a_call_after_the_hall_has_asked_is_meant_for_three_seconds() -> None:
    assert decide(changed(FREE, asked_s=98.0), Do(Action.CALL_NEXT))[1] == hall_command.call_next(3, sure=True)
    assert decide(changed(FREE, asked_s=97.0), Do(Action.CALL_NEXT))[1] == hall_command.call_next(3)


@pytest.mark.parametrize(("inputs", "action"), [(FREE, Action.CALL_NEXT), (CALLED, Action.BEGIN)])
def test_a_step_goes_to_the_hall_however_soon_it_comes(inputs: Inputs, action: Action) -> None:
    sent = decide(inputs, Do(action))[1]
    assert sent is not None
    assert decide(changed(inputs, pressed_s=99.9), Do(action))[1] == sent


@pytest.mark.parametrize(("inputs", "action"), [(SERVING, Action.FINISH), (CALLED, Action.RECALL), (FREE, Action.HELP)])
def test_a_double_press_of_what_the_hall_cannot_tell_from_two_changes_nothing(inputs: Inputs, action: Action) -> None:
    just_pressed = changed(inputs, pressed_s=99.9)
    assert decide(just_pressed, Do(action)) == (just_pressed, None)


def test_a_row_action_needs_a_row() -> None:
    after, post = decide(FREE, Do(Action.CALL_CHOSEN))
    assert (post, after.notice) == (None, Notice(Tone.CALM, "choose_row"))


def test_who_is_first_is_called_without_a_question() -> None:
    first = at_work(None, row("A047"), row("B012"), row="visit-A047", now_s=100.0)
    after, post = decide(first, Do(Action.CALL_CHOSEN))
    assert post == hall_command.call_chosen(3, "visit-A047", "", ticket="A047")
    assert after.sheet is None
    held = at_work(None, row("A047", held=True), row="visit-A047", now_s=100.0)
    second = changed(first, row="visit-B012")
    assert [decide(inputs, Do(Action.CALL_CHOSEN))[1] for inputs in (held, second)] == [None, None]


def test_call_chosen_asks_why_and_sends_visit_and_reason() -> None:
    behind = at_work(None, row("B012"), row("A047"), row="visit-A047", now_s=100.0)
    asked, _ = decide(behind, Do(Action.CALL_CHOSEN))
    assert asked.sheet == Sheet(SheetKind.CALL_CHOSEN, visit="visit-A047", ticket="A047")
    _, post = decide(replace(asked, now_s=110.0), Choose("special_care"))
    assert post == hall_command.call_chosen(3, "visit-A047", "special_care", ticket="A047")


@pytest.mark.parametrize(
    ("action", "kind", "make"),
    [
        (Action.GIVE_PRIORITY, SheetKind.GIVE_PRIORITY, hall_command.give_priority),
        (Action.TAKE_PRIORITY, SheetKind.TAKE_PRIORITY, hall_command.take_priority),
    ],
)
def test_priority_asks_why_and_sends_visit_and_reason(
    action: Action, kind: SheetKind, make: Callable[..., hall_command.Post]
) -> None:
    asked, sent = decide(changed(FREE, row="visit-A047"), Do(action))
    assert (asked.sheet, sent) == (Sheet(kind, visit="visit-A047", ticket="A047"), None)
    _, post = decide(replace(asked, now_s=110.0), Choose("seen"))
    assert post == make("visit-A047", LaneReason.SEEN, ticket="A047")
    unnamed, _ = decide(FREE, Do(action))
    assert unnamed.notice == Notice(Tone.CALM, "choose_row")


def test_a_double_click_acts_on_its_own_row() -> None:
    asked, _ = decide(at_work(None, row("B012"), row("A047"), now_s=100.0), Do(Action.CALL_CHOSEN, "visit-A047"))
    assert asked.sheet is not None
    assert asked.sheet.visit == "visit-A047"


def test_parked_and_missed_rows_are_resumed_and_reinstated() -> None:
    lists = replace(FREE, workplace=PLACE)
    _, resumed = decide(changed(lists, kind=ListKind.PARKED, row="visit-P1"), Do(Action.RESUME))
    _, reinstated = decide(changed(lists, kind=ListKind.MISSED, row="visit-M1"), Do(Action.REINSTATE))
    assert resumed == hall_command.resume(3, "visit-P1", ticket="P1")
    assert reinstated == hall_command.reinstate("visit-M1", None, ticket="M1")


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.DOCUMENTS_MISSING])
def test_each_outcome_finishes_with_itself(outcome: Outcome) -> None:
    asked, _ = decide(SERVING, Do(Action.FINISH))
    _, post = decide(replace(asked, now_s=105.0), Choose(outcome.value))
    assert post == hall_command.finish(3, outcome, ticket="A047")


def test_a_double_press_does_not_choose_an_outcome() -> None:
    asked, _ = decide(SERVING, Do(Action.FINISH))
    assert decide(asked, Choose("completed")) == (asked, None)


def test_a_walk_up_asks_for_service_then_reason() -> None:
    opened, _ = decide(FREE, Do(Action.WALK_UP))
    with_service, nothing = decide(opened, Choose("F"))
    assert nothing is None
    _, post = decide(replace(with_service, now_s=105.0), Choose("other"))
    assert post == hall_command.walk_up(3, "F", "other")


def test_a_sign_out_and_a_reinstatement_are_confirmed_by_their_choice() -> None:
    _, left = decide(replace(FREE, sheet=Sheet(SheetKind.SIGN_OUT)), Choose("confirm"))
    _, back = decide(replace(FREE, sheet=Sheet(SheetKind.REINSTATE, visit="v", ticket="M1")), Choose("other"))
    assert left == hall_command.plain(Action.SIGN_OUT, 3)
    assert back == hall_command.reinstate("v", "other", ticket="M1")


def test_a_break_asks_why_then_for_how_long_and_is_asked_once_more_where_nobody_else_serves() -> None:
    asked, nothing = decide(replace(FREE, sheet=Sheet(SheetKind.BREAK)), Choose("prayer"))
    assert (nothing, asked.sheet) == (None, Sheet(SheetKind.BREAK_LENGTH, reason="prayer"))
    sent, post = decide(replace(asked, now_s=105.0), Choose("20"))
    assert post == hall_command.pause(3, "prayer", 20, after_visit=False, ask_first=True)
    assert sent.sheet is not None
    for kind in (SheetKind.BREAK_LAST, SheetKind.BREAK_TURN):
        meant = replace(sent, now_s=110.0, busy=None, sheet=replace(sent.sheet, kind=kind))
        _, again = decide(meant, Choose("confirm_break"))
        assert again == hall_command.pause(3, "prayer", 20, after_visit=False, ask_first=False)


def test_a_break_asked_while_somebody_is_served_begins_after_the_visit() -> None:
    length = replace(SERVING, sheet=Sheet(SheetKind.BREAK_LENGTH, reason="meal"))
    _, post = decide(length, Choose("no_length"))
    assert post == hall_command.pause(3, "meal", None, after_visit=True, ask_first=True)


def test_missing_documents_are_named_before_the_visit_is_finished() -> None:
    asked, nothing = decide(replace(SERVING, sheet=OUTCOME), Choose("documents_missing"))
    assert (nothing, asked.sheet) == (None, replace(OUTCOME, kind=SheetKind.MISSING))
    _, post = decide(asked, SendMissing())
    assert post == hall_command.documents_missing(3, replace(OUTCOME, kind=SheetKind.MISSING))
    listed = replace(asked, hall=with_documents())
    after, unnamed = decide(listed, SendMissing())
    assert unnamed is None
    assert after.sheet is not None
    assert after.sheet.notice == Notice(Tone.WARNING, "choose_missing")


def test_a_counter_with_a_printer_of_its_own_asks_no_kiosk() -> None:
    _, post = decide(changed(SERVING, sheet=OUTCOME, own_printer=True), Choose("completed"))
    assert post == hall_command.finish(3, Outcome.COMPLETED, ticket="A047", receipt=False)


def test_the_newest_paper_is_printed_again_also_over_its_own_sheet() -> None:
    paper = replace(FREE, paper=Paper(visit="v1"))
    assert decide(paper, Do(Action.REPRINT))[1] == hall_command.print_again(Paper(visit="v1"))
    told = replace(paper, sheet=Sheet(SheetKind.RETURN_CODE))
    assert decide(told, Do(Action.REPRINT))[1] == hall_command.print_again(Paper(visit="v1"))
    assert decide(told, Do(Action.BREAK)) == (told, None)
    assert decide(FREE, Do(Action.REPRINT)) == (FREE, None)
    assert decide(changed(paper, own_printer=True), Do(Action.REPRINT))[1] is None


@pytest.mark.parametrize("own_printer", [False, True])
def test_in_training_it_is_said_that_nothing_is_printed(own_printer: bool) -> None:
    paper = changed(FREE, paper=Paper(visit="v1"), practice=Practice("123456"), own_printer=own_printer)
    inputs, post = decide(paper, Do(Action.REPRINT))
    assert post is None
    assert inputs.notice == Notice(Tone.CALM, "training_prints_nothing")
    sheet = replace(paper, sheet=Sheet(SheetKind.RETURN_CODE))
    inputs, post = decide(sheet, Do(Action.REPRINT))
    assert post is None
    assert inputs.sheet is not None
    assert inputs.sheet.notice == Notice(Tone.CALM, "training_prints_nothing")


@pytest.mark.parametrize(
    ("found", "post", "sheet"),
    [
        (WAITING, None, Sheet(SheetKind.CALL_CHOSEN, visit="visit-A047", ticket="A047")),
        (MISSED, hall_command.reinstate("visit-M1", None, ticket="M1"), None),
        (PARKED, hall_command.resume(3, "visit-P1", ticket="P1"), None),
        (finished("D1"), hall_command.undo("visit-D1", ticket="D1"), None),
        (replace(finished("E1"), counter=5), None, Sheet(SheetKind.WALK_UP, service="A")),
    ],
)
def test_enter_does_with_a_found_visit_what_can_be_done(
    found: VisitView, post: hall_command.Post | None, sheet: Sheet | None
) -> None:
    search = Sheet(SheetKind.SEARCH, search=Search("1", (found,)))
    after, sent = decide(at_work(None, row("B012"), row("A047"), sheet=search), ActOnFound())
    assert sent == post
    assert after.sheet == (sheet or search)


def test_with_a_visitor_at_the_counter_nobody_who_was_found_is_called() -> None:
    searching = replace(SERVING, sheet=Sheet(SheetKind.SEARCH, search=Search("1", (WAITING,))))
    assert decide(searching, ActOnFound()) == (searching, None)


def test_signing_in_needs_a_name_and_four_digits() -> None:
    assert decide(at_sign_in(agent="said", pin="471"), Do(Action.SIGN_IN))[1] is None
    assert decide(at_sign_in(pin="471829"), Do(Action.SIGN_IN))[1] is None
    _, post = decide(at_sign_in(agent="said", pin="471829"), Do(Action.SIGN_IN))
    assert post == hall_command.sign_in(3, "said", "471829")


def test_the_language_changes_everywhere_and_at_any_time() -> None:
    assert decide(at_sign_in(language="ar"), Do(Action.LANGUAGE))[0].language == "en"
    assert decide(replace(SERVING, busy=Action.PARK), Do(Action.LANGUAGE))[0].language == "ar"
