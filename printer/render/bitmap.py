"""A picture of black and white dots, packed as a thermal head takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# DLE followed by EOT, ENQ or DC4: a printer obeys these at once, wherever they stand, also inside a picture.
REAL_TIME_COMMAND = re.compile(rb"\x10[\x04\x05\x14]")


class BitmapError(ValueError):
    """A picture has an impossible shape."""


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Rows of dots, eight to a byte, most significant first, 1 is black; `width` is a multiple of 8.

    `scale` 2 means that the printer draws each dot as two by two.
    """

    width: int
    data: bytes
    scale: int = 1

    def __post_init__(self) -> None:
        if self.width <= 0 or self.width % 8 or len(self.data) % self.stride:
            raise BitmapError(f"{len(self.data)} bytes are not rows of {self.width} dots")

    @property
    def stride(self) -> int:
        """Bytes a row."""
        return self.width // 8

    @property
    def height(self) -> int:
        """Rows."""
        return len(self.data) // self.stride

    def rows(self) -> Iterator[bytes]:
        """Go through the rows from the top."""
        data, stride = self.data, self.stride
        return (data[at : at + stride] for at in range(0, len(data), stride))

    def ink(self) -> tuple[int, int, int, int] | None:
        """Return (left, top, right, bottom) of the black dots, right and bottom exclusive; None when all is white."""
        stripped = self.data.lstrip(b"\0")
        if not stripped:
            return None
        top = (len(self.data) - len(stripped)) // self.stride
        bottom = -(-len(self.data.rstrip(b"\0")) // self.stride)
        used = self._columns_used()
        left = self.width - used.bit_length()
        right = self.width - ((used & -used).bit_length() - 1)
        return left, top, right, bottom

    def _columns_used(self) -> int:
        """Return all rows laid over each other: by halves, as whole pictures are ORed as fast as single rows."""
        dots, rows = int.from_bytes(self.data), self.height
        while rows > 1:
            upper = rows // 2
            lower_bits = (rows - upper) * self.width
            dots = dots >> lower_bits | dots & ((1 << lower_bits) - 1)
            rows -= upper
        return dots

    def sliced(self, top: int, bottom: int) -> Bitmap:
        """Return the rows from `top` up to `bottom`."""
        return Bitmap(self.width, self.data[top * self.stride : bottom * self.stride], self.scale)

    def narrowed(self, margin: int) -> Bitmap:
        """Return the picture without `margin` dots on either side (a multiple of 4; negative widens)."""
        if margin < 0:
            return self._widened(-margin)
        width, skipped, half_byte = self.width - 2 * margin, margin // 8, margin % 8
        # Rows that lose half a byte are moved by it all at once: what comes in from the next row is cut off as well.
        shifted = int.from_bytes(self.data) << half_byte & ((1 << 8 * len(self.data)) - 1)
        data = shifted.to_bytes(len(self.data)) if half_byte else self.data
        kept = width // 8
        parts = [data[at : at + kept] for at in range(skipped, len(data), self.stride)]
        return Bitmap(width, b"".join(parts), self.scale)

    def _widened(self, dots: int) -> Bitmap:
        width = self.width + 2 * dots
        rows = (int.from_bytes(row) << dots for row in self.rows())
        return Bitmap(width, b"".join(row.to_bytes(width // 8) for row in rows), self.scale)

    def shifted(self, dots: int) -> Bitmap:
        """Return the picture moved right by `dots` (left when negative); what leaves the edge is lost."""
        mask = (1 << self.width) - 1
        rows = (int.from_bytes(row) for row in self.rows())
        moved = (row >> dots if dots >= 0 else (row << -dots) & mask for row in rows)
        return Bitmap(self.width, b"".join(row.to_bytes(self.stride) for row in moved), self.scale)

    def is_safe(self) -> bool:
        """Return whether no real-time printer command hides in the dots."""
        return REAL_TIME_COMMAND.search(self.data) is None


def cropped(picture: Bitmap) -> tuple[int, Bitmap, int] | None:
    """Return (blank rows above, the inked part, blank rows below); None when all is white.

    The sides are cut by the same amount, so that a printer that centres the part puts every dot where it was.
    """
    ink = picture.ink()
    if ink is None:
        return None
    left, top, right, bottom = ink
    margin = min(left, picture.width - right) // 4 * 4
    margin = min(margin, (picture.width - 8) // 8 * 4)
    return top, picture.sliced(top, bottom).narrowed(margin), picture.height - bottom


def tightened(picture: Bitmap, band_cost: int) -> list[Bitmap]:
    """Return the picture cut into bands that are narrower where its ink is, still centred under each other.

    `band_cost` is what one more band costs, in bytes. A band in which narrowing would make a real-time command keeps
    its width.
    """
    if picture.width <= 8:
        return [picture]
    starts = [0]
    margins: list[int] = []
    rows = 0
    width, band_dots = picture.width, 8 * band_cost
    for at, row in enumerate(picture.rows()):
        margin = _margin(row, width)
        if rows:
            joint = min(margin, margins[-1])
            wider = (rows + 1) * (width - 2 * joint) - rows * (width - 2 * margins[-1])
            if wider <= band_dots + width - 2 * margin:
                margins[-1], rows = joint, rows + 1
                continue
            starts.append(at)
        margins.append(margin)
        rows = 1
    bands = zip(starts, [*starts[1:], picture.height], margins, strict=True)
    return [_narrowed_safely(picture.sliced(top, bottom), margin) for top, bottom, margin in bands]


def _margin(row: bytes, width: int) -> int:
    """Return how many dots, a multiple of 4, both sides of a row can lose; eight dots at least stay."""
    value = int.from_bytes(row)
    white = min(width - value.bit_length(), (value & -value).bit_length() - 1) if value else width
    return min(white // 4 * 4, (width - 8) // 8 * 4)


def _narrowed_safely(band: Bitmap, margin: int) -> Bitmap:
    if not margin:
        return band
    narrow = band.narrowed(margin)
    return narrow if narrow.is_safe() else band


def made_safe(picture: Bitmap, widest: int) -> Bitmap:
    """Return the picture without a real-time command in it, moved by a dot or two where it had one.

    `widest` is how many dots the paper takes: the picture may grow by a byte on each side to have room to move. High
    pictures of small text hold one wherever they are moved: then one stroke in each gets a dot more.
    """
    if picture.is_safe():
        return picture
    wide = picture if (picture.width + 8) * picture.scale > widest else picture.narrowed(-4)
    ink = wide.ink() or (0, 0, 0, 0)
    for dots in (0, 1, -1, 2, -2, 3, -3, 4, -4):
        moved = wide.shifted(dots)
        if -ink[0] <= dots <= wide.width - ink[2] and moved.is_safe():
            return moved
    return Bitmap(picture.width, REAL_TIME_COMMAND.sub(_with_a_dot_more, picture.data), picture.scale)


def _with_a_dot_more(command: re.Match[bytes]) -> bytes:
    """Blacken the dot left of the stroke that all three commands have at the third dot from the right."""
    first, second = command[0]
    return bytes((first, second | 0x08))
