from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_client.actions import Action
from counter_client.presenters.workplace import derive_workplace
from counter_client.views.button import Button
from counter_client.views.header import Header
from counter_client.wishes import Do
from qtkit.language import Language
from qtkit.theme import Theme
from tests.counter_client.builders import ON_BREAK, at_work, serving, workplace

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


def test_nobody_leaves_while_a_visitor_is_served_but_the_language_can_change(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    header = Header(theme, english)
    qtbot.addWidget(header)
    header.show_view(derive_workplace(at_work(serving())))
    enabled = {name: button(header, name).isEnabled() for name in ("break", "sign_out", "language")}
    assert enabled == {"break": True, "sign_out": False, "language": True}


def test_each_language_offers_the_other_by_its_own_name(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    header = Header(theme, arabic)
    qtbot.addWidget(header)
    header.show_view(derive_workplace(at_work(language="ar")))
    assert button(header, "language").text() == "English"
    arabic.show("en")
    header.show_view(derive_workplace(at_work()))
    assert button(header, "language").text() == "العربية"


def test_the_agent_and_a_break_are_painted(qtbot: QtBot, theme: Theme, english: Language) -> None:
    header = Header(theme, english)
    header.resize(1100, 84)
    qtbot.addWidget(header)
    header.show_view(derive_workplace(at_work()))
    working = header.grab().toImage()
    header.show_view(derive_workplace(PAUSED))
    assert header.grab().toImage() != working
