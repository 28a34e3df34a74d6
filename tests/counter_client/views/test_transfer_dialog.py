from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from contracts.hall_words import TransferPosition
from counter_client.inputs import Sheet, SheetKind, TargetKind, TransferDraft
from counter_client.presenters.transfer import derive_transfer
from counter_client.views.button import Button
from counter_client.views.transfer_dialog import TARGETS_PX, TransferDialog
from counter_client.wishes import PickPosition, PickReason, PickTarget, PickTargetKind, SendTransfer, WriteNote
from qtkit.language import Language
from qtkit.theme import Theme
from tests.counter_client.builders import HALL, at_work, serving

SHEET = Sheet(SheetKind.TRANSFER, ticket="A047", service="A", transfer=TransferDraft(target="B"), note="original deed")


def shown(qtbot: QtBot, theme: Theme, language: Language) -> tuple[QWidget, TransferDialog, list[object]]:
    behind = QWidget()
    behind.resize(1100, 680)
    qtbot.addWidget(behind)
    dialog = TransferDialog(theme, language, behind)
    behind.show()
    show(dialog, SHEET)
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    return behind, dialog, wishes


def show(dialog: TransferDialog, sheet: Sheet | None) -> None:
    dialog.show_view(derive_transfer(at_work(serving(), sheet=sheet)))


def button(dialog: TransferDialog, name: str) -> Button:
    found = dialog.findChild(Button, name)
    assert found is not None, name
    return found


def test_every_click_says_what_it_wants(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, wishes = shown(qtbot, theme, english)
    for name in ("kind_agent", "target_2", "position_first", "reason_2", "send_transfer"):
        qtbot.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)
    assert wishes == [
        PickTargetKind(TargetKind.AGENT),
        PickTarget("C"),
        PickPosition(TransferPosition.FIRST),
        PickReason("wrong_service"),
        SendTransfer(),
    ]


def test_a_reason_clicked_again_is_taken_back(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, wishes = shown(qtbot, theme, english)
    show(dialog, replace(SHEET, reason="wrong_service"))
    qtbot.mouseClick(button(dialog, "reason_2"), Qt.MouseButton.LeftButton)
    assert wishes == [PickReason(None)]


def test_it_cannot_be_sent_before_it_is_whole(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, _ = shown(qtbot, theme, english)
    assert button(dialog, "send_transfer").isEnabled()
    show(dialog, replace(SHEET, transfer=replace(SHEET.transfer, position=TransferPosition.FIRST)))
    assert not button(dialog, "send_transfer").isEnabled()


def test_the_note_is_told_as_it_is_typed_and_enter_in_it_sends(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, wishes = shown(qtbot, theme, english)
    note = dialog.findChild(QLineEdit, "note")
    assert note is not None
    assert note.text() == "original deed"
    qtbot.keyClicks(note, "s")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert wishes == [WriteNote("original deeds"), SendTransfer()]


def test_counters_are_numbered_and_their_own_name_is_not_said_twice(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    _behind, dialog, _ = shown(qtbot, theme, english)
    show(dialog, replace(SHEET, transfer=replace(SHEET.transfer, target_kind=TargetKind.COUNTER, target="4")))
    assert [button(dialog, f"target_{at}").text() for at in (1, 3)] == ["Counter 1", "Counter 4"]


def test_without_its_sheet_it_is_away(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, _ = shown(qtbot, theme, english)
    show(dialog, None)
    assert not dialog.isVisible()


def test_the_arrow_keys_bring_a_target_into_sight_that_lies_below(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    _behind, dialog, _ = shown(qtbot, theme, english)
    counters = tuple(replace(HALL.counters[0], counter=100 + n) for n in range(24))
    sheet = replace(SHEET, transfer=replace(SHEET.transfer, target_kind=TargetKind.COUNTER, target=None))
    inputs = at_work(serving(), hall=replace(HALL, counters=counters), sheet=sheet)
    dialog.show_view(derive_transfer(inputs))
    last = button(dialog, "target_24")
    qtbot.waitUntil(lambda: last.y() > TARGETS_PX)
    assert last.visibleRegion().boundingRect().height() < last.height()
    dialog.show_view(
        derive_transfer(replace(inputs, sheet=replace(sheet, transfer=replace(sheet.transfer, target="123"))))
    )
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().height() == last.height())


def test_the_longest_name_stays_within_what_is_seen(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog, _ = shown(qtbot, theme, english)
    long_name = "Allocation of residential, commercial, industrial and agricultural land and extension of usufruct"
    services = (HALL.services[0], replace(HALL.services[1], names={"en": long_name}), *HALL.services[2:])
    dialog.show_view(derive_transfer(at_work(serving(), hall=replace(HALL, services=services), sheet=SHEET)))
    named = next(one for one in dialog.findChildren(Button) if one.text() == long_name)
    QApplication.processEvents()  # what it lays out
    assert named.visibleRegion().boundingRect().width() == named.width() > TARGETS_PX
