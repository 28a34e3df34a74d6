from __future__ import annotations

import pytest

from display_board import sizes
from display_board.sizes import (
    CAP_OF_FONT,
    COMFORTABLE_MM_PER_M,
    LEAST_MM_PER_M,
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


@pytest.mark.parametrize("screen", SCREENS)
def test_parts_fill_the_screen_exactly(screen: Screen) -> None:
    got = board_sizes(screen)
    used = got.header_px + got.large_px + got.row_px * (got.rows // got.columns) + got.ticker_px
    assert used == screen.height_px


@pytest.mark.parametrize("screen", SCREENS)
def test_list_and_large_call_are_read_from_the_farthest_seat(screen: Screen) -> None:
    got = board_sizes(screen)
    assert got.enough
    assert got.row_font_px * CAP_OF_FONT >= screen.cap_px(LEAST_MM_PER_M) - 1
    assert got.large_font_px * CAP_OF_FONT >= screen.cap_px(COMFORTABLE_MM_PER_M)


def test_twelve_metres_on_43_inches_need_114_pixels() -> None:
    assert Screen(1920, 1080, 43, 12).cap_px(LEAST_MM_PER_M) == pytest.approx(113.8, abs=0.1)


def test_a_nearer_hall_gets_more_rows() -> None:
    assert board_sizes(Screen(1920, 1080, 43, 5)).rows > board_sizes(Screen(1920, 1080, 43, 12)).rows


def test_a_screen_too_small_for_the_hall_says_so() -> None:
    assert not board_sizes(Screen(1280, 720, 24, 15)).enough


def test_the_examples_hold() -> None:
    assert_examples_hold(sizes)
