from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_client.dialogs.enquiries.presenter import derive_enquiries
from counter_client.dialogs.enquiries.update import opened
from counter_client.dialogs.enquiries.view import EnquiriesDialog
from counter_client.state.intents import ActOnEnquiry, PickEnquiry, ShowPhone
from counter_client.state.state import Sheet
from counter_client.widgets.button import Button
from counter_client.widgets.canvas import Weight, text_width
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from tests.counter_client.helpers.builders import at_work
from tests.counter_client.helpers.open_enquiries import ANSWERED, HANDED_ON, NEW, asked, listed
from tests.helpers.replacing import replace


def shown(qtbot: QtBot, theme: Theme, language: Language, sheet: Sheet) -> tuple[QWidget, EnquiriesDialog]:
    behind = QWidget()
    behind.resize(1100, 680)
    qtbot.addWidget(behind)
    dialog = EnquiriesDialog(theme, language, behind)
    behind.show()
    dialog.show_view(derive_enquiries(at_work(sheet=sheet, language=language.tag)))
    return behind, dialog


def button(dialog: EnquiriesDialog, name: str) -> Button:
    found = dialog.findChild(Button, name)
    assert found is not None
    return found


def words(dialog: EnquiriesDialog, name: str) -> Words:
    found = dialog.findChild(Words, name)
    assert found is not None
    return found


def test_each_says_its_number_its_topic_its_age_and_how_far_it_has_come(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    _behind, dialog = shown(qtbot, theme, english, listed(ANSWERED, HANDED_ON, NEW))
    assert [button(dialog, f"enquiry_{n}").text() for n in (1, 2, 3)] == [
        "\u20663\u2069   ·   Land grants   ·   10 min   ·   answered, person to be informed",
        "\u20662\u2069   ·   Land grants   ·   30 min   ·   forwarded to \u2068Planning\u2069",
        "\u20661\u2069   ·   Land grants   ·   1 h 0 min   ·   not answered yet",
    ]
    assert not button(dialog, "enquiry_4").isVisible()


def test_the_chosen_one_is_told_whole_with_what_can_be_done(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog = shown(qtbot, theme, english, listed(ANSWERED, NEW))
    assert words(dialog, "question").text == "Question: \u2068Since when?\u2069   ·   E-mail"
    assert words(dialog, "answer").text == "Answer: \u2068From Sunday on\u2069"
    steps = button(dialog, "act_on_enquiry"), button(dialog, "other_with_enquiry")
    assert [(one.text(), one.key) for one in steps] == [("Close", "Enter"), ("Correct answer", "1")]
    dialog.show_view(derive_enquiries(at_work(sheet=listed(ANSWERED, NEW, row=1))))
    assert not words(dialog, "answer").isVisible()
    assert [one.text() for one in steps] == ["Enter answer", "Forward"]


def test_beside_the_telephone_the_next_step_is_read_whole(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    _behind, dialog = shown(qtbot, theme, arabic, listed(replace(NEW, phone=True)))
    dialog.grab()  # laid out
    act = button(dialog, "act_on_enquiry")
    written_px = text_width(act.text(), theme.font("lead", Weight.DemiBold))
    beside_px = act.sizeHint().width() - written_px  # its key and the edges; it is written in the middle
    assert act.width() - 2 * beside_px >= written_px * 0.6, "in smaller type at worst"


def test_a_click_chooses_and_the_buttons_act(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, dialog = shown(qtbot, theme, english, listed(ANSWERED, NEW))
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    for name in ("enquiry_2", "act_on_enquiry", "other_with_enquiry"):
        qtbot.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)
    assert wishes == [PickEnquiry(1), ActOnEnquiry(), ActOnEnquiry(other=True)]
    dialog.show_view(None)
    assert not dialog.isVisible()


def test_more_than_fit_are_counted(qtbot: QtBot, theme: Theme, english: Language) -> None:
    many = tuple(asked(n) for n in range(20, 0, -1))
    _behind, dialog = shown(qtbot, theme, english, listed(*many, row=1))
    told = [one.text for one in dialog.findChildren(Words)]
    assert "Open: 20   ·   oldest: 1 h 0 min   ·   shown: 19 to 20" in told


@pytest.mark.parametrize(
    ("sheet", "hint"),
    [
        (opened(), "جارٍ البحث…"),
        (listed(), "لا توجد استفسارات مفتوحة. لتسجيل استفسار افتح «المزيد» (F7)."),
    ],
)
def test_an_empty_list_says_why(qtbot: QtBot, theme: Theme, arabic: Language, sheet: Sheet, hint: str) -> None:
    _behind, dialog = shown(qtbot, theme, arabic, sheet)
    assert words(dialog, "enquiries_hint").text == hint
    assert not button(dialog, "act_on_enquiry").isVisible()


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (None, "Getting the phone number…"),
        ("", "No phone number is stored for it any more."),
        ("+96891234567", "Call back: \u2066+96891234567\u2069"),
    ],
)
def test_the_telephone_is_shown_when_it_is_asked_for(
    qtbot: QtBot, theme: Theme, english: Language, told: str | None, text: str
) -> None:
    sheet = listed(replace(ANSWERED, phone=True))
    _behind, dialog = shown(qtbot, theme, english, sheet)
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    assert not words(dialog, "phone").isVisible()
    assert button(dialog, "show_phone").key == "2"
    qtbot.mouseClick(button(dialog, "show_phone"), Qt.MouseButton.LeftButton)
    assert wishes == [ShowPhone()]
    assert sheet.enquiries is not None
    asked_for = replace(sheet, enquiries=replace(sheet.enquiries, called=3, phone=told))
    dialog.show_view(derive_enquiries(at_work(sheet=asked_for)))
    assert words(dialog, "phone").text == text
    assert not button(dialog, "show_phone").isVisible()
