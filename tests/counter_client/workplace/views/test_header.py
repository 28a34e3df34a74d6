from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_client.state.actions import Action
from counter_client.state.intents import Do
from counter_client.widgets.button import Button
from counter_client.workplace.presenters.workplace import derive_workplace
from counter_client.workplace.views.header import Header
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.counter_client.helpers.builders import NINE, ON_BREAK, SESSION, at_work, serving, workplace
from tests.helpers.replacing import replace

PAUSED = at_work(workplace=workplace(session=ON_BREAK))


def button(header: Header, name: str) -> Button:
    found = header.findChild(Button, name)
    assert found is not None
    return found


def test_the_break_button_resumes_work_during_a_break(qtbot: QtBot, theme: Theme, english: Language) -> None:
    header = Header(theme, english)
    qtbot.addWidget(header)
    wishes: list[object] = []
    header.wished.connect(wishes.append)
    header.show_view(derive_workplace(at_work()))
    assert button(header, "break").text() == "Break"
    qtbot.mouseClick(button(header, "break"), Qt.MouseButton.LeftButton)
    header.show_view(derive_workplace(PAUSED))
    assert button(header, "break").text() == "Resume work"
    qtbot.mouseClick(button(header, "break"), Qt.MouseButton.LeftButton)
    assert wishes == [Do(Action.BREAK), Do(Action.RESUME_WORK)]


def test_nobody_leaves_while_a_visitor_is_served_but_help_can_be_called(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    header = Header(theme, english)
    qtbot.addWidget(header)
    header.show_view(derive_workplace(at_work(serving())))
    enabled = {name: button(header, name).isEnabled() for name in ("break", "sign_out", "help")}
    assert enabled == {"break": True, "sign_out": False, "help": True}


def test_help_is_a_sign_with_its_words_for_whoever_asks(qtbot: QtBot, theme: Theme, english: Language) -> None:
    header = Header(theme, english)
    qtbot.addWidget(header)
    wishes: list[object] = []
    header.wished.connect(wishes.append)
    called = replace(SESSION, help_since=NINE)
    for inputs, told in (
        (at_work(), "Call for help"),
        (at_work(workplace=workplace(session=called)), "Cancel help call"),
    ):
        header.show_view(derive_workplace(inputs))
        help_button = button(header, "help")
        assert (help_button.text(), help_button.accessibleName(), help_button.toolTip()) == ("", told, f"{told} (F10)")
        assert not help_button.icon().isNull()
        qtbot.mouseClick(help_button, Qt.MouseButton.LeftButton)
    assert wishes == [Do(Action.HELP), Do(Action.HELP_OVER)]
    assert button(header, "help").chosen


def test_in_a_full_window_the_call_for_help_has_its_word(qtbot: QtBot, theme: Theme, english: Language) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    header = Header(theme, english, window)
    header.show_view(derive_workplace(at_work()))
    window.show()
    shown = []
    for width in (1366, 1100):
        header.resize(width, header.height())
        shown.append(button(header, "help").text())
    assert shown == ["Call for help", ""]


def test_a_break_says_what_is_left_of_it(qtbot: QtBot, theme: Theme, english: Language) -> None:
    header = Header(theme, english)
    qtbot.addWidget(header)
    ends = replace(ON_BREAK, break_until=NINE + timedelta(seconds=300))
    header.show_view(derive_workplace(at_work(workplace=workplace(session=ends))))
    line = header.findChild(QLabel, "hall_line")
    assert line is not None
    assert line.text().endswith("On a break: Prayer, 05:00 left")
    header.show_view(derive_workplace(PAUSED))
    assert line.text().endswith("On a break: Prayer, for 01:30")


def test_the_agent_and_a_break_are_named(qtbot: QtBot, theme: Theme, english: Language) -> None:
    header = Header(theme, english)
    qtbot.addWidget(header)
    header.show_view(derive_workplace(PAUSED))
    told = {name: label.text() for name in ("agent_name", "hall_line") if (label := header.findChild(QLabel, name))}
    assert told["agent_name"] == "Said Al Harthi"
    assert "On a break: Prayer" in told["hall_line"]
