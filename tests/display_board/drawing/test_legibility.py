"""What stands on the glass, measured in the painted picture: millimetres on a 43-inch screen, seen from 12 m."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import product

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from display_board.calls.list_rows import TICKET_PART, part_of
from display_board.calls.presenter import BoardInputs, derive_now_calling
from display_board.calls.state import from_snapshot
from display_board.drawing.digits import draw_digits
from display_board.drawing.sizes import COMFORTABLE_MM_PER_M, LEAST_MM_PER_M, Parts, Screen, board_sizes
from display_board.header.presenter import derive_clock
from display_board.window import BoardWindow
from qtkit.look.theme import NIGHT, Theme, load_fonts
from tests.display_board.helpers.board_parts import LANDSCAPE, PORTRAIT, shown_in
from tests.display_board.helpers.example import call, snapshot
from tests.helpers.speeds import some

INCHES, METRES = 43.0, 12.0
LANDSCAPE_4K, PORTRAIT_4K = (3840, 2160), (2160, 3840)
PLAIN, ALL = Parts(), Parts(figures=True, media=True)
CASES = [
    *product((LANDSCAPE, PORTRAIT, LANDSCAPE_4K, PORTRAIT_4K), ("ar", "en", "both"), (PLAIN,)),
    *product((LANDSCAPE, PORTRAIT, LANDSCAPE_4K), ("both",), (ALL, Parts(media=True))),
]
STATE = from_snapshot(
    snapshot([call("A047", 12, at_s=9), call("B112", 14, at_s=8), call("A245", 17, at_s=7)], [call("B011", 17)])
)


def tallest_px(picture: QImage, box: QRect) -> int:
    """Return the height of the tallest bright thing in `box` that no dark row divides."""
    grey = picture.copy(box).convertToFormat(QImage.Format.Format_Grayscale8)
    bits, stride = bytes(grey.constBits()), grey.bytesPerLine()
    tallest = run = 0
    for y in range(grey.height()):
        run = run + 1 if max(bits[y * stride : y * stride + grey.width()]) > 140 else 0
        tallest = max(tallest, run)
    return tallest


@pytest.mark.parametrize("digits", some(["western", "arabic_indic"], "arabic_indic"))
@pytest.mark.parametrize("case", some(CASES, (PORTRAIT, "both", PLAIN), (LANDSCAPE_4K, "both", ALL)))
def test_numbers_and_counters_are_high_enough_for_twelve_metres(
    qtbot: QtBot, qapp: QApplication, case: tuple[tuple[int, int], str, Parts], digits: str
) -> None:
    size, setting, parts = case
    screen = Screen(*size, INCHES, METRES)
    sizes = board_sizes(screen, parts)
    load_fonts()
    with shown_in(qapp, setting) as wording:
        wording.language.set_digits(digits)
        window = BoardWindow(Theme(*size, INCHES, NIGHT), sizes, wording)
        qtbot.addWidget(window)
        window.setFixedSize(*size)
        window.show()
        window.show_clocks(tuple(derive_clock(datetime(2026, 11, 24, 9, 42, tzinfo=UTC), t) for t in wording.tags))
        window.show_view(derive_now_calling(BoardInputs(STATE, rows=sizes.rows, online=True)))
        picture = window.grab().toImage()

        def mm_per_m(widget_box: QRect, origin: QRect) -> float:
            px = tallest_px(picture, widget_box.translated(origin.topLeft()))
            return px / screen.px_per_mm / METRES

        # A counter stands in a bright box; its digits are as high as those of the ticket beside it.
        large = mm_per_m(window.large._boxes()[0], window.large.geometry())
        rows = []
        for place in range(min(sizes.rows, 3)):
            cell = window.calls._cell(place)
            part = part_of(cell, TICKET_PART, window.layoutDirection()).adjusted(0, 4, 0, -4)
            rows.append(mm_per_m(part, window.calls.geometry()))
    pixel = 1.5 / screen.px_per_mm / METRES
    assert large >= COMFORTABLE_MM_PER_M
    assert min(rows) >= LEAST_MM_PER_M - pixel
    assert len(rows) >= 2


def seen(text: str, font_px: int, scale: float, *, shift_px: int = 0) -> list[int]:
    """Return the greys of a number as an eye gets it that sees no more than `scale` of the pixels."""
    picture = QImage(240, 240, QImage.Format.Format_RGB32)
    picture.fill(QColor(NIGHT.ground))
    painter = QPainter(picture)
    draw_digits(painter, picture.rect().translated(shift_px, shift_px), text, font_px, QColor(NIGHT.primary))
    painter.end()
    side = round(240 * scale)
    small = picture.scaled(
        side, side, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    return [small.pixelColor(x, y).lightness() for y in range(side) for x in range(side)]


def likeness(one: list[int], other: list[int]) -> float:
    """Return how alike two pictures are, 1 for the same."""
    mean_one, mean_other = sum(one) / len(one), sum(other) / len(other)
    pairs = [(a - mean_one, b - mean_other) for a, b in zip(one, other, strict=True)]
    spread = (sum(a * a for a, _ in pairs) * sum(b * b for _, b in pairs)) ** 0.5
    return sum(a * b for a, b in pairs) / spread


@pytest.mark.parametrize("digits", ["0123456789", "٠١٢٣٤٥٦٧٨٩"])
def test_a_weak_eye_at_twelve_metres_tells_every_digit_of_the_list_from_the_others(
    qapp: QApplication, digits: str
) -> None:
    # Three minutes of arc for each point: an eye of 6/18, where low vision begins. The digits lie between its points.
    load_fonts()
    screen = Screen(*LANDSCAPE, INCHES, METRES)
    arc_minute_px = screen.cap_px(LEAST_MM_PER_M) / 16
    scale = 1 / (3 * arc_minute_px)
    font_px = board_sizes(screen).row_font_px
    known = {digit: seen(digit, font_px, scale) for digit in digits}
    for digit in digits:
        glimpse = seen(digit, font_px, scale, shift_px=round(0.25 / scale))
        ranked = sorted(known, key=lambda other: likeness(glimpse, known[other]), reverse=True)
        assert ranked[0] == digit
