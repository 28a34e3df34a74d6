"""The pictures are four different ones, drawn whole inside their box."""

from __future__ import annotations

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.screens.staff.paper_guide_pictures import GuidePicture
from kiosk.staff.session import PaperStep
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed


def test_each_step_is_a_picture_of_its_own_and_nothing_touches_the_edge(qtbot: QtBot, theme: Theme) -> None:
    picture = GuidePicture(theme)
    framed(qtbot, picture, 900, 800)
    seen: list[QImage] = []
    for step in PaperStep:
        picture.show_step(step.value)
        seen.append(picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    assert all(one != other for at, one in enumerate(seen) for other in seen[:at])
    for image in seen:
        ground = image.pixel(0, 0)
        edge = [image.pixel(x, y) for x in range(image.width()) for y in (0, image.height() - 1)]
        edge += [image.pixel(x, y) for y in range(image.height()) for x in (0, image.width() - 1)]
        assert set(edge) == {ground}
        middle = {image.pixel(x, image.height() // 2) for x in range(image.width())}
        assert len(middle) > 2
