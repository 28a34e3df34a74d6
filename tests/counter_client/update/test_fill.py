from __future__ import annotations

import pytest

from counter_client.state.actions import Action
from counter_client.state.intents import (
    ChangeQuantity,
    CloseSheet,
    EraseDigit,
    MoveRow,
    PickAgent,
    PickFound,
    PickRow,
    ShowList,
    ToggleMissing,
    TypeDigit,
    Wish,
    WriteNote,
)
from counter_client.state.state import (
    FinishDraft,
    ListKind,
    Notice,
    Search,
    Sheet,
    SheetKind,
    Tone,
)
from counter_client.update.fill import fill
from tests.counter_client.helpers.builders import at_sign_in, at_work, changed, row, serving, visit

TWO = (visit(), visit("B047"))
SHEET = Sheet(SheetKind.ENQUIRY_TEXT, notice=Notice(Tone.WARNING, "no_answer"))


def test_digits_are_added_and_taken_away() -> None:
    typed = fill(fill(at_sign_in(), TypeDigit(4)), TypeDigit(7))
    assert typed.sign_in.pin == "47"
    assert fill(typed, EraseDigit()).sign_in.pin == "4"
    assert fill(typed, EraseDigit(everything=True)).sign_in.pin == ""


def test_another_agent_has_another_pin() -> None:
    typed = at_sign_in(agent="said", pin="47")
    assert fill(typed, PickAgent("said")).sign_in.pin == "47"
    assert (fill(typed, PickAgent("huda")).sign_in.agent, fill(typed, PickAgent("huda")).sign_in.pin) == ("huda", "")


def test_the_arrows_walk_through_the_agents_and_stop_at_the_ends() -> None:
    first = fill(at_sign_in(), MoveRow(1))
    assert first.sign_in.agent == "badr"
    assert fill(first, MoveRow(-1)).sign_in.agent == "badr"
    assert fill(first, MoveRow(1)).sign_in.agent == "huda"
    assert fill(at_sign_in(), MoveRow(-1)).sign_in.agent == "yusuf"


def test_the_arrows_walk_through_the_waiting() -> None:
    lists = at_work(None, row("A1"), row("A2"))
    assert fill(lists, MoveRow(1)).listed.row == "visit-A1"
    assert fill(changed(lists, row="visit-A1"), MoveRow(1)).listed.row == "visit-A2"
    assert fill(changed(lists, row="visit-A2"), MoveRow(1)).listed.row == "visit-A2"
    assert fill(at_work(), MoveRow(1)).listed.row is None


def test_another_list_begins_without_a_chosen_row() -> None:
    shown = fill(at_work(None, row("A1"), row="visit-A1"), ShowList(ListKind.MISSED))
    assert (shown.listed.kind, shown.listed.row) == (ListKind.MISSED, None)


def test_a_clicked_row_is_chosen() -> None:
    assert fill(at_work(None, row("A1")), PickRow("visit-A1")).listed.row == "visit-A1"


def test_esc_puts_the_sheet_away() -> None:
    assert fill(at_work(serving(), sheet=SHEET), CloseSheet()).sheet is None


def test_while_a_command_is_on_its_way_nothing_typed_changes() -> None:
    sent = at_work(serving(), sheet=SHEET, busy=Action.TRANSFER)
    assert fill(sent, WriteNote("too late")) is sent
    assert fill(sent, CloseSheet()) is sent


def test_a_wish_of_another_screen_does_nothing() -> None:
    assert fill(at_work(), TypeDigit(1)) == at_work()
    assert fill(at_sign_in(), ShowList(ListKind.MISSED)) == at_sign_in()


@pytest.mark.parametrize(("start", "step", "quantity"), [(1, 1, 2), (1, -1, 1), (99, 1, 99), (5, -2, 3)])
def test_transactions_are_counted_between_one_and_ninety_nine(start: int, step: int, quantity: int) -> None:
    outcome = at_work(serving(), sheet=Sheet(SheetKind.OUTCOME, finish=FinishDraft(quantity=start)))
    by_button, by_arrow = fill(outcome, ChangeQuantity(step)).sheet, fill(outcome, MoveRow(-step)).sheet
    assert by_button is not None
    assert by_arrow is not None
    assert (by_button.finish.quantity, by_arrow.finish.quantity) == (quantity, quantity)


def test_arrows_change_nothing_on_a_sheet_without_a_list_or_a_count() -> None:
    for kind in (SheetKind.RETURN_CODE, SheetKind.REQUEST_DETAILS, SheetKind.FOLLOW_UP):
        asked = at_work(sheet=Sheet(kind))
        assert fill(asked, MoveRow(1)) == asked


def test_arrows_come_to_the_answers_of_a_question() -> None:
    pause = fill(at_work(sheet=Sheet(SheetKind.BREAK)), MoveRow(1))
    assert pause.sheet == Sheet(SheetKind.BREAK, picked="prayer")


def test_documents_are_ticked_and_unticked() -> None:
    named = fill(
        at_work(serving(), sheet=Sheet(SheetKind.MISSING, finish=FinishDraft(missing=("a",)))), ToggleMissing("b")
    ).sheet
    assert named is not None
    assert named.finish.missing == ("a", "b")
    fewer = fill(at_work(serving(), sheet=named), ToggleMissing("a")).sheet
    assert fewer is not None
    assert fewer.finish.missing == ("b",)


@pytest.mark.parametrize(
    ("search", "wish", "after"),
    [
        (Search(), TypeDigit(4), Search("4")),
        (Search("4", (visit(),)), TypeDigit(7), Search("47")),
        (Search("123456"), TypeDigit(7), Search("123456")),
        (Search("47", (visit(),)), EraseDigit(), Search("4")),
        (Search("47", (visit(),)), EraseDigit(everything=True), Search()),
        (
            Search("47", (visit(), visit("B047"))),
            PickFound("visit-B047"),
            Search("47", (visit(), visit("B047")), "visit-B047"),
        ),
        (Search("47", (visit(), visit("B047"))), MoveRow(1), Search("47", (visit(), visit("B047")), "visit-B047")),
    ],
)
def test_a_search_takes_digits_and_a_choice(search: Search, wish: Wish, after: Search) -> None:
    filled = fill(at_work(sheet=Sheet(SheetKind.SEARCH, search=search)), wish).sheet
    assert filled is not None
    assert filled.search == after
