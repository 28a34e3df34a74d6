"""The paper of a report: pages of A4 across, a cursor that moves down, and text that knows its direction.

All lengths are tenths of a millimetre.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter

from common.design_tokens import tokens
from common.text.digits import in_digits
from qtkit.look.theme import DAY, with_even_digits

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
FAMILY = "IBM Plex Sans Arabic"
DOTS_PER_INCH = 254
WIDTH, HEIGHT, MARGIN = 2970.0, 2100.0, 140.0
FOOT = 60.0
INK, QUIET, LINE, SHADE = (QColor(colour) for colour in (DAY.ink, DAY.ink_soft, DAY.line, DAY.ground))
DEEP, LIGHT, PALE = QColor(DAY.primary), QColor(tokens().charts["level"][1]), QColor(tokens().charts["level"][0])


def add_fonts() -> None:
    """Let the report's typeface be found; it is put into the file with the letters that are used."""
    for weight in ("Regular", "SemiBold", "Bold"):
        if QFontDatabase.addApplicationFont(str(FONTS / f"IBMPlexSansArabic-{weight}.ttf")) < 0:
            raise FileNotFoundError(f"the typeface {FONTS / f'IBMPlexSansArabic-{weight}.ttf'} cannot be read")


class ReportSheet:
    """The pages of one report; `foot` is drawn at the end of each page with its number."""

    def __init__(self, buffer: QBuffer, title: str, *, right_to_left: bool, digits: str = "western") -> None:
        self._writer = QPdfWriter(buffer)
        self._writer.setResolution(DOTS_PER_INCH)
        self._writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))
        )
        self._writer.setTitle(title)
        self._writer.setCreator("Dawr")
        self.painter = QPainter(self._writer)
        self.right_to_left = right_to_left
        self._digits = digits
        self.painter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self.y = MARGIN
        self.page = 1
        self.foot: Callable[[int], None] = lambda _page: None

    @property
    def width(self) -> float:
        """The width between the margins."""
        return WIDTH - 2 * MARGIN

    @property
    def left(self) -> float:
        """How much of the page is left below the cursor."""
        return HEIGHT - MARGIN - FOOT - self.y

    def make_room(self, height: float) -> bool:
        """Go to a new page where less than this is left; return whether it did."""
        if self.left >= height:
            return False
        self.new_page()
        return True

    def new_page(self) -> None:
        """End this page."""
        self.foot(self.page)
        self._writer.newPage()
        self.page += 1
        self.y = MARGIN

    def end(self) -> None:
        """End the last page and the file."""
        self.foot(self.page)
        self.painter.end()

    def box(self, start: float, y: float, width: float, height: float) -> QRectF:
        """Return a box at this distance from the side where reading begins."""
        x = WIDTH - MARGIN - start - width if self.right_to_left else MARGIN + start
        return QRectF(x, y, width, height)

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """Return the report's typeface, `size` tenths of a millimetre high."""
        font = QFont(FAMILY)
        font.setPixelSize(round(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        with_even_digits(font)
        self.painter.setFont(font)
        return font

    def text(
        self, box: QRectF, text: str, size: float, *, bold: bool = False, ink: QColor = INK, at_end: bool = False,
        centred: bool = False, wrapped: bool = False, as_it_is: bool = False,
    ) -> None:  # fmt: skip
        """Write a text into a box, at the side where reading begins unless told otherwise.

        Its digits are the hall's; a digest is written `as_it_is`, or it could not be compared.
        """
        text = text if as_it_is else in_digits(text, self._digits)
        font = self.font(size, bold=bold)
        self.painter.setPen(ink)
        right = self.right_to_left != at_end
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        across = Qt.AlignmentFlag.AlignHCenter if centred else side | Qt.AlignmentFlag.AlignAbsolute
        flags = int(across | (Qt.AlignmentFlag.AlignTop if wrapped else Qt.AlignmentFlag.AlignVCenter))
        if wrapped:
            flags |= int(Qt.TextFlag.TextWordWrap)
        else:
            text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self.painter.drawText(box, flags, text)

    def wrapped_height(self, text: str, width: float, size: float, *, bold: bool = False) -> float:
        """Return how high a text is when it is broken into lines of this width."""
        metrics = QFontMetricsF(self.font(size, bold=bold))
        return metrics.boundingRect(QRectF(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), text).height()

    def line(self, y: float, ink: QColor = LINE) -> None:
        """Draw a line across the page."""
        self.painter.fillRect(QRectF(MARGIN, y, self.width, 2), ink)
