from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication

from kiosk.front import Front
from kiosk.views.out_of_service import NoticeScreen
from qtkit.shell_options import ShellOptions


@pytest.fixture
def front(qapp: QApplication) -> Iterator[Front]:
    made = Front(ShellOptions(("http://127.0.0.1:9",), "t", "en", 21.5, (540, 960)))
    yield made
    made.window.close()
    made.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    made.shell.withdraw()
    QLocale.setDefault(QLocale.c())
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_its_first_screen_is_painted_when_it_is_shown(front: Front) -> None:
    assert not front.shown
    front.show()
    assert front.shown
    assert front.window.size().toTuple() == (540, 960)
    body = front.window.bodies.currentWidget()
    assert isinstance(body, NoticeScreen)
    assert body is front.window.bodies.notice


def test_it_speaks_to_no_hall(front: Front) -> None:
    front.show()
    assert {"network", "link", "calls"}.isdisjoint(front.shell.__dict__)


def test_it_is_not_closed_where_it_covers_the_screen(front: Front) -> None:
    front.cover_screen()
    front.show()
    assert not front.window.close()
    assert front.shown
    assert front.window.cursor().shape() == Qt.CursorShape.BlankCursor
