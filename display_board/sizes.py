"""How large things must be so that they are read from the farthest seat: from screen inches and metres to pixels.

Heights are those of a capital or digit. Research on signs: 4.7 mm for each metre is the least that is read at all, 6.4
is comfortable, 12 is right for people with low vision.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

MM_PER_INCH = 25.4
LEAST_MM_PER_M = 4.7
COMFORTABLE_MM_PER_M = 6.4
GENEROUS_MM_PER_M = 12.0

CAP_OF_FONT = 0.698
"""Height of a digit of the bundled font as a share of its pixel size."""
DIGIT_OF_FONT = 0.62
"""Width of a digit, likewise."""
ROW_PITCH = 1.62
"""Height of a row as a multiple of its digits' height."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The glass: pixels, diagonal in inches, and how far away the farthest seat is."""

    width_px: int
    height_px: int
    inches: float
    viewing_m: float

    @property
    def portrait(self) -> bool:
        """Return whether it stands upright."""
        return self.height_px > self.width_px

    def cap_px(self, mm_per_m: float) -> float:
        """Return the height in px of a digit that has `mm_per_m` for each metre of viewing distance."""
        px_per_mm = hypot(self.width_px, self.height_px) / (self.inches * MM_PER_INCH)
        return mm_per_m * self.viewing_m * px_per_mm


@dataclass(frozen=True, slots=True)
class BoardSizes:
    """The board's parts in px. `rows` is how many calls the list has under the large one, over all its columns.

    `enough` tells whether the list's numbers have the least height: where not, the screen is too small for the hall.
    """

    header_px: int
    large_px: int
    ticker_px: int
    columns: int
    rows: int
    row_px: int
    large_font_px: int
    row_font_px: int
    enough: bool


def board_sizes(screen: Screen) -> BoardSizes:
    """Return the sizes for `screen`: the large call as generous as fits, the list comfortable if two rows fit so.

    >>> sizes = board_sizes(Screen(1920, 1080, inches=43, viewing_m=12))
    >>> sizes.columns, sizes.rows, sizes.enough
    (2, 4, True)
    """
    short = min(screen.width_px, screen.height_px)
    header, ticker = round(short * (0.2 if screen.portrait else 0.105)), round(short * 0.1)
    large = _large_px(screen, short)
    body = screen.height_px - header - ticker - large
    columns = 1 if screen.portrait else 2
    row_cap = _row_cap_px(screen, body, columns)
    lines = max(2, int(body / (row_cap * ROW_PITCH)))
    row = body // lines
    return BoardSizes(
        header_px=header,
        large_px=screen.height_px - header - ticker - row * lines,
        ticker_px=ticker,
        columns=columns,
        rows=lines * columns,
        row_px=row,
        large_font_px=_large_font_px(screen, large),
        row_font_px=round(row_cap / CAP_OF_FONT),
        enough=row_cap >= screen.cap_px(LEAST_MM_PER_M) - 0.5,
    )


def _large_px(screen: Screen, short: int) -> int:
    share = 0.76 if screen.portrait else 0.4
    return round(short * share)


def _large_font_px(screen: Screen, large_px: int) -> int:
    # A label stands over the digits; "A047" and a counter of two digits share the width, or stand one over the other.
    if screen.portrait:
        return round(min(large_px * 0.31 / CAP_OF_FONT, screen.width_px * 0.92 / (4.2 * DIGIT_OF_FONT)))
    return round(min(large_px * 0.66 / CAP_OF_FONT, screen.width_px * 0.86 / (7.4 * DIGIT_OF_FONT)))


def _row_cap_px(screen: Screen, body_px: int, columns: int) -> float:
    wanted = screen.cap_px(COMFORTABLE_MM_PER_M)
    two_rows = body_px / 2 / ROW_PITCH
    by_width = screen.width_px / columns * 0.84 / (7.6 * DIGIT_OF_FONT) * CAP_OF_FONT
    floor = min(screen.width_px, screen.height_px) * 0.045
    return max(min(wanted, two_rows, by_width), floor)
