"""Break a text into lines that fit on the paper, at the largest size at which they do."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from printer.render.blocks import Text
from printer.render.fonts import ticket_font

EASY_DOTS = 24
"""3 mm: Arabic below this is hard to read without glasses, so a long text rather takes some more lines."""
_MORE_LINES = 2
_HALVINGS = 6
_ENDLESS = 10_000.0


@dataclass(frozen=True, slots=True)
class _Spacing:
    """Height of a line and how far its text is lifted in it, both in em."""

    line: float
    rise: float


# The face has room for stacked marks above Arabic that Latin letters leave empty.
_ARABIC_SPACING = _Spacing(line=1.32, rise=0.0)
_LATIN_SPACING = _Spacing(line=1.2, rise=0.14)
# Devanagari and Bengali hang from a bar at the top of the letters, with marks above it.
_HANGING_SPACING = _Spacing(line=1.45, rise=-0.13)
_HANGING = re.compile("[\u0900-\u09ff]")


@dataclass(frozen=True, slots=True)
class Shaped:
    """A paragraph broken into lines; `widest` is the length of its longest line."""

    layout: QTextLayout
    size: int
    height: float
    widest: float
    lines: int


def fitted(block: Text, width: float) -> Shaped:
    """Return the paragraph as it fits into a width, with lines of about the same length."""
    shaped = _at_its_size(block, width)
    return _balanced(block, shaped, width) if shaped.lines > 1 and shaped.widest <= width else shaped


def natural_width(block: Text) -> float:
    """Return how long the text is at its own size on one line."""
    return _broken(block, block.size_dots, _ENDLESS).widest


def on_one_line(block: Text, width: float) -> Shaped:
    """Return the text at its own size on one line of this length."""
    return _broken(block, block.size_dots, width)


def _at_its_size(block: Text, width: float) -> Shaped:
    """Break at the text's own size, else smaller, else over some more lines, else within words at its smallest."""
    for size, lines in _tries(block):
        shaped = _broken(block, size, width)
        if shaped.lines <= lines and shaped.widest <= width:
            return shaped
    return _broken(block, min(block.size_dots, block.min_size_dots), width, anywhere=True)


def _tries(block: Text) -> Iterator[tuple[int, int]]:
    """Go through the sizes and how many lines are allowed at each."""
    smallest = min(block.size_dots, block.min_size_dots)
    easy = max(smallest, min(block.size_dots, EASY_DOTS)) if block.max_lines > 1 else smallest
    for size in _sizes(block.size_dots, easy):
        yield size, block.max_lines
    if block.max_lines > 1:
        for size in _sizes(easy, smallest):
            yield size, block.max_lines + _MORE_LINES


def _sizes(size: int, smallest: int) -> Iterator[int]:
    while size > smallest:
        yield size
        size = max(smallest, size - max(2, size // 12))
    yield smallest


def _balanced(block: Text, shaped: Shaped, width: float) -> Shaped:
    """Break into as many lines on the narrowest column that takes no more, so that no word is left alone."""
    narrow, wide = width / shaped.lines, width
    for _ in range(_HALVINGS):
        middle = (narrow + wide) / 2
        tried = _broken(block, shaped.size, middle, beside=(width - middle) / 2)
        if tried.lines <= shaped.lines and tried.widest <= middle:
            shaped, wide = tried, middle
        else:
            narrow = middle
    return shaped


def _spacing(block: Text) -> _Spacing:
    if _HANGING.search(block.text):
        return _HANGING_SPACING
    return _ARABIC_SPACING if block.rtl else _LATIN_SPACING


def _broken(block: Text, size: int, width: float, *, beside: float = 0.0, anywhere: bool = False) -> Shaped:
    """Break a text into lines of a width, `beside` from the left edge."""
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if block.rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if anywhere else QTextOption.WrapMode.WordWrap)
    layout = QTextLayout(block.text, ticket_font(block.weight, size, block.text))
    layout.setTextOption(option)
    layout.beginLayout()
    height, widest, lines = 0.0, 0.0, 0
    spacing = _spacing(block)
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(beside, height - size * spacing.rise))
        height += math.ceil(size * spacing.line)
        widest = max(widest, line.naturalTextWidth())
        lines += 1
    layout.endLayout()
    return Shaped(layout, size, height, widest, lines)
