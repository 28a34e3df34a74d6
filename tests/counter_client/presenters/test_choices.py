from __future__ import annotations

from contracts.hall_words import Outcome
from counter_client.inputs import Notice, Sheet, SheetKind, Tone
from counter_client.presenters.choices import BREAK_REASONS, derive_choices
from tests.counter_client.builders import HALL, SERVICES, at_work, serving


def codes(sheet: Sheet) -> list[str]:
    view = derive_choices(at_work(serving(), sheet=sheet))
    assert view is not None
    return [choice.code for choice in view.choices]


def test_no_sheet_and_the_transfer_sheet_are_no_question() -> None:
    assert derive_choices(at_work()) is None
    assert derive_choices(at_work(sheet=Sheet(SheetKind.TRANSFER))) is None


def test_the_five_outcomes_are_numbered_and_the_first_is_on_the_space_bar() -> None:
    view = derive_choices(at_work(serving(), sheet=Sheet(SheetKind.OUTCOME, ticket="A047", service="A")))
    assert view is not None
    assert [(choice.code, choice.key) for choice in view.choices] == [
        (o.value, str(n)) for n, o in enumerate(Outcome, 1)
    ]
    assert (view.space_takes_first, view.ticket, view.service) == (True, "A047", "Housing assistance")
    assert [choice.first for choice in view.choices] == [True, False, False, False, False]


def test_reasons_are_those_of_the_hall() -> None:
    for kind in (SheetKind.CALL_CHOSEN, SheetKind.REINSTATE):
        assert codes(Sheet(kind)) == list(HALL.reasons)
    assert codes(Sheet(SheetKind.BREAK)) == list(BREAK_REASONS)


def test_a_walk_up_asks_for_the_service_by_name_then_for_the_reason() -> None:
    first = derive_choices(at_work(sheet=Sheet(SheetKind.WALK_UP)))
    assert first is not None
    assert [choice.code for choice in first.choices] == list(SERVICES)
    assert (first.question, first.choices[1].name) == ("walk_up", "Lands")
    second = derive_choices(at_work(sheet=Sheet(SheetKind.WALK_UP, service="B")))
    assert second is not None
    assert (second.question, second.choices[0].code) == ("walk_up_reason", "supervisor_asked")


def test_signing_out_has_one_answer() -> None:
    assert codes(Sheet(SheetKind.SIGN_OUT)) == ["confirm"]


def test_a_notice_is_shown_on_the_sheet() -> None:
    notice = Notice(Tone.WARNING, "reason_unknown")
    view = derive_choices(at_work(sheet=Sheet(SheetKind.BREAK, notice=notice)))
    assert view is not None
    assert view.notice == notice
