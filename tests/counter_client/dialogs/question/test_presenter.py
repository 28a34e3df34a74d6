from __future__ import annotations

from contracts.queue.answers import PrayerTurnView
from contracts.words.hall import Outcome
from counter_client.dialogs.question.presenter import (
    BREAK_REASONS,
    OthersTurn,
    derive_choices,
    stepped_answers,
    usual_choice,
)
from counter_client.state.state import Notice, Sheet, SheetKind, Tone
from tests.counter_client.helpers.builders import HALL, SERVICES, at_work, serving, workplace
from tests.helpers.replacing import replace


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
        *((o.value, str(n)) for n, o in enumerate(Outcome, 1)),
        ("next_service", "6"),
    ]
    assert (view.space_takes_usual, view.ticket, view.service) == (True, "A047", "Housing assistance")
    assert [choice.usual for choice in view.choices] == [True, False, False, False, False, False]
    assert view.quantity == 1


def test_reasons_are_those_of_the_hall() -> None:
    for kind in (SheetKind.CALL_CHOSEN, SheetKind.REINSTATE):
        assert codes(Sheet(kind)) == list(HALL.reasons)
    assert codes(Sheet(SheetKind.BREAK)) == list(BREAK_REASONS)


def test_a_reason_has_the_halls_name_for_it_and_a_break_the_word_of_ours() -> None:
    hall = replace(HALL, reasons=("other", "vip"), reason_names={"other": {"en": "Else"}, "vip": {"en": "Delegation"}})
    for sheet, names in (
        (Sheet(SheetKind.CALL_CHOSEN), ["Else", "Delegation"]),
        (Sheet(SheetKind.BREAK), [""] * len(BREAK_REASONS)),
    ):
        view = derive_choices(at_work(hall=hall, sheet=sheet))
        assert view is not None
        assert [choice.name for choice in view.choices] == names


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


def test_a_break_has_the_usual_length_of_its_reason_on_the_space_bar() -> None:
    for reason, usual in (("meal", "30"), ("prayer", "15"), ("a reason of the hall", "15")):
        view = derive_choices(at_work(sheet=Sheet(SheetKind.BREAK_LENGTH, reason=reason)))
        assert view is not None
        taken = usual_choice(view)
        assert taken is not None
        assert taken.code == usual
        assert [choice.code for choice in view.choices] == ["5", "10", "15", "20", "30", "45", "60", "no_length"]


def test_parking_without_a_reminder_is_on_the_space_bar() -> None:
    assert codes(Sheet(SheetKind.PARK)) == ["no_reminder", "10", "20", "30", "60"]


def test_the_next_services_are_those_of_this_counter_first_and_others_are_marked() -> None:
    place = workplace(serving(), services=("F", "A"))
    asked = Sheet(SheetKind.NEXT_SERVICE, ticket="A047", service="A")
    view = derive_choices(at_work(workplace=place, sheet=asked))
    assert view is not None
    assert [(choice.code, choice.elsewhere) for choice in view.choices] == [
        ("F", False), ("B", True), ("C", True), ("D", True), ("E", True), ("G", True),
    ]  # fmt: skip


def test_whoever_leaves_is_told_whom_nobody_else_serves() -> None:
    place = workplace(last_for=("B",), away=1)
    told = {
        kind: derive_choices(at_work(workplace=place, sheet=Sheet(kind)))
        for kind in (SheetKind.BREAK, SheetKind.BREAK_LAST, SheetKind.SIGN_OUT, SheetKind.WALK_UP)
    }
    assert [view.alone_for if view else None for view in told.values()] == [("Lands",), ("Lands",), ("Lands",), ()]
    assert [view.away if view else None for view in told.values()] == [1, None, None, None]


def test_whoever_goes_to_prayer_is_told_whose_turn_it_is() -> None:
    place = workplace(prayer_turns=(PrayerTurnView("A", 1, None), PrayerTurnView("B", 2, "12:20")))
    asked = (
        Sheet(SheetKind.BREAK),
        Sheet(SheetKind.BREAK_LENGTH, reason="meal"),
        Sheet(SheetKind.BREAK_LENGTH, reason="prayer"),
        Sheet(SheetKind.BREAK_TURN, reason="prayer"),
        Sheet(SheetKind.BREAK_LAST, reason="prayer"),
    )
    views = [derive_choices(at_work(workplace=place, sheet=sheet)) for sheet in asked]
    told = (OthersTurn("Lands", 2, "12:20"), OthersTurn("Housing assistance", 1, ""))
    assert [view.turns if view else None for view in views] == [(), (), told, told, told]
    assert codes(asked[3]) == ["confirm_break"]


def test_answers_beyond_the_ninth_have_no_digit_and_the_arrow_keys_come_to_them() -> None:
    many = tuple(replace(HALL.services[0], code=f"S{n:02}") for n in range(12))
    inputs = at_work(serving(), hall=replace(HALL, services=many), sheet=Sheet(SheetKind.NEXT_SERVICE, service="A"))
    view = derive_choices(inputs)
    assert view is not None
    codes_of = [choice.code for choice in view.choices]
    assert [choice.key for choice in view.choices][8:11] == ["9", "", ""]
    assert inputs.sheet is not None
    sheet = stepped_answers(inputs.sheet, inputs, 1)
    assert sheet.picked == codes_of[0]
    for _ in codes_of:
        sheet = stepped_answers(sheet, inputs, 1)
    assert sheet.picked == codes_of[-1]
    view = derive_choices(replace(inputs, sheet=sheet))
    assert view is not None
    assert [choice.code for choice in view.choices if choice.chosen] == [codes_of[-1]]
    assert stepped_answers(sheet, inputs, -1).picked == codes_of[-2]
    assert stepped_answers(inputs.sheet, inputs, -1).picked == codes_of[-1]
    nothing = at_work(sheet=Sheet(SheetKind.REQUEST_DIRECTORATE))
    assert nothing.sheet is not None
    assert stepped_answers(nothing.sheet, nothing, 1).picked == ""
