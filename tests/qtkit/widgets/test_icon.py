from __future__ import annotations

from pytestqt.qtbot import QtBot

from qtkit.look.theme import Theme, load_fonts
from qtkit.widgets.icon import Sign


def test_a_sign_is_painted_and_none_takes_no_room(qtbot: QtBot) -> None:
    load_fonts()
    theme = Theme(1920, 1080, 21.5)
    made = Sign(theme)
    qtbot.addWidget(made)
    assert not made.isVisibleTo(None)
    made.show_sign("house")
    made.resize(100, made.height())
    image = made.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(100) for y in range(0, 72, 4)}
    assert (made.height(), theme.palette.primary.lower() in colours) == (72, True)
    made.show_sign("")
    assert made.isHidden()
