from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from display_board.views.ticker import HEAD_START, Run, Ticker
from tests.display_board.views.board_parts import LANDSCAPE, shown_in, sizes_of, theme_of

ARABIC = Run("يُرجى تجهيز المستندات", right_to_left=True)
ENGLISH = Run("Please have your documents ready", right_to_left=False)


def ticker(qtbot: QtBot) -> Ticker:
    part = Ticker(theme_of(LANDSCAPE), sizes_of(LANDSCAPE))
    part.setFixedSize(LANDSCAPE[0], part.sizeHint().height())
    qtbot.addWidget(part)
    return part


def ink(picture: QImage) -> list[int]:
    """Return the columns that have text."""
    ground = picture.pixelColor(0, 0)
    middle = range(10, picture.height() - 10, 2)
    return [x for x in range(picture.width()) if any(picture.pixelColor(x, y) != ground for y in middle)]


def test_arabic_runs_to_the_right_and_english_to_the_left(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar"):
        for run, way in ((ARABIC, 1), (ENGLISH, -1)):
            part = ticker(qtbot)
            part.show_runs((run,))
            part.advance(0.0)
            part.advance(0.1)
            first = ink(part.grab().toImage())
            part.advance(1.1)
            then = ink(part.grab().toImage())
            assert first
            assert ((then[-1] - first[-1]) if way > 0 else (then[0] - first[0])) * way > 50
            begins_at = HEAD_START if way > 0 else 1 - HEAD_START
            assert abs((first[-1] if way > 0 else first[0]) / part.width() - begins_at) < 0.02


def test_the_whole_text_passes_and_then_the_next_language_comes(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar"):
        part = ticker(qtbot)
        part.show_runs((ARABIC, ENGLISH))
        seen, at_s = [], 0.0
        for _ in range(4000):
            part.advance(at_s)
            at_s += 0.05
            seen.append(part._runs[part._at])
        changes = [run for at, run in enumerate(seen) if at == 0 or run != seen[at - 1]]
        assert changes[:4] == [ARABIC, ENGLISH, ARABIC, ENGLISH]


def test_the_same_notices_told_again_go_on_where_they_are(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar"):
        part = ticker(qtbot)
        part.show_runs((ARABIC,))
        part.advance(0.0)
        part.advance(3.0)
        before = part.grab().toImage()
        part.show_runs((ARABIC,))
        part.advance(3.0)
        assert part.grab().toImage() == before


def test_a_mark_covers_the_notices_and_stands_still(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar"):
        part = ticker(qtbot)
        part.show_runs((ARABIC,))
        part.show_mark("انقطع الاتصال")
        assert not part.moving
        picture = part.grab().toImage()
        assert picture.pixelColor(0, 0) == theme_of(LANDSCAPE).colour("wait")
        part.show_mark("")
        assert part.moving


def test_without_notices_nothing_moves(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar"):
        part = ticker(qtbot)
        part.advance(1.0)
        assert not part.moving
        assert not ink(part.grab().toImage())
