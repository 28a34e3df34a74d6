"""What staff see, derived from the session and what is known."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from contracts.devices.paper import PaperView
from contracts.queue.answers import IssuedTicket
from contracts.words.hall import Lane, PrintState
from kiosk.printing.recent_tickets import RecentTicket
from kiosk.screens.view_data.staff import GuideView, MenuView, PinView, QuestionView, ReprintView, StatusView
from kiosk.staff import session
from kiosk.staff.presenter import MENU_GROUPS, StaffKnowledge, derive_staff, printer_word
from kiosk.staff.session import StaffSession, StaffStep
from kiosk.state.conditions import Conditions, PrinterCondition
from tests.helpers.replacing import replace

AT = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
READY = Conditions(online=True, printer=PrinterCondition(None, "ok"))
MENU = session.opened("Salim")


def recent(visit: str, state: PrintState) -> RecentTicket:
    ticket = IssuedTicket(visit, f"A{visit[1:]}", "A", Lane.STANDARD, AT, 0, None, "http://hall/t#c")
    return RecentTicket(ticket, state, "ar")


@pytest.mark.parametrize(
    ("staff", "more", "note", "enabled"),
    [
        (StaffSession(), {}, "", True),
        (StaffSession(digits="47"), {}, "short", True),
        (StaffSession(digits="4711"), {}, "", True),
        (StaffSession(digits="4711", checking=True), {}, "checking", False),
        (StaffSession(wrong=True), {}, "wrong", True),
        (StaffSession(wrong=True), {"wait_s": 27}, "wait", False),
        (StaffSession(), {"has_pins": False}, "no_pins", False),
    ],
)
def test_the_pin_pad_says_what_it_waits_for(
    staff: StaffSession, more: dict[str, object], note: str, enabled: bool
) -> None:
    view = derive_staff(staff, StaffKnowledge(READY, **more))  # type: ignore[arg-type]  # a test's shorthand
    assert isinstance(view, PinView)
    assert (view.typed, view.note, view.enabled) == (len(staff.digits), note, enabled)


def test_no_screen_ever_holds_the_digits_themselves() -> None:
    view = derive_staff(StaffSession(digits="4719"), StaffKnowledge(READY))
    assert "4719" not in repr(view)


def test_the_menu_tells_the_printer_and_the_tickets_left() -> None:
    paper = PaperView("k1", AT, "Salim", 900, 8, 116, 61)
    view = derive_staff(MENU, StaffKnowledge(READY, paper=paper))
    assert view == MenuView("Salim", MENU_GROUPS, "ok", 61)


@pytest.mark.parametrize(
    ("conditions", "word"),
    [
        (Conditions(), "not_heard_of"),
        (READY, "ok"),
        (replace(READY, printer=PrinterCondition(None, "low")), "low"),
        (replace(READY, printer=PrinterCondition(None, answers=False)), "one_way"),
        (replace(READY, printer=PrinterCondition("presenter_jam")), "presenter_jam"),
        (replace(READY, printer=PrinterCondition("a_fault_of_tomorrow")), "not_usable"),
        (replace(READY, wrong_roll=True), "wrong_roll"),
        (replace(READY, slot_blocked=True), "ticket_not_taken"),
    ],
)
def test_the_printer_is_told_by_the_worst_that_is_known(conditions: Conditions, word: str) -> None:
    assert printer_word(conditions) == word


def test_the_newest_tickets_are_offered_and_after_a_change_of_paper_the_torn_ones() -> None:
    tickets = (recent("v1", PrintState.CONFIRMED), recent("v2", PrintState.INTERRUPTED))
    known = StaffKnowledge(READY, tickets)
    every = derive_staff(session.shown(MENU, StaffStep.REPRINT), known)
    torn = derive_staff(session.torn(MENU), known)
    assert isinstance(every, ReprintView)
    assert isinstance(torn, ReprintView)
    assert ([one.visit for one in every.tiles], every.torn, every.enabled) == (["v1", "v2"], False, True)
    assert ([one.visit for one in torn.tiles], torn.torn) == (["v2"], True)


@pytest.mark.parametrize(
    "known",
    [
        StaffKnowledge(replace(READY, printer=PrinterCondition("paper_out"))),
        StaffKnowledge(Conditions()),
        StaffKnowledge(READY, printing=True),
    ],
)
def test_nothing_is_printed_again_while_the_printer_cannot_or_is_at_it(known: StaffKnowledge) -> None:
    view = derive_staff(session.shown(MENU, StaffStep.REPRINT), known)
    assert isinstance(view, ReprintView)
    assert not view.enabled


def test_the_status_leaves_open_what_the_hall_did_not_tell() -> None:
    view = derive_staff(
        session.shown(MENU, StaffStep.STATUS), StaffKnowledge(Conditions(), address="usb:///dev/usb/lp0")
    )
    assert view == StatusView("not_heard_of", "unknown", None, None, None, None, "usb:///dev/usb/lp0", 80, False)


def test_the_guide_says_whether_the_printer_turns_the_pages() -> None:
    staff = session.paper_next(session.paper_begun(MENU, 0.0))
    one_way = replace(READY, printer=PrinterCondition(None, answers=False))
    assert derive_staff(staff, StaffKnowledge(READY)) == GuideView("remove", 2, 4, by_itself=True)
    assert derive_staff(staff, StaffKnowledge(one_way)) == GuideView("remove", 2, 4, by_itself=False)


@pytest.mark.parametrize(
    ("staff", "view"),
    [
        (session.trial(MENU), QuestionView("trial_printing", ())),
        (replace(MENU, step=StaffStep.QUESTION), QuestionView("edges_whole", ("edges_yes", "edges_no"))),
        (session.asked(MENU, "shut_down"), QuestionView("confirm_shut_down", ("shut_down", "menu"))),
        (session.told(MENU, "paper_changed"), QuestionView("paper_changed", ("menu", "leave"), took_s=41)),
        (session.told(MENU, "power_refused", "no"), QuestionView("power_refused", ("menu", "leave"), detail="no")),
        (
            session.told(session.paper_begun(MENU, 0.0), "trial_failed", "paper_out"),
            QuestionView("trial_failed", ("paper_again", "menu"), printer="paper_out"),
        ),
        (
            session.told(MENU, "reprint_failed", "not_printable"),
            QuestionView("reprint_failed", ("menu", "leave"), printer="not_usable"),
        ),
    ],
)
def test_questions_and_words_have_their_answers(staff: StaffSession, view: QuestionView) -> None:
    assert derive_staff(staff, StaffKnowledge(READY, took_s=41)) == view
