from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from contracts.requests.bodies import NewRequest
from counter_client.dialogs.request.presenter import derive_request_details
from counter_client.dialogs.request.view import RequestDialog
from counter_client.state.intents import SendRequest, ToggleUrgent, WriteExternal, WriteNote, WritePhone
from counter_client.state.state import Sheet
from counter_client.widgets.button import Button
from counter_client.widgets.note_field import NoteField
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from tests.counter_client.dialogs.request.test_presenter import SHEET
from tests.counter_client.dialogs.request.test_update import SERVING
from tests.helpers.replacing import replace

EMPTY = replace(SHEET, request=replace(SHEET.request, external="", phone=""), note="")


def shown(qtbot: QtBot, theme: Theme, language: Language, sheet: Sheet) -> tuple[QWidget, RequestDialog]:
    behind = QWidget()
    behind.resize(1100, 680)
    qtbot.addWidget(behind)
    dialog = RequestDialog(theme, language, behind)
    behind.show()
    show(dialog, sheet, language)
    return behind, dialog


def show(dialog: RequestDialog, sheet: Sheet, language: Language) -> None:
    dialog.show_view(derive_request_details(replace(SERVING, sheet=sheet, language=language.tag)))


def part(dialog: RequestDialog, name: str) -> QWidget:
    found = dialog.findChild(QWidget, name)
    assert found is not None, name
    return found


def test_each_line_says_what_is_written_in_it_and_enter_finishes(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog = shown(qtbot, theme, english, EMPTY)
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    for name, wish in (
        ("external_line", WriteExternal("7")),
        ("subject_line", WriteNote("7")),
        ("reply_phone_line", WritePhone("7")),
    ):
        line = part(dialog, name)
        assert line.accessibleName()
        qtbot.keyClicks(line, "7")
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert wishes[-2:] == [wish, SendRequest()]


def test_its_buttons_say_what_they_want(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog = shown(qtbot, theme, english, EMPTY)
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    for name in ("urgent", "another_request", "send_request"):
        qtbot.mouseClick(part(dialog, name), Qt.MouseButton.LeftButton)
    assert wishes == [ToggleUrgent(), SendRequest(another=True), SendRequest()]
    show(dialog, replace(EMPTY, request=replace(EMPTY.request, urgent=True)), english)
    urgent = part(dialog, "urgent")
    assert isinstance(urgent, Button)
    assert (urgent.text()[0], urgent.key) == ("\u2713", "")


def test_topic_directorate_and_the_requests_before_it_are_told(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    before = NewRequest("قطعة", "lands", "land_grant", "2026/87")
    _behind, dialog = shown(qtbot, theme, arabic, replace(SHEET, request=replace(SHEET.request, before=(before,))))
    told = [one.text for one in dialog.findChildren(Words) if one.isVisible()]
    assert told[:2] == ["طلب منح أرض", "\u2066A047\u2069   ·   مديرية الأراضي"]
    assert any("\u20662026/87\u2069" in text for text in told)
    line = part(dialog, "external_line")
    assert isinstance(line, NoteField)
    assert line.text() == "2026/88"
    dialog.show_view(None)
    assert not dialog.isVisible()
