"""A paper from emupos, and how to compare it."""

from __future__ import annotations

from dataclasses import dataclass

import zxingcpp
from PIL import Image, ImageOps

MARGIN = 6
"""Around what a reader takes for the code's corners; the quiet zone is wider."""


@dataclass(frozen=True)
class Printed:
    """One paper: its picture (black is ink), how many papers came, its text, and what was not understood."""

    picture: Image.Image
    papers: int
    text: list[str]
    misunderstood: list[dict[str, object]]

    def band(self, top: int, bottom: int) -> Image.Image:
        """Return some rows of the paper, counted from its first row with ink."""
        first = _first_ink(self.picture)
        end = min(first + bottom, self.picture.height)  # blank rows at the end are not on emupos's paper
        return self.picture.crop((0, max(0, first + top), self.picture.width, end))

    def rows(self) -> list[bytes]:
        """Return the rows from the first to the last with ink, packed, 1 is ink."""
        stride = self.picture.width // 8
        dots = bytes(byte ^ 0xFF for byte in self.picture.tobytes())
        return inked([dots[at : at + stride] for at in range(0, len(dots), stride)])


def _first_ink(picture: Image.Image) -> int:
    box = picture.convert("L").point(lambda value: 255 - value).getbbox()
    assert box is not None, "the paper is blank"
    return box[1]


def inked(rows: list[bytes]) -> list[bytes]:
    """Return the rows without the blank ones before and behind."""
    with_ink = [at for at, row in enumerate(rows) if any(row)]
    return rows[with_ink[0] : with_ink[-1] + 1]


def differing(one: list[bytes], other: list[bytes]) -> int:
    """Count the dots in which two papers of the same length differ.

    A QR code may be masked in eight ways, and encoders choose differently: codes are compared by place, size and text.
    """
    ours, theirs = without_codes(one), without_codes(other)
    assert ours[1] == theirs[1]
    return dots_between(ours[0], theirs[0])


def without_codes(rows: list[bytes]) -> tuple[list[bytes], list[tuple[str, tuple[int, int, int, int]]]]:
    """Return the rows with every QR code blank, and the text and box of each code."""
    picture = ImageOps.invert(Image.frombytes("1", (8 * len(rows[0]), len(rows)), b"".join(rows)).convert("L"))
    codes = []
    for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode):
        place = found.position
        corners = (place.top_left, place.top_right, place.bottom_left, place.bottom_right)
        xs, ys = [corner.x for corner in corners], [corner.y for corner in corners]
        box = (min(xs), min(ys), max(xs), max(ys))
        codes.append((found.text, tuple(round(end, -1) for end in box)))
        picture.paste(255, (box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN))
    dots = ImageOps.invert(picture).convert("1").tobytes()
    stride = len(rows[0])
    return [dots[at : at + stride] for at in range(0, len(dots), stride)], sorted(codes)


def dots_between(one: list[bytes], other: list[bytes]) -> int:
    """Count the dots in which two papers of the same length differ, codes included."""
    return sum((int.from_bytes(a) ^ int.from_bytes(b)).bit_count() for a, b in zip(one, other, strict=True))
