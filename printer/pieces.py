"""Drawn and cropped blocks, kept so that a tap draws only what is new on the paper."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from printer.bitmap import Bitmap, cropped, made_safe
from printer.blocks import Block, Gap, QrCode
from printer.profiles import PaperProfile
from printer.raster import Drawn, draw

_KEPT_BLOCKS = 256


@dataclass(frozen=True, slots=True)
class Picture:
    """One inked part to print in the middle of the paper, with blank rows above and below, in dots."""

    above: int
    bitmap: Bitmap
    below: int


@dataclass(frozen=True, slots=True)
class Blank:
    """Blank rows, in dots."""

    rows: int


@dataclass(frozen=True, slots=True)
class NativeQr:
    """A QR code that the printer draws itself."""

    text: str
    module_dots: int


Piece = Picture | Blank | NativeQr


class PieceStore:
    """Turns blocks into pieces; remembers the last few hundred blocks of one paper. One thread at a time."""

    def __init__(self, paper: PaperProfile, *, native_qr: bool = True) -> None:
        self._paper = paper
        self._native_qr = native_qr
        self._kept: OrderedDict[Block, tuple[Piece, ...]] = OrderedDict()

    def pieces(self, blocks: tuple[Block, ...]) -> list[Piece]:
        """Return the pieces of all blocks, from top to bottom."""
        return [piece for block in blocks for piece in self._of(block)]

    def _of(self, block: Block) -> tuple[Piece, ...]:
        match block:
            case Gap():
                return (Blank(block.height_dots),)
            case QrCode() if self._native_qr:
                return (NativeQr(block.text, block.module_dots),)
        if block in self._kept:
            self._kept.move_to_end(block)
            return self._kept[block]
        made = _drawn(block, self._paper)
        self._kept[block] = made
        if len(self._kept) > _KEPT_BLOCKS:
            self._kept.popitem(last=False)
        return made


def _drawn(block: Drawn, paper: PaperProfile) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for picture in draw(block, paper):
        part = cropped(picture)
        if part is None:
            pieces.append(Blank(picture.height * picture.scale))
            continue
        above, inked, below = part
        safe = made_safe(inked, paper.dots)
        pieces.append(Picture(above * picture.scale, safe, below * picture.scale))
    return tuple(pieces)
