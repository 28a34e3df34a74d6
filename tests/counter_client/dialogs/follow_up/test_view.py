from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from contracts.words.requests import RequestState
from counter_client.dialogs.follow_up.presenter import derive_follow_up
from counter_client.dialogs.follow_up.view import FollowUpDialog
from counter_client.state.intents import AskRequest, WriteNote
from counter_client.state.state import Notice, RequestLookup, Sheet, SheetKind, Tone
from counter_client.widgets.button import Button
from counter_client.widgets.note_field import NoteField
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from tests.counter_client.dialogs.follow_up.test_update import STATUS
from tests.counter_client.helpers.builders import NINE, at_work
from tests.helpers.replacing import replace

SHEET = Sheet(SheetKind.FOLLOW_UP, note="2026/88", lookup=RequestLookup(asked="2026/88"))
REPLIED = replace(
    STATUS,
    state=RequestState.REPLIED,
    reply="Come on Sunday",
    replied_at=NINE,
    latest=NINE.date() + timedelta(days=5),
    latest_expected=True,
    from_centre=True,
    as_of=NINE,
)


def shown(qtbot: QtBot, theme: Theme, language: Language, sheet: Sheet) -> tuple[QWidget, FollowUpDialog]:
    behind = QWidget()
    behind.resize(1100, 680)
    qtbot.addWidget(behind)
    dialog = FollowUpDialog(theme, language, behind)
    behind.show()
    dialog.show_view(derive_follow_up(at_work(sheet=sheet, language=language.tag)))
    return behind, dialog


def said(dialog: FollowUpDialog) -> list[str]:
    return [one.text for one in dialog.findChildren(Words) if one.isVisible()]


def test_a_number_is_typed_and_asked_for(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog = shown(qtbot, theme, english, Sheet(SheetKind.FOLLOW_UP))
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    line, ask = dialog.findChild(NoteField), dialog.findChild(Button, "ask_request")
    assert line is not None
    assert ask is not None
    qtbot.keyClicks(line, "12")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.mouseClick(ask, Qt.MouseButton.LeftButton)
    assert wishes == [WriteNote("1"), WriteNote("12"), AskRequest(), AskRequest()]
    dialog.show_view(derive_follow_up(at_work(sheet=SHEET)))
    assert "Searching…" in said(dialog)
    dialog.show_view(None)
    assert not dialog.isVisible()


def test_state_directorate_dates_and_reply_are_told(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog = shown(qtbot, theme, english, replace(SHEET, lookup=replace(SHEET.lookup, status=REPLIED)))
    told = " | ".join(said(dialog)).replace("\u2066", "").replace("\u2069", "").replace("\u2068", "")
    for part in (
        "2026/88   ·   the directorate has replied",
        "Directorate of Lands\nRegistered on 25/11/2026\nRefer by 30/11/2026",
        "On the receipt: 25/11/2026\nA holiday may change this date.",
        "Reply of 25/11/2026: Come on Sunday",
        "From another hall (muscat-1), as recorded at the centre at 25/11/2026 09:00",
    ):
        assert part in told


def test_without_a_reply_it_says_so_and_a_decision_has_no_day_of_a_reply(
    qtbot: QtBot, theme: Theme, arabic: Language
) -> None:
    _behind, dialog = shown(qtbot, theme, arabic, replace(SHEET, lookup=replace(SHEET.lookup, status=STATUS)))
    assert "لا يوجد رد بعد." in said(dialog)
    decided = replace(STATUS, state=RequestState.DECIDED, reply="Granted")
    dialog.show_view(
        derive_follow_up(at_work(sheet=replace(SHEET, lookup=replace(SHEET.lookup, status=decided)), language="ar"))
    )
    assert "الرد: \u2068Granted\u2069" in said(dialog)


def test_why_it_is_not_told_stands_on_the_sheet(qtbot: QtBot, theme: Theme, english: Language) -> None:
    sheet = replace(SHEET, lookup=replace(SHEET.lookup, asked=""), notice=Notice(Tone.WARNING, "centre_cut_off"))
    _behind, dialog = shown(qtbot, theme, english, sheet)
    strip = dialog.findChild(QWidget, "follow_up_notice")
    assert strip is not None
    assert strip.accessibleName().startswith("This is another hall's request, and the centre cannot be reached.")
