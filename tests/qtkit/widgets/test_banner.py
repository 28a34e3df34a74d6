from __future__ import annotations

from pytestqt.qtbot import QtBot

from qtkit.look.theme import Theme
from qtkit.widgets.banner import Banner


def test_it_is_there_only_while_it_says_something(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme, "cut_off_banner")
    qtbot.addWidget(banner)
    assert not banner.isVisible()
    banner.show_text("انقطع الاتصال بالقاعة")
    assert banner.isVisible()
    assert (banner.text, banner.accessibleName()) == ("انقطع الاتصال بالقاعة", "انقطع الاتصال بالقاعة")
    banner.show_text("")
    assert not banner.isVisible()


def test_waiting_and_alarm_look_different(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme, "cut_off_banner")
    qtbot.addWidget(banner)
    banner.resize(600, banner.height())
    banner.show_text("Cut off")
    waiting = banner.grab().toImage()
    banner.show_text("Cut off", "alert")
    assert banner.grab().toImage() != waiting
    assert waiting.pixelColor(3, 3) == theme.colour("wait")
