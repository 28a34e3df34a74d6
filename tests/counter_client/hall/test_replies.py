from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.queue.answers import Problem, VisitView
from contracts.queue.bodies import TransferRequest
from contracts.requests.answers import RegisteredRequest
from contracts.words.hall import LaneReason, VisitState
from counter_client.hall import replies
from counter_client.state import hall_command
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.state import Listed, ListKind, Notice, Paper, Search, Sheet, SheetKind, Tone, UndoOffer
from counter_client.state.transfer_sheet import Target, TargetKind, TransferSheet
from counter_client.texts.texts import notice_text
from tests.counter_client.helpers.builders import (
    NINE,
    at_sign_in,
    at_work,
    finished,
    finished_with,
    row,
    serving,
    slip,
    stage,
    visit,
    workplace,
)
from tests.helpers.replacing import replace

TRANSFER = TransferSheet(ticket="A047", target=Target(TargetKind.SERVICE, "B"), note="original deed")


def problem(code: str) -> Problem:
    return Problem("Refused", 409, code, code)


def plain(action: Action) -> Post:
    return hall_command.plain(action, 3, ticket="A047")


def test_what_is_on_its_way_is_shown_and_old_notices_go() -> None:
    before = at_work(notice=Notice(Tone.WARNING, "no_answer"), sheet=replace(TRANSFER, notice=Notice(Tone.CALM, "x")))
    after = replies.sent(before, plain(Action.TRANSFER))
    assert (after.busy, after.notice) == (Action.TRANSFER, None)
    assert after.sheet == TRANSFER


def test_an_answered_call_is_the_visit_in_hand_at_once() -> None:
    called = visit("B012")
    after = replies.answered(at_work(busy=Action.CALL_NEXT), plain(Action.CALL_NEXT), called)
    assert after.workplace is not None
    assert (after.workplace.current, after.busy, after.notice) == (called, None, None)


def test_nobody_waiting_is_a_calm_sentence() -> None:
    after = replies.answered(at_work(), hall_command.plain(Action.CALL_NEXT, 3), None)
    assert after.notice == Notice(Tone.CALM, "nobody_waits")


@pytest.mark.parametrize(
    "action", [Action.FINISH, Action.NO_SHOW, Action.RETURN, Action.PARK, Action.TRANSFER, Action.RECALL, Action.LOOK]
)
def test_what_was_done_is_said_with_the_number(action: Action) -> None:
    after = replies.answered(at_work(serving()), plain(action), finished())
    assert after.notice == Notice(Tone.DONE, f"done_{action.value}", "A047")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (TransferRequest(service="B"), "Lands"),
        (TransferRequest(agent="maryam"), "Maryam Al Shukaili"),
        (TransferRequest(counter=5), "Counter 5"),
    ],
)
def test_a_transfer_says_where_to(target: TransferRequest, said: str) -> None:
    post = Post(Action.TRANSFER, "/counters/3/transfer", target, "A047")
    after = replies.answered(at_work(serving()), post, visit("A047", VisitState.WAITING, counter=None))
    assert after.notice is not None
    assert notice_text(after.notice) == f"\u2066A047\u2069 is transferred to \u2068{said}\u2069."


def test_the_reason_is_asked_where_somebody_else_is_first_by_now() -> None:
    post = hall_command.call_chosen(3, "visit-A047", "", ticket="A047")
    after = replies.refused(at_work(), post, problem("reason_unknown"))
    assert after.sheet == Sheet(SheetKind.CALL_CHOSEN, visit="visit-A047", ticket="A047")


def test_a_finished_visit_leaves_the_counter_and_can_be_undone_for_two_minutes() -> None:
    after = replies.answered(at_work(serving()), plain(Action.FINISH), finished())
    assert after.workplace is not None
    assert after.workplace.current is None
    assert after.undo is not None
    assert after.undo.until == NINE + timedelta(seconds=120)


@pytest.mark.parametrize(
    ("post", "answer"),
    [
        (plain(Action.PARK), visit("B012", VisitState.PARKED)),
        (plain(Action.RETURN), visit("B012", VisitState.WAITING, counter=None)),
        (Post(Action.ENQUIRY, "/enquiries", None), None),
        (plain(Action.FINISH), visit("B012", VisitState.WAITING, counter=None)),
        (plain(Action.CONTINUE), visit("B012", VisitState.WAITING, counter=None)),
        (hall_command.reinstate("visit-B012", None, ticket="B012"), visit("B012", VisitState.WAITING, counter=None)),
        (hall_command.give_priority("visit-B012", LaneReason.ASKED, ticket="B012"), visit("B012", VisitState.WAITING)),
        (plain(Action.TAKE_PRIORITY), visit("B012", VisitState.WAITING)),
        (plain(Action.REPRINT), None),
        (Post(Action.CONFIRM, "/enquiries/1/close", None), None),
        (Post(Action.NO_BREAK, "/counters/3/no-break", None), None),
    ],
)
def test_beside_a_newer_message_the_key_does_not_undo_an_older_move(post: Post, answer: VisitView | None) -> None:
    offered = replies.answered(at_work(serving()), plain(Action.FINISH), finished())
    assert offered.undo is not None
    assert replies.answered(offered, post, answer).undo is None


def test_a_visit_missed_at_prayer_is_said_to_wait_again_and_there_is_nothing_to_undo() -> None:
    back = visit("A047", VisitState.WAITING, counter=None)
    after = replies.answered(at_work(serving()), plain(Action.NO_SHOW), back)
    assert after.notice == Notice(Tone.DONE, "done_return", "A047")
    assert after.undo is None
    assert after.workplace is not None
    assert after.workplace.current is None


def test_undoing_takes_the_offer_away() -> None:
    offered = replies.answered(at_work(serving()), plain(Action.FINISH), finished())
    assert replies.answered(offered, hall_command.undo("visit-A047", ticket="A047"), serving()).undo is None


def test_a_visit_transferred_to_another_counter_is_not_in_hand() -> None:
    moved = visit("A047", VisitState.WAITING, counter=None)
    after = replies.answered(at_work(serving()), plain(Action.TRANSFER), moved)
    assert after.workplace is not None
    assert after.workplace.current is None


def test_a_reinstated_visit_does_not_replace_the_one_in_hand() -> None:
    in_hand = serving("C001")
    waiting = visit("A047", VisitState.WAITING)
    after = replies.answered(at_work(in_hand), hall_command.reinstate("visit-A047", None, ticket="A047"), waiting)
    assert after.workplace is not None
    assert after.workplace.current == in_hand


def test_a_visit_given_priority_does_not_replace_the_one_in_hand() -> None:
    in_hand = serving("C001")
    asked = at_work(in_hand, sheet=Sheet(SheetKind.GIVE_PRIORITY, visit="visit-A047", ticket="A047"))
    post = hall_command.give_priority("visit-A047", LaneReason.ASKED, ticket="A047")
    after = replies.answered(asked, post, visit("A047", VisitState.WAITING))
    assert after.workplace is not None
    assert (after.workplace.current, after.sheet) == (in_hand, None)
    assert after.notice == Notice(Tone.DONE, "done_give_priority", "A047")
    behind = replies.refused(asked, post, problem("already_so"))
    assert behind.sheet is not None
    assert (behind.sheet.notice, behind.notice) == (Notice(Tone.WARNING, "already_so", "A047"), None)


def test_a_refusal_on_a_sheet_keeps_all_that_was_typed() -> None:
    after = replies.refused(at_work(serving(), sheet=TRANSFER), plain(Action.TRANSFER), problem("transfer_target"))
    assert after.sheet == replace(TRANSFER, notice=Notice(Tone.WARNING, "transfer_target", "A047"))


def test_a_refusal_that_says_the_screen_was_behind_leaves_the_sheet_with_why() -> None:
    sheet = replace(TRANSFER, note="written with care")
    after = replies.refused(at_work(serving(), sheet=sheet), plain(Action.TRANSFER), problem("no_visit"))
    assert after.sheet == replace(sheet, notice=Notice(Tone.WARNING, "no_visit", "A047"))
    assert after.notice is None


def test_a_wrong_pin_is_cleared_and_the_name_stays() -> None:
    typed = at_sign_in(agent="said", pin="1234", busy=Action.SIGN_IN)
    after = replies.refused(typed, hall_command.sign_in(3, "said", "1234"), problem("pin_wrong"))
    assert (after.sign_in.agent, after.sign_in.pin, after.busy) == ("said", "", None)
    assert after.notice == Notice(Tone.WARNING, "pin_wrong")


def test_no_answer_loses_neither_pin_nor_sheet() -> None:
    typed = at_sign_in(agent="said", pin="471829", busy=Action.SIGN_IN)
    assert replies.unanswered(typed, hall_command.sign_in(3, "said", "471829")).sign_in.pin == "471829"
    after = replies.unanswered(at_work(serving(), sheet=TRANSFER, busy=Action.TRANSFER), plain(Action.TRANSFER))
    assert after.sheet is not None
    assert (after.sheet.note, after.sheet.notice) == ("original deed", Notice(Tone.WARNING, "no_answer", "A047"))


def test_past_the_limit_a_reinstatement_asks_for_its_reason() -> None:
    after = replies.refused(at_work(), hall_command.reinstate("v9", None, ticket="F017"), problem("reinstate_limit"))
    assert after.sheet == Sheet(SheetKind.REINSTATE, visit="v9", ticket="F017")


@pytest.mark.parametrize("code", ["token_unknown", "not_signed_in"])
def test_a_session_that_is_gone_leads_to_the_sign_in_screen(code: str) -> None:
    after = replies.refused(at_work(serving()), plain(Action.RECALL), problem(code))
    assert (after.signed_in, after.workplace) == (False, None)
    assert after.notice is not None
    assert after.notice.code == code


def test_a_session_that_was_ended_elsewhere_is_said_so() -> None:
    after = replies.session_ended(at_work(serving(), sheet=TRANSFER))
    assert (after.signed_in, after.sheet, after.notice) == (False, None, Notice(Tone.WARNING, "session_ended"))


def test_the_next_agent_of_a_counter_begins_with_the_list_of_who_waits() -> None:
    after = replies.signed_out(at_work(listed=Listed(ListKind.PARKED, row="v7")))
    assert after.listed == Listed(ListKind.WAITING)


def test_nobody_waits_is_said_only_while_it_is_true() -> None:
    told = at_work(notice=Notice(Tone.CALM, "nobody_waits"))
    assert replies.read(told, workplace(), now_s=1.0).notice == told.notice
    assert replies.read(told, workplace(None, row("A1")), now_s=1.0).notice is None


def test_healing_takes_back_what_was_said_of_the_cut_and_nothing_else() -> None:
    sheet = replace(TRANSFER, notice=Notice(Tone.WARNING, "no_answer"))
    healed = replies.healed(at_work(serving(), sheet=sheet, cut_off_s=3.0, notice=Notice(Tone.WARNING, "no_answer")))
    assert (healed.link.cut_off_s, healed.notice, healed.sheet) == (None, None, TRANSFER)
    refused = at_work(notice=Notice(Tone.WARNING, "visit_open"), cut_off_s=3.0)
    assert replies.healed(refused).notice == refused.notice


def test_a_chosen_row_stays_chosen_while_it_is_there() -> None:
    before = at_work(None, row("A047"), row("B012"), row="visit-B012")
    still = replies.read(before, workplace(None, row("B012")), now_s=9.0)
    assert (still.listed.row, still.link.read_s) == ("visit-B012", 9.0)
    assert replies.read(before, workplace(None, row("A047")), now_s=9.0).listed.row is None


def test_each_list_has_its_own_visits() -> None:
    place = workplace(None, row("A1"), parked=(visit("P1"),), missed=(visit("M1"),))
    assert [replies.visits_of(place, kind) for kind in ListKind] == [("visit-A1",), ("visit-P1",), ("visit-M1",)]


def test_a_finish_with_documents_missing_tells_the_code_and_can_print_it_again() -> None:
    ended = finished_with(finished(), return_slip=slip("سند الملكية"), slip_at="Kiosk 1")
    after = replies.answered(at_work(serving(), sheet=Sheet(SheetKind.MISSING)), plain(Action.FINISH), ended)
    told = after.sheet
    assert told is not None
    assert (told.kind, told.result.slip, told.result.printed_at) == (
        SheetKind.RETURN_CODE,
        slip("سند الملكية"),
        "Kiosk 1",
    )
    assert after.paper == Paper(visit="visit-A047")
    assert after.undo is not None
    again = replies.answered(after, hall_command.print_again(Paper(visit="visit-A047")), None)
    assert again.sheet is not None
    assert (again.sheet.kind, again.sheet.notice) == (SheetKind.RETURN_CODE, Notice(Tone.DONE, "done_reprint"))
    assert again.undo == after.undo


def test_the_newest_receipt_can_be_printed_again_until_somebody_else_signs_in() -> None:
    registered = RegisteredRequest("2026-17", "2026-17", NINE.date(), latest_expected=False)
    after = replies.answered(
        at_work(serving()), plain(Action.FINISH), finished_with(finished(), requests=(registered,))
    )
    assert after.paper == Paper(request="2026-17")
    assert replies.signed_out(after).paper is None
    # An earlier stage registered it: undoing this finish withdraws nothing, and nothing else is said.
    undone = replies.answered(after, hall_command.undo("visit-A047", ticket="A047"), serving("A047"))
    assert (undone.paper, undone.notice) == (after.paper, Notice(Tone.DONE, "done_undo", "A047"))


def test_a_finish_that_sends_the_visitor_back_says_so_and_cannot_be_undone() -> None:
    back = visit("A047", VisitState.WAITING, counter=None)
    after = replies.answered(at_work(serving()), plain(Action.FINISH), back)
    assert (after.notice, after.undo) == (Notice(Tone.DONE, "done_sent_back", "A047"), None)


@pytest.mark.parametrize(
    ("code", "kind"), [("last_counter", SheetKind.BREAK_LAST), ("prayer_turn", SheetKind.BREAK_TURN)]
)
def test_a_break_that_others_need_is_asked_about_once_more_with_its_length(code: str, kind: SheetKind) -> None:
    sheet = Sheet(SheetKind.BREAK_LENGTH, reason="prayer", minutes=15)
    post = hall_command.pause(3, "prayer", 15, after_visit=False, ask_first=True)
    after = replies.refused(at_work(sheet=sheet), post, problem(code))
    assert after.sheet == replace(sheet, kind=kind)


def test_what_was_found_belongs_to_the_digits_that_were_asked_for() -> None:
    searching = at_work(sheet=Sheet(SheetKind.SEARCH, search=Search("47")))
    found = replies.found(searching, "47", (visit(),))
    assert found.sheet is not None
    assert found.sheet.search == Search("47", (visit(),))
    assert replies.found(searching, "4", (visit(),)) == searching
    assert replies.found(at_work(), "47", (visit(),)) == at_work()


def test_a_reminder_stands_until_the_visit_is_parked_no_more() -> None:
    parked = workplace(parked=(visit("P1", VisitState.PARKED),))
    reminded = replies.reminded(at_work(workplace=parked), "visit-P1")
    assert replies.read(reminded, parked, now_s=1.0).reminded == {"visit-P1"}
    assert replies.read(reminded, workplace(), now_s=1.0).reminded == frozenset()


def test_the_counters_own_printer_is_told_of_where_the_agent_looks() -> None:
    assert replies.printed(at_work(), "paper_printed").notice == Notice(Tone.DONE, "paper_printed")
    over = replies.printed(at_work(sheet=Sheet(SheetKind.RETURN_CODE)), "paper_failed")
    assert over.sheet is not None
    assert over.sheet.notice == Notice(Tone.WARNING, "paper_failed")


def test_a_finish_that_is_taken_back_leaves_no_code_to_print() -> None:
    held = at_work(paper=Paper(visit="visit-A047"))
    assert replies.answered(held, hall_command.undo("visit-A047", ticket="A047"), serving("A047")).paper is None
    assert replies.answered(held, hall_command.undo("visit-B012", ticket="B012"), serving("B012")).paper == held.paper


def test_an_offer_goes_when_the_same_visit_moves_on_here() -> None:
    missed = visit("A047", VisitState.NO_SHOW)
    offered = replies.answered(at_work(visit()), plain(Action.NO_SHOW), missed)
    assert offered.undo is not None
    waiting = visit("A047", VisitState.WAITING, counter=None)
    assert replies.answered(offered, plain(Action.REINSTATE), waiting).undo is None
    assert replies.answered(offered, plain(Action.CALL_NEXT), visit("B012")).undo == offered.undo


def test_an_offer_goes_when_somebody_else_moves_the_visit() -> None:
    offered = replies.answered(at_work(visit()), plain(Action.NO_SHOW), visit("A047", VisitState.NO_SHOW))
    assert replies.moved_elsewhere(offered, visit("A047", VisitState.NO_SHOW)).undo is not None
    assert replies.moved_elsewhere(offered, visit("B012", VisitState.CALLED)).undo is not None
    assert replies.moved_elsewhere(offered, visit("A047", VisitState.CALLED, counter=7)).undo is None


def test_with_the_close_of_the_day_goes_what_was_said_before_it() -> None:
    before = replace(at_work(), notice=Notice(Tone.DONE, "done_park", "C001"), reminded=frozenset({"visit-C001"}))
    assert before.hall is not None
    closed = replace(before.hall, day=replace(before.hall.day, state="closed"))
    after = replies.hall_heard(before, closed)
    assert (after.notice, after.reminded, after.day_is_closed) == (None, frozenset(), True)
    told = replace(after, notice=Notice(Tone.DONE, "done_enquiry"))
    assert replies.hall_heard(told, closed).notice == told.notice, "what is said afterwards stays"


def test_a_transfer_can_be_taken_back_until_somebody_calls_it() -> None:
    there = visit("A047", VisitState.WAITING, stage(ended_at=NINE), stage("B", VisitState.WAITING), counter=None)
    offered = replies.answered(at_work(serving()), plain(Action.TRANSFER), there)
    assert offered.undo == UndoOffer("visit-A047", "A047", Action.TRANSFER, NINE + timedelta(seconds=120))
    assert replies.moved_elsewhere(offered, there).undo is not None
    assert replies.moved_elsewhere(offered, visit("A047", VisitState.CALLED, counter=7)).undo is None
