from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from contracts.words.hall import TransferPosition
from counter_client.dialogs.transfer.presenter import derive_transfer
from counter_client.dialogs.transfer.view import TransferDialog
from counter_client.state.intents import WriteNote
from counter_client.state.transfer_sheet import (
    PickPosition,
    PickReason,
    PickTarget,
    Seek,
    SendTransfer,
    ShowDetails,
    Target,
    TargetKind,
    ToggleBack,
    TransferSheet,
)
from counter_client.widgets.button import Button
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.counter_client.helpers.builders import HALL, at_work, serving
from tests.helpers.replacing import replace

LANDS = Target(TargetKind.SERVICE, "B")
SHEET = TransferSheet(ticket="A047", service="A")
DETAILS = replace(SHEET, target=LANDS, details=True, note="original deed")


def shown(
    qtbot: QtBot, theme: Theme, language: Language, sheet: TransferSheet = SHEET
) -> tuple[QWidget, TransferDialog, list[object]]:
    behind = QWidget()
    behind.resize(1100, 680)
    qtbot.addWidget(behind)
    dialog = TransferDialog(theme, language, behind)
    behind.show()
    show(dialog, sheet)
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    return behind, dialog, wishes


def show(dialog: TransferDialog, sheet: TransferSheet | None) -> None:
    dialog.show_view(derive_transfer(at_work(serving(), sheet=sheet)))


def button(dialog: TransferDialog, name: str) -> Button:
    found = dialog.findChild(Button, name)
    assert found is not None, name
    return found


def targets(dialog: TransferDialog) -> QListView:
    found = dialog.findChild(QListView, "targets")
    assert found is not None
    return found


def texts(dialog: TransferDialog) -> list[str]:
    model = targets(dialog).model()
    return [" ".join(str(model.index(at, 0).data()).split()) for at in range(model.rowCount())]


def index_of(dialog: TransferDialog, text: str) -> QModelIndex:
    return targets(dialog).model().index(texts(dialog).index(text), 0)


def test_services_counters_and_agents_stand_under_their_names(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, _ = shown(qtbot, theme, english)
    rows = texts(dialog)
    assert [row for row in rows if row in {"Services", "Counters", "Agents"}] == ["Services", "Counters", "Agents"]
    assert rows[7:10] == ["Counters", "7 Counter 1", "8 Counter 2"]
    assert [row for row in rows if "Counter 4" in row] == ["9 Counter 4"]  # its own name is its number again


def test_every_click_says_what_it_wants(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, wishes = shown(qtbot, theme, english)
    view = targets(dialog)
    point = view.visualRect(index_of(dialog, "8 Counter 2")).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    heading = view.visualRect(index_of(dialog, "Services")).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=heading)  # chooses nothing
    qtbot.mouseClick(button(dialog, "transfer_details"), Qt.MouseButton.LeftButton)
    show(dialog, DETAILS)
    for name in ("position_first", "and_back", "reason_2", "send_transfer"):
        qtbot.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)
    assert wishes == [
        PickTarget(Target(TargetKind.COUNTER, "2")),
        ShowDetails(shown=True),
        PickPosition(TransferPosition.FIRST),
        ToggleBack(),
        PickReason("wrong_service"),
        SendTransfer(),
    ]


def test_letters_are_the_filters_and_digits_and_arrows_the_windows(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    behind, dialog, wishes = shown(qtbot, theme, english)
    line = dialog.findChild(QLineEdit, "target_filter")
    assert line is not None
    assert behind.focusWidget() is line
    qtbot.keyClicks(line, "h4u")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Down):
        qtbot.keyClick(line, key)
    assert (line.text(), wishes) == ("hu", [Seek("h"), Seek("hu")])


def test_a_name_that_nothing_has_says_what_to_do(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, _ = shown(qtbot, theme, english, replace(SHEET, sought="no such place"))
    assert texts(dialog) == ["Nothing has this name. Type another name, or fewer letters."]


def test_the_details_take_the_focus_from_the_filter_so_that_digits_choose(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    behind, dialog, _ = shown(qtbot, theme, english)
    behind.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    show(dialog, DETAILS)
    assert not isinstance(behind.focusWidget(), QLineEdit)
    assert not targets(dialog).isVisible()
    assert [button(dialog, f"reason_{n}").key for n in (1, 5)] == ["5", "9"]


def test_it_cannot_be_sent_before_it_is_whole(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, _ = shown(qtbot, theme, english)
    send = button(dialog, "send_transfer")
    assert (send.isEnabled(), send.text()) == (False, "To transfer, choose where to first")
    show(dialog, DETAILS)
    assert (send.isEnabled(), send.text()) == (True, "Transfer")
    show(dialog, replace(DETAILS, position=TransferPosition.FIRST))
    assert (send.isEnabled(), send.text()) == (False, "To transfer, choose a reason first")


def test_the_note_is_told_as_it_is_typed_and_enter_in_it_sends(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, wishes = shown(qtbot, theme, english, DETAILS)
    note = dialog.findChild(QLineEdit, "note")
    assert note is not None
    assert note.text() == "original deed"
    qtbot.keyClicks(note, "s")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert wishes == [WriteNote("original deeds"), SendTransfer()]


@pytest.mark.parametrize(("sheet", "last"), [(SHEET, "targets"), (DETAILS, "note")])
def test_sixteen_pixels_lie_between_what_is_asked_and_the_buttons(
    qtbot: QtBot, theme: Theme, english: Language, sheet: TransferSheet, last: str
) -> None:
    _behind, dialog, _ = shown(qtbot, theme, english, sheet)
    QApplication.processEvents()
    above, below = dialog.findChild(QWidget, last), button(dialog, "send_transfer")
    assert above is not None
    ends = above.mapTo(dialog, above.rect().bottomLeft()).y() + 1
    assert below.mapTo(dialog, below.rect().topLeft()).y() - ends == 16


def test_without_its_sheet_it_is_away(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, _ = shown(qtbot, theme, english)
    show(dialog, None)
    assert not dialog.isVisible()


def test_the_arrow_keys_bring_a_target_into_sight_that_lies_below(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    _behind, dialog, _ = shown(qtbot, theme, english)
    counters = tuple(replace(HALL.counters[0], counter=100 + n) for n in range(24))
    inputs = at_work(serving(), hall=replace(HALL, counters=counters), sheet=SHEET)
    dialog.show_view(derive_transfer(inputs))
    view = targets(dialog)
    inside = view.viewport().rect()
    assert not inside.contains(view.visualRect(index_of(dialog, "Counter 123 · Counter 1")))
    chosen = replace(SHEET, target=Target(TargetKind.COUNTER, "123"))
    dialog.show_view(derive_transfer(replace(inputs, sheet=chosen)))
    assert inside.contains(view.visualRect(index_of(dialog, "Counter 123 · Counter 1")))


def test_a_long_name_makes_no_bar_across(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, _ = shown(qtbot, theme, english)
    long_name = "Allocation of residential, commercial, industrial and agricultural land and extension of usufruct"
    services = (HALL.services[0], replace(HALL.services[1], names={"en": long_name}), *HALL.services[2:])
    dialog.show_view(derive_transfer(at_work(serving(), hall=replace(HALL, services=services), sheet=SHEET)))
    assert not targets(dialog).horizontalScrollBar().isVisible()
    assert targets(dialog).visualRect(index_of(dialog, f"1 {long_name}")).width() <= targets(dialog).width()


def test_a_reason_has_the_halls_name_for_it(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, _ = shown(qtbot, theme, english, DETAILS)
    hall = replace(HALL, reasons=("vip", "other"), reason_names={"vip": {"en": "Delegation"}})
    dialog.show_view(derive_transfer(at_work(serving(), hall=hall, sheet=DETAILS)))
    assert [button(dialog, f"reason_{n}").accessibleName() for n in (1, 2)] == ["Delegation", "Another reason"]


def test_reasons_that_the_settings_no_longer_have_are_hidden(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, _ = shown(qtbot, theme, english, DETAILS)
    inputs = at_work(serving(), hall=replace(HALL, reasons=HALL.reasons[:2]), sheet=DETAILS)
    dialog.show_view(derive_transfer(inputs))
    assert [button(dialog, f"reason_{n}").isVisible() for n in (1, 2, 3)] == [True, True, False]
    show(dialog, DETAILS)
    assert button(dialog, "reason_3").isVisible()


def test_the_field_says_that_a_digit_transfers_at_once(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, _wishes = shown(qtbot, theme, english)
    line = dialog.findChild(QLineEdit, "target_filter")
    assert line is not None
    assert line.placeholderText() == "Type a name or use the arrow keys. A digit transfers at once."
