from __future__ import annotations

from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from display_board.notices.view import BESIDE_PX, FADE_S, HOLD_S, Notice, Notices
from tests.display_board.helpers.board_parts import LANDSCAPE, PORTRAIT, shown_in, sizes_of, theme_of

ARABIC = Notice("يُرجى تجهيز المستندات", right_to_left=True)
ENGLISH = Notice("Please have your documents ready", right_to_left=False)
LONG = Notice("يُرجى تجهيز البطاقة الشخصية وأصل المستندات قبل الوصول إلى النافذة", right_to_left=True)


def notices(qtbot: QtBot, size: tuple[int, int] = LANDSCAPE) -> Notices:
    part = Notices(theme_of(size), sizes_of(size))
    part.setFixedSize(size[0], part.sizeHint().height())
    qtbot.addWidget(part)
    part.show()
    return part


def inked(picture: QImage) -> bool:
    ground = picture.pixelColor(0, 0)
    return any(
        picture.pixelColor(x, y) != ground for x in range(0, picture.width(), 3) for y in range(10, picture.height(), 3)
    )


def test_a_line_stands_still_until_its_turn_is_over(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar"):
        part = notices(qtbot)
        part.show_notices((ARABIC, ENGLISH))
        first = part.grab().toImage()
        part.advance(HOLD_S - 0.1)
        assert part.grab().toImage() == first
        assert inked(first)
        assert not part.moving
    assert 10 <= HOLD_S <= 12


def test_the_next_line_fades_in_within_300_ms(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar"):
        part = notices(qtbot)
        part.show_notices((ARABIC, ENGLISH))
        first = part.grab().toImage()
        part.turn(20.0)
        assert part.grab().toImage() == first, "the line before goes first"
        part.advance(20.0 + FADE_S / 2)
        assert not inked(part.grab().toImage())
        part.advance(20.0 + FADE_S)
        assert not part.moving
        assert part.line == ENGLISH
        assert inked(part.grab().toImage())
    assert FADE_S == 0.3


def test_lines_follow_each_other_round_and_round(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar"):
        part = notices(qtbot)
        part.show_notices((ARABIC, ENGLISH))
        seen = []
        for turn in range(4):
            seen.append(part.line)
            part.turn(turn * HOLD_S)
        assert seen == [ARABIC, ENGLISH, ARABIC, ENGLISH]


def test_a_long_notice_stands_in_lines_that_all_fit_in_full_size(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar"):
        for size, count in ((LANDSCAPE, 2), (PORTRAIT, 3)):
            part = notices(qtbot, size)
            part.show_notices((LONG,))
            assert len(part.lines) == count
            assert " ".join(line.text for line in part.lines) == LONG.text
            metrics = QFontMetrics(part._font())
            widths = [metrics.horizontalAdvance(line.text) for line in part.lines]
            assert max(widths) <= size[0] - 2 * BESIDE_PX
            assert min(widths) > max(widths) * 0.5, "no word stands alone"


def test_a_notice_of_40_letters_stands_in_one_line(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar"):
        part = notices(qtbot)
        for text in ("تُغلق القاعة اليوم عند الساعة الواحدة ظهر", "The hall closes at one o'clock today, 1 pm"):
            part.show_notices((Notice(text, right_to_left=text > "z"),))
            assert len(part.lines) == 1


def test_the_same_notices_told_again_go_on_where_they_are(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar"):
        part = notices(qtbot)
        part.show_notices((ARABIC, ENGLISH))
        part.turn(0.0)
        part.show_notices((ARABIC, ENGLISH))
        assert part.line == ENGLISH


def test_a_mark_covers_the_notices_in_both_languages(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar"):
        part = notices(qtbot)
        part.show_notices((ENGLISH,))
        part.show_mark((Notice("انقطع الاتصال", right_to_left=True), Notice("Connection lost", right_to_left=False)))
        assert part.mark == part.accessibleDescription() == "انقطع الاتصال · Connection lost"
        assert part.grab().toImage().pixelColor(0, 0) == theme_of(LANDSCAPE).colour("wait")
        assert part.turns
        part.show_mark(())
        assert part.line == ENGLISH
        assert not part.turns


def test_without_notices_nothing_stands_there(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar"):
        part = notices(qtbot)
        part.turn(1.0)
        part.advance(1.0)
        assert not part.moving
        assert not inked(part.grab().toImage())
