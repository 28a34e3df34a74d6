from __future__ import annotations

from pytestqt.qtbot import QtBot

from kiosk.screens.widgets.notice_icons import _SIGNS, Mark
from qtkit.look.theme import Theme


def test_every_sign_is_drawn_and_none_looks_like_another(qtbot: QtBot, theme: Theme) -> None:
    mark = Mark(theme)
    qtbot.addWidget(mark)
    mark.resize(220, 220)
    pictures = []
    for sign in _SIGNS:
        mark.show_mark(sign)
        pictures.append(mark.grab().toImage())
    assert len(pictures) >= 5
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])
