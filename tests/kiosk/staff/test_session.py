"""The staff's steps as a pure state machine."""

from __future__ import annotations

import pytest

from kiosk.staff import session
from kiosk.staff.session import PAPER_STEPS, PaperStep, StaffSession, StaffStep
from kiosk.state.conditions import PrinterCondition

OPEN, OK, OUT = PrinterCondition("cover_open"), PrinterCondition(None, "ok"), PrinterCondition("paper_out", "out")


def at_menu() -> StaffSession:
    return session.opened("Salim")


def at_step(step: PaperStep) -> StaffSession:
    staff = session.paper_begun(at_menu(), 100.0)
    while staff.paper_step is not step:
        staff = session.paper_next(staff)
    return staff


def test_digits_come_and_go_and_stop_at_eight() -> None:
    staff = StaffSession()
    for digit in "123456789":
        staff = session.typed(staff, digit)
    assert staff.digits == "12345678"
    assert session.erased(staff).digits == "1234567"
    assert session.erased(StaffSession()).digits == ""


def test_nothing_is_typed_while_a_pin_is_compared_and_a_wrong_one_begins_anew() -> None:
    checking = session.checking(StaffSession(digits="4711"))
    assert session.typed(checking, "1") == checking
    assert session.erased(checking) == checking
    refused = session.refused(checking)
    assert (refused.digits, refused.wrong, refused.checking) == ("", True, False)
    assert not session.typed(refused, "1").wrong


def test_the_menu_forgets_what_was_under_way_but_not_who_is_there() -> None:
    staff = session.told(at_step(PaperStep.CLOSE), "trial_failed", "silent")
    assert session.menu(staff) == StaffSession(StaffStep.MENU, name="Salim")


def test_the_guide_goes_through_its_steps_and_ends_with_the_slip() -> None:
    staff = session.paper_begun(at_menu(), 100.0)
    seen = []
    while staff.step is StaffStep.PAPER:
        seen.append(staff.paper_step)
        staff = session.paper_next(staff)
    assert tuple(seen) == PAPER_STEPS
    assert (staff.step, staff.guided_since_s, staff.changing_paper) == (StaffStep.TRIAL, 100.0, True)


def test_the_sensors_turn_the_pages() -> None:
    staff = session.paper_begun(at_menu(), 0.0)
    assert session.follow_printer(staff, OK) is staff, "a closed printer with paper has not been opened yet"
    staff = session.follow_printer(staff, OPEN)
    assert staff.paper_step is PaperStep.REMOVE
    assert session.follow_printer(staff, OPEN) is staff
    assert session.follow_printer(staff, OUT) is staff, "closed again without paper"
    assert session.follow_printer(staff, OK).step is StaffStep.TRIAL


@pytest.mark.parametrize("step", [PaperStep.REMOVE, PaperStep.PUT_IN, PaperStep.CLOSE])
def test_closed_with_paper_ends_every_later_step(step: PaperStep) -> None:
    assert session.follow_printer(at_step(step), PrinterCondition(None, "low")).step is StaffStep.TRIAL


def test_a_printer_that_cannot_answer_turns_no_page() -> None:
    staff = at_step(PaperStep.CLOSE)
    assert session.follow_printer(staff, PrinterCondition(None, "unknown", answers=False)) is staff
    assert session.follow_printer(at_menu(), OPEN) == at_menu()


def test_the_slip_leads_to_the_question_and_its_failure_back_to_the_steps() -> None:
    trial = session.trial(at_step(PaperStep.CLOSE))
    assert session.trial_ended(trial, printed=True, detail="").step is StaffStep.QUESTION
    failed = session.trial_ended(trial, printed=False, detail="paper_out")
    assert (failed.step, failed.message, failed.detail) == (StaffStep.MESSAGE, "trial_failed", "paper_out")
    again = session.paper_again(failed)
    assert (again.paper_step, again.guided_since_s, again.message) == (PaperStep.OPEN, 100.0, "")
    late = session.trial_ended(at_menu(), printed=True, detail="")
    assert late == at_menu(), "the menu was left before the slip came out"
