from __future__ import annotations

import pytest

from display_board.drawing import sizes
from display_board.drawing.sizes import (
    CAP_OF_FONT,
    COMFORTABLE_MM_PER_M,
    LABEL_MM_PER_M,
    LEAST_MM_PER_M,
    NOTICE_MM_PER_M,
    Parts,
    Screen,
    board_sizes,
)
from tests.helpers.examples import assert_examples_hold

SCREENS = [
    Screen(1920, 1080, 43, 12),
    Screen(1080, 1920, 43, 12),
    Screen(1920, 1080, 55, 12),
    Screen(1920, 1080, 43, 5),
    Screen(1280, 720, 43, 10),
    Screen(3840, 2160, 65, 15),
    Screen(2160, 3840, 65, 15),
]


PARTS = [Parts(), Parts(figures=True), Parts(media=True), Parts(figures=True, media=True)]


@pytest.mark.parametrize("parts", PARTS)
@pytest.mark.parametrize("screen", SCREENS)
def test_parts_fill_the_screen_exactly(screen: Screen, parts: Parts) -> None:
    got = board_sizes(screen, parts)
    under = got.media_px[1] if screen.portrait else 0
    assert got.header_px + got.large_px + got.list_px + under + got.figures_px + got.notice_px == screen.height_px
    beside = 0 if screen.portrait else got.media_px[0]
    assert got.list_width_px + beside == screen.width_px
    assert (got.figures_px > 0) == parts.figures


@pytest.mark.parametrize("parts", PARTS)
@pytest.mark.parametrize("screen", SCREENS)
def test_list_and_large_call_are_read_from_the_farthest_seat(screen: Screen, parts: Parts) -> None:
    got = board_sizes(screen, parts)
    assert got.enough
    assert got.row_font_px * CAP_OF_FONT >= screen.cap_px(LEAST_MM_PER_M) - 1
    assert got.large_font_px * CAP_OF_FONT >= screen.cap_px(COMFORTABLE_MM_PER_M)


@pytest.mark.parametrize("screen", SCREENS)
def test_pictures_get_a_place_that_is_no_strip_or_none_at_all(screen: Screen) -> None:
    width, height = board_sizes(screen, Parts(media=True)).media_px
    assert (width, height) == (0, 0) or (height >= 0.18 * screen.height_px and width >= 0.45 * screen.width_px)
    if not screen.portrait:
        assert height > 0


def test_pictures_and_figures_together_may_find_no_place_upright() -> None:
    assert board_sizes(Screen(1080, 1920, 43, 14), Parts(figures=True, media=True)).media_px == (0, 0)


@pytest.mark.parametrize("screen", SCREENS)
def test_labels_and_notices_are_read_from_the_farthest_seat(screen: Screen) -> None:
    got = board_sizes(screen)
    assert got.label_font_px * CAP_OF_FONT >= screen.cap_px(LABEL_MM_PER_M) - 1
    assert got.notice_font_px * CAP_OF_FONT >= screen.cap_px(NOTICE_MM_PER_M) - 1


def test_an_upright_board_has_six_calls() -> None:
    assert board_sizes(Screen(1080, 1920, 43, 12)).rows + 1 == 6


def test_twelve_metres_on_43_inches_need_113_pixels() -> None:
    # 16 minutes of arc at 12 m are 55.9 mm; a 43-inch screen of 1920 x 1080 has 2.017 px for each mm.
    assert Screen(1920, 1080, 43, 12).cap_px(LEAST_MM_PER_M) == pytest.approx(55.85 * 2.017, abs=0.1)


def test_a_nearer_hall_gets_more_rows() -> None:
    assert board_sizes(Screen(1920, 1080, 43, 5)).rows > board_sizes(Screen(1920, 1080, 43, 12)).rows


def test_a_screen_too_small_for_the_hall_says_so() -> None:
    assert not board_sizes(Screen(1280, 720, 24, 15)).enough


def test_the_examples_hold() -> None:
    assert_examples_hold(sizes)
