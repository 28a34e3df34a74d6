from __future__ import annotations

from pytestqt.qtbot import QtBot

from kiosk.screens.widgets.qr_code import QrCode
from qtkit.look.theme import Theme
from tests.helpers.pixels import places


def test_nothing_is_painted_without_a_text_and_the_code_has_a_quiet_zone(qtbot: QtBot, theme: Theme) -> None:
    code = QrCode(theme, "ticket_code")
    qtbot.addWidget(code)
    code.resize(330, 330)
    empty = code.grab().toImage()
    code.show_code("http://hall/t#abc", "رمز")
    image = code.grab().toImage()
    assert image != empty
    assert code.accessibleName() == "رمز"
    dark = places(image, lambda colour: colour.name() == "#000000")
    module = 330 // (len(code._rows) + 8)
    assert min(x for x, _ in dark) >= 4 * module
    assert max(y for _, y in dark) < 330 - 4 * module
    code.show_code("", "")
    assert code.grab().toImage() == empty
