"""How large things must be so that they are read from the farthest seat: from screen inches and metres to pixels.

Heights are those of a digit. ISO 9241-303 asks for 16 minutes of arc at least and prefers 20 to 22; one minute of arc
is 0.291 mm for each metre. The smallest letter that a good eye reads has 5: at 16 it may be three times as weak (6/19),
and at 41 eight times (6/49), beyond the 6/18 at which low vision begins.

>>> round(mm_per_m(16), 1), round(mm_per_m(22), 1), round(mm_per_m(41), 1)
(4.7, 6.4, 11.9)
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, hypot, radians, tan

MM_PER_INCH = 25.4


def mm_per_m(arc_minutes: float) -> float:
    """Return the height in mm, for each metre of viewing distance, of what is seen under this angle."""
    return 1000 * tan(radians(arc_minutes / 60))


LEAST_MM_PER_M = mm_per_m(16)
COMFORTABLE_MM_PER_M = mm_per_m(22)
LABEL_MM_PER_M = mm_per_m(10)
"""Of a capital in the labels of the large call: words that come again and again are known before they are read."""
NOTICE_MM_PER_M = mm_per_m(8)
"""Of a capital in a notice, which stands still for seconds."""

CAP_OF_FONT = 0.698
"""Height of a capital or western digit of the bundled font as a share of its pixel size."""
ARABIC_DIGIT_OF_FONT = 0.61
"""Height of an Arabic-Indic digit in the same unit: they are lower and so are drawn larger."""
DIGIT_OF_FONT = 0.62
"""Width of a digit in the same unit."""
ROW_PITCH = 1.44
"""Height of a row as a multiple of its digits' height."""
BOX_PITCH = 1.24
"""Height of the large call's counter box as a multiple of its digits' height."""
ROWS_LYING, ROWS_UPRIGHT = 2, 5
"""Rows that the list shall have in a column; upright these and the large call are six calls."""
LEAST_MEDIA_SHARE = 0.18
"""Upright, pictures need at least this share of the screen's height, else there are none."""


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

    @property
    def short_px(self) -> int:
        """Return its shorter side."""
        return min(self.width_px, self.height_px)

    @property
    def px_per_mm(self) -> float:
        """Return how many pixels a millimetre of the glass has."""
        return hypot(self.width_px, self.height_px) / (self.inches * MM_PER_INCH)

    def cap_px(self, mm_per_m: float) -> float:
        """Return the height in px of a digit that has `mm_per_m` for each metre of viewing distance."""
        return mm_per_m * self.viewing_m * self.px_per_mm


@dataclass(frozen=True, slots=True)
class Parts:
    """What a board has besides head, calls and foot: a strip of waiting figures, and pictures or video."""

    figures: bool = False
    media: bool = False


@dataclass(frozen=True, slots=True)
class BoardSizes:
    """The board's parts in px. `rows` is how many calls the list has under the large one, over all its columns.

    `head_px` is the height of the line with the columns' names over the list, `service_px` that of the called service's
    name. `enough` tells whether the list's numbers have the least height: where not, the screen is too small for the
    hall. `media_px` is (0, 0) where pictures were not asked for or found no place.
    """

    header_px: int
    large_px: int
    notice_px: int
    columns: int
    rows: int
    row_px: int
    head_px: int
    large_font_px: int
    label_font_px: int
    service_px: int
    notice_font_px: int
    row_font_px: int
    enough: bool
    list_width_px: int
    figures_px: int = 0
    media_px: tuple[int, int] = (0, 0)

    @property
    def list_px(self) -> int:
        """Return the height of the list with the names of its columns."""
        return self.head_px + self.row_px * (self.rows // self.columns)


def board_sizes(screen: Screen, parts: Parts = Parts()) -> BoardSizes:
    """Return the sizes for `screen`: the large call as generous as fits, the list comfortable if two rows fit so.

    >>> sizes = board_sizes(Screen(1920, 1080, inches=43, viewing_m=12))
    >>> sizes.columns, sizes.rows, sizes.enough
    (2, 4, True)
    >>> sizes = board_sizes(Screen(1920, 1080, inches=43, viewing_m=12), Parts(figures=True, media=True))
    >>> sizes.columns, sizes.rows, sizes.enough, sizes.media_px
    (1, 2, True, (960, 398))
    """
    short = screen.short_px
    header, notice = round(short * (0.18 if screen.portrait else 0.085)), round(short * 0.11)
    figures = round(short * (0.16 if screen.portrait else 0.085)) if parts.figures else 0
    label_font = _text_px(screen, LABEL_MM_PER_M, short * 0.095)
    head = round(min(label_font, short * 0.05))
    # Beside the waiting figures, which name the services too, the called one's name stands back behind the digits.
    service = round(label_font * 0.6) if parts.figures else label_font
    large = _large_px(screen, slim=parts.figures)
    body = screen.height_px - header - notice - large - figures - head
    columns = 1 if screen.portrait or parts.media else 2
    list_width = screen.width_px // 2 if parts.media and not screen.portrait else screen.width_px
    media = _upright_media_px(screen, body) if parts.media and screen.portrait else 0
    row_cap = _row_cap_px(screen, body - media, list_width // columns)
    lines = max(2, int((body - media) / (row_cap * ROW_PITCH)))
    row = (body - media) // lines
    beside = (screen.width_px - list_width, head + row * lines) if parts.media and not screen.portrait else (0, 0)
    large = screen.height_px - header - notice - figures - media - head - row * lines
    return BoardSizes(
        header_px=header,
        large_px=large,
        notice_px=notice,
        columns=columns,
        rows=lines * columns,
        row_px=row,
        head_px=head,
        large_font_px=_large_font_px(screen, large - label_font - service),
        label_font_px=label_font,
        service_px=service,
        notice_font_px=_text_px(screen, NOTICE_MM_PER_M, notice * 0.7),
        row_font_px=ceil(row_cap / CAP_OF_FONT),
        enough=row_cap >= screen.cap_px(LEAST_MM_PER_M) - 0.5,
        list_width_px=list_width,
        figures_px=figures,
        media_px=(screen.width_px, media) if media else beside,
    )


def _text_px(screen: Screen, mm_per_m: float, most_px: float) -> int:
    """Return the font of a text that is to be read from the farthest seat, as far as there is room for it."""
    return round(min(ceil(screen.cap_px(mm_per_m) / CAP_OF_FONT), most_px))


def _large_px(screen: Screen, *, slim: bool) -> int:
    share = 0.66 if screen.portrait else (0.35 if slim else 0.425)
    return round(screen.short_px * share)


def _large_font_px(screen: Screen, numbers_px: int) -> int:
    # Lying, "A047" and a counter of two digits in its box share the width; upright one stands under the other.
    if screen.portrait:
        return round(min(numbers_px / 2 / BOX_PITCH / CAP_OF_FONT, screen.width_px * 0.92 / (4.2 * DIGIT_OF_FONT)))
    return round(min(numbers_px / BOX_PITCH / CAP_OF_FONT, screen.width_px * 0.86 / (7.4 * DIGIT_OF_FONT)))


def _upright_media_px(screen: Screen, body_px: int) -> int:
    """Return the height that two rows of the least size leave to pictures; 0 where it would be no more than a strip."""
    rows = 2 * ROW_PITCH * screen.cap_px(LEAST_MM_PER_M)
    left = min(round(body_px - rows), round(screen.width_px * 9 / 16))
    return left if left >= LEAST_MEDIA_SHARE * screen.height_px else 0


def _row_cap_px(screen: Screen, body_px: int, column_px: int) -> float:
    """Return the height of the list's digits in px.

    It is the comfortable height if all rows fit with it, else as high as fits. Two rows always have the least height.
    """
    rows = ROWS_UPRIGHT if screen.portrait else ROWS_LYING
    shared = max(body_px / rows / ROW_PITCH, screen.cap_px(LEAST_MM_PER_M))
    by_width = column_px * 0.88 / (7.4 * DIGIT_OF_FONT) * CAP_OF_FONT
    floor = screen.short_px * 0.045
    return max(min(screen.cap_px(COMFORTABLE_MM_PER_M), shared, body_px / 2 / ROW_PITCH, by_width), floor)
