from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from counter_client.sign_in.agent_list import AgentList
from counter_client.sign_in.presenter import AgentRow
from qtkit.look.theme import Theme
from tests.helpers.replacing import replace

ROWS = tuple(AgentRow(f"a{n}", f"Agent {n}", chosen=n == 19) for n in range(20))


def test_the_chosen_agent_is_in_sight_and_a_click_tells_the_code(qtbot: QtBot, holder: QWidget, theme: Theme) -> None:
    agents = AgentList(theme, holder)
    agents.resize(400, 300)
    agents.show()
    agents.show_agents(ROWS)
    told: list[str] = []
    agents.picked.connect(told.append)
    last = agents.findChild(QAbstractButton, "agent_20")
    assert last is not None
    qtbot.waitUntil(lambda: agents.verticalScrollBar().value() > 0)
    qtbot.waitUntil(lambda: agents.viewport().rect().contains(last.mapTo(agents.viewport(), last.rect().center())))
    qtbot.mouseClick(last, Qt.MouseButton.LeftButton)
    assert told == ["a19"]


def test_agents_who_left_the_hall_leave_the_list(qtbot: QtBot, holder: QWidget, theme: Theme) -> None:
    agents = AgentList(theme, holder)
    agents.show()
    agents.show_agents(ROWS)
    agents.show_agents(ROWS[:3])
    assert len([one for one in agents.findChildren(QAbstractButton) if one.isVisible()]) == 3


def test_who_scrolls_by_hand_is_not_pulled_back(qtbot: QtBot, holder: QWidget, theme: Theme) -> None:
    agents = AgentList(theme, holder)
    agents.resize(400, 300)
    agents.show()
    agents.show_agents(ROWS)
    qtbot.waitUntil(lambda: agents.verticalScrollBar().value() > 0)
    agents.verticalScrollBar().setValue(0)
    agents.show_agents(ROWS)
    assert agents.verticalScrollBar().value() == 0


def test_the_list_begins_with_its_first_name_when_nobody_is_chosen_any_more(
    qtbot: QtBot, holder: QWidget, theme: Theme
) -> None:
    agents = AgentList(theme, holder)
    agents.resize(400, 300)
    agents.show()
    agents.show_agents(ROWS)
    qtbot.waitUntil(lambda: agents.verticalScrollBar().value() > 0)
    agents.show_agents(tuple(replace(row, chosen=False) for row in ROWS))
    assert agents.verticalScrollBar().value() == 0


def test_a_very_long_name_widens_no_row(qtbot: QtBot, holder: QWidget, theme: Theme) -> None:
    agents = AgentList(theme, holder)
    agents.resize(400, 300)
    agents.show()
    agents.show_agents((*ROWS[:2], AgentRow("long", "عبد الرحمن بن سعيد (Abdulrahman Said) " * 4, chosen=False)))
    rows = [one for one in agents.findChildren(QAbstractButton) if one.isVisible()]
    qtbot.waitUntil(lambda: all(one.width() > 300 for one in rows))
    assert {one.width() <= agents.viewport().width() for one in rows} == {True}
