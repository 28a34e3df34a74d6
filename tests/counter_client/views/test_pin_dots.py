from __future__ import annotations

from pytestqt.qtbot import QtBot

from counter_client.views.pin_dots import PinDots
from qtkit.theme import Theme


def filled(dots: PinDots, theme: Theme) -> int:
    """Return how many dots are filled, counted along the middle."""
    image = dots.grab().toImage()
    y, ink = image.height() // 2, theme.colour("primary").name()
    row = [image.pixelColor(x, y).name() == ink for x in range(image.width())]
    runs = "".join("#" if on else " " for on in row).split()
    return sum(1 for run in runs if len(run) > 8)


def test_each_digit_is_one_dot_and_no_digit_is_shown(qtbot: QtBot, theme: Theme) -> None:
    dots = PinDots(theme)
    dots.resize(360, 50)
    qtbot.addWidget(dots)
    for length in (0, 1, 4, 7):
        dots.show_length(length)
        assert filled(dots, theme) == length
    assert dots.accessibleName() == "7"
