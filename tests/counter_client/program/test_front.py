from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, QSize, Qt
from PySide6.QtWidgets import QApplication

from counter_client.config import WINDOW_PX
from counter_client.program.front import Front, counter_theme
from qtkit.program.options import ShellOptions
from qtkit.program.shell import Shell

pytestmark = pytest.mark.process


@pytest.fixture
def front(qapp: QApplication) -> Iterator[Front]:
    shell = Shell("counter", ShellOptions(("http://127.0.0.1:9",), "t", "en"))
    made = Front(shell, 7)
    yield made
    made.window.close()
    made.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shell.withdraw()
    QLocale.setDefault(QLocale.c())
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_type_sizes_are_those_of_an_agents_table_whatever_the_screen() -> None:
    assert counter_theme(24.0).size("body") == counter_theme(55.0).size("body") == 21


class Screen:
    """A screen with as much room as its desktop's bars leave."""

    def __init__(self, width: int, height: int) -> None:
        self._room = QSize(width, height)

    def availableSize(self) -> QSize:
        return self._room


@pytest.mark.parametrize("room", [(1366, 728), (1366, 697), (1536, 816), (1280, 984), (1300, 1000)])
def test_on_a_screen_too_small_for_the_usual_size_the_window_takes_all_of_it(
    front: Front, room: tuple[int, int]
) -> None:
    front.shell.screen = Screen(*room)  # type: ignore[assignment]  # all that is used of a screen
    front.show()
    assert front.window.isMaximized()
    assert front.window.minimumWidth() <= room[0]
    assert front.window.minimumHeight() <= room[1]


def test_on_a_large_screen_the_window_has_its_usual_size(front: Front) -> None:
    front.shell.screen = Screen(1920, 1040)  # type: ignore[assignment]  # as above
    front.show()
    assert not front.window.isMaximized()
    assert front.window.size().toTuple() == WINDOW_PX


def test_the_sign_in_is_painted_when_it_is_shown_and_nothing_else_is_made(front: Front) -> None:
    front.show()
    assert front.shown
    assert front.window.windowTitle() == "Counter 7"
    assert {"_workplace", "_practice", "_sheets"}.isdisjoint(front.window.__dict__)
    assert {"network", "link", "calls"}.isdisjoint(front.shell.__dict__)
