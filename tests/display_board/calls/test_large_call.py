from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from display_board.calls.large_call import FLASH_S, FLASHES_PER_S, LargeCall
from display_board.drawing.sizes import LEAST_MM_PER_M, Screen
from display_board.drawing.wording import Wording
from tests.display_board.helpers.board_parts import LANDSCAPE, PORTRAIT, line, shown_in, sizes_of, theme_of
from tests.helpers.pixels import places

KEY = line("A047", 3).key


def large_call(wording: Wording, size: tuple[int, int] = LANDSCAPE) -> LargeCall:
    part = LargeCall(theme_of(size), sizes_of(size), wording)
    part.setFixedSize(size[0], part.sizeHint().height())
    return part


def ink_heights(picture: QImage, colour: QColor) -> list[tuple[int, int]]:
    """Return (top, bottom) of each run of rows that have `colour`."""
    with_colour = {y for _, y in places(picture, lambda seen: seen == colour)}
    rows = [y in with_colour for y in range(picture.height())]
    runs, begun = [], None
    for y, inked in enumerate([*rows, False]):
        if inked and begun is None:
            begun = y
        elif not inked and begun is not None:
            runs.append((begun, y))
            begun = None
    return runs


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_the_number_on_the_glass_is_tall_enough_for_twelve_metres(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int]
) -> None:
    with shown_in(qapp, "both") as wording:
        part = large_call(wording, size)
        qtbot.addWidget(part)
        part.show_line(line("B111", 1), None, at_s=0.0)
        picture = part.grab().toImage()
        ticket = picture.copy(part._boxes()[0])
        tallest = max(bottom - top for top, bottom in ink_heights(ticket, theme_of(size).colour("primary")))
        assert tallest >= Screen(*size, 43.0, 12.0).cap_px(2 * LEAST_MM_PER_M) * (0.9 if size == LANDSCAPE else 0.8)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("ticket", ["A047", "M888", "999", "أ888"])
def test_nothing_of_a_number_is_cut(qtbot: QtBot, qapp: QApplication, ticket: str, size: tuple[int, int]) -> None:
    with shown_in(qapp, "both") as wording:
        part = large_call(wording, size)
        qtbot.addWidget(part)
        part.show_line(line(ticket, 88), None, at_s=0.0)
        picture = part.grab().toImage()
        ground = theme_of(size).colour("card")
        edges = [picture.pixelColor(x, y) for y in range(picture.height()) for x in (0, 3, picture.width() - 4)]
        assert all(colour == ground for colour in edges)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize(("ticket", "counter"), [("M777", 7), ("A111", 11), ("Q111", 117)])
def test_both_numbers_have_one_size_and_lying_one_baseline(
    qtbot: QtBot, qapp: QApplication, ticket: str, counter: int, size: tuple[int, int]
) -> None:
    with shown_in(qapp, "en") as wording:
        part, theme = large_call(wording, size), theme_of(size)
        qtbot.addWidget(part)
        part.show_line(line(ticket, counter), None, at_s=0.0)
        picture = part.grab().toImage()
        ticket_place, counter_place = part._boxes()
        box = part._counter_box(str(counter), counter_place)
        last_digit = ticket_place.adjusted(round(ticket_place.width() * 0.66), 0, 0, 0)
        ((top, bottom),) = ink_heights(picture.copy(last_digit), theme.colour("primary"))
        inside = box.adjusted(30, 4, -30, -4)
        ((box_top, box_bottom),) = ink_heights(picture.copy(inside), theme.colour("on_primary"))
        assert picture.pixelColor(box.left() + 30, box.center().y()) == theme.colour("primary"), "the box is filled"
        assert abs((bottom - top) - (box_bottom - box_top)) <= 2
        if size == LANDSCAPE:
            assert abs((last_digit.top() + bottom) - (inside.top() + box_bottom)) <= 2


def test_a_call_flashes_twice_a_second_for_five_seconds_and_then_stands_still(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        part = large_call(wording)
        qtbot.addWidget(part)
        part.show_line(line("A047", 3), KEY, at_s=0.0)
        states = []
        for frame in range(600):
            part.advance(frame / 60)
            states.append(part.lit)
        begins = [at for at in range(1, 600) if states[at] and not states[at - 1]]
        per_second = [sum(second * 60 <= at < (second + 1) * 60 for at in begins) for second in range(10)]
        assert max(per_second) <= FLASHES_PER_S
        assert sum(per_second) + states[0] == FLASHES_PER_S * FLASH_S
        assert not any(states[int(FLASH_S * 60) :])
        assert not part.moving


def test_the_number_is_readable_in_both_halves_of_a_flash(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        part = large_call(wording)
        qtbot.addWidget(part)
        part.show_line(line("A047", 3), KEY, at_s=0.0)
        part.advance(0.6)  # it has come in; the bright half
        bright = part.grab().toImage()
        part.advance(0.85)
        dark = part.grab().toImage()
        theme = theme_of(LANDSCAPE)
        assert bright.pixelColor(2, 2) == theme.colour("primary")
        assert dark.pixelColor(2, 2) == theme.colour("card")
        assert ink_heights(bright, theme.colour("on_primary"))
        assert ink_heights(dark, theme.colour("primary"))


@pytest.mark.parametrize("setting", ["ar", "en"])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_a_call_is_whole_on_the_glass_from_its_first_frame(
    qtbot: QtBot, qapp: QApplication, setting: str, size: tuple[int, int]
) -> None:
    with shown_in(qapp, setting) as wording:
        part = large_call(wording, size)
        qtbot.addWidget(part)
        part.show_line(line("A888", 88), KEY, at_s=0.0)
        first = part.grab().toImage()
        part.advance(0.55)
        still = part.grab().toImage()
        ink = theme_of(size).colour("on_primary")
        counts = [len(places(image, lambda colour: colour == ink)) for image in (first, still)]
        assert first != still
        assert counts[0] == pytest.approx(counts[1], rel=0.02)


def test_the_same_flash_is_not_begun_again(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        part = large_call(wording)
        qtbot.addWidget(part)
        part.show_line(line("A047", 3), KEY, at_s=0.0)
        part.advance(6.0)
        part.show_line(line("A047", 3, awaited=False), KEY, at_s=7.0)
        assert not part.moving


def test_without_a_call_visitors_are_greeted(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        part = large_call(wording)
        qtbot.addWidget(part)
        picture = part.grab().toImage()
        assert ink_heights(picture, theme_of(LANDSCAPE).colour("primary"))
        assert part.accessibleName() == ""


def test_what_is_shown_is_named_for_those_who_do_not_see(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        part = large_call(wording)
        qtbot.addWidget(part)
        part.show_line(line("A047", 12), None, at_s=0.0)
        assert part.accessibleName() == "A047، اثنا عشر"


def test_arabic_has_the_ticket_on_the_right_and_english_on_the_left(qtbot: QtBot, qapp: QApplication) -> None:
    places = {}
    for setting in ("ar", "en"):
        with shown_in(qapp, setting) as wording:
            part = large_call(wording)
            qtbot.addWidget(part)
            ticket, counter = part._boxes()
            places[setting] = ticket.x() > counter.x()
    assert places == {"ar": True, "en": False}


def test_bold_digits_are_as_wide_as_the_sizes_believe(qapp: QApplication) -> None:
    from PySide6.QtGui import QFont

    from display_board.drawing.sizes import CAP_OF_FONT, DIGIT_OF_FONT
    from qtkit.look.theme import font_of

    theme_of(LANDSCAPE)
    metrics = QFontMetrics(font_of(1000, QFont.Weight.Bold))
    assert metrics.horizontalAdvance("0") <= DIGIT_OF_FONT * 1000 + 10
    assert abs(-metrics.tightBoundingRect("7").y() - CAP_OF_FONT * 1000) <= 15


def test_only_a_sudden_closing_says_below_it_that_numbers_are_kept(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        part = large_call(wording)
        qtbot.addWidget(part)
        soft = theme_of(LANDSCAPE).colour("ink_soft")
        part.show_closed(closed=True, numbers_kept=True)
        assert ink_heights(part.grab().toImage(), soft)
        part.show_closed(closed=True)
        assert not ink_heights(part.grab().toImage(), soft)
