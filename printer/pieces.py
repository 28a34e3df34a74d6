"""Drawn and cropped blocks, kept so that a tap draws only what is new on the paper."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from printer.art import KeptArt
from printer.bitmap import Bitmap, cropped, made_safe
from printer.blocks import Block, Drawn, Gap, Kept, Logo, NativeLine, QrCode, Text
from printer.profiles import PaperProfile
from printer.raster import draw, stacked

_KEPT_BLOCKS = 256
_EVEN_FROM_DOTS = 4


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


@dataclass(frozen=True, slots=True)
class NativeText:
    """A line in the printer's own font, `across` times as wide and `down` times as high as its cell of 12 by 24."""

    text: str
    across: int
    down: int


@dataclass(frozen=True, slots=True)
class Stored:
    """A picture that the printer keeps, with blank rows above and below, in dots."""

    above: int
    art: KeptArt
    below: int


Piece = Picture | Blank | NativeQr | NativeText | Stored


class Shelf(Protocol):
    """Knows which pictures the printer keeps at this moment."""

    def find(self, picture: Bitmap) -> KeptArt | None:
        """Return where the printer keeps this picture, None when it does not."""


class EmptyShelf:
    """The shelf of a printer that keeps nothing."""

    def find(self, picture: Bitmap) -> KeptArt | None:  # noqa: ARG002 (the protocol's)
        """Return None."""
        return None


class PieceStore:
    """Turns blocks into pieces; remembers the last few hundred blocks of one paper. One thread at a time."""

    def __init__(self, paper: PaperProfile, *, native_qr: bool = True, half_resolution: bool = True) -> None:
        self._paper = paper
        self._native_qr = native_qr
        self._half_resolution = half_resolution
        self._kept: OrderedDict[Drawn, tuple[Piece, ...]] = OrderedDict()
        self._art: OrderedDict[Kept, Picture | None] = OrderedDict()

    def pieces(self, blocks: tuple[Block, ...], shelf: Shelf | None = None) -> list[Piece]:
        """Return the pieces of all blocks, from top to bottom; what stands on the shelf is not sent again."""
        return [piece for block in blocks for piece in self._of(block, shelf or EmptyShelf())]

    def art(self, blocks: tuple[Block, ...]) -> Iterator[Bitmap]:
        """Go through the pictures of these blocks that a printer may keep."""
        for block in blocks:
            if isinstance(block, Kept) and (picture := self._art_of(block)) is not None:
                yield picture.bitmap

    def _of(self, block: Block, shelf: Shelf) -> tuple[Piece, ...]:
        match block:
            case Gap():
                return (Blank(block.height_dots),)
            case NativeLine():
                return (_native_text(block, self._paper),)
            case QrCode() if self._native_qr:
                return (NativeQr(block.text, block.module_dots),)
            case Kept(parts):
                return self._on_shelf(block, shelf) or tuple(p for part in parts for p in self._of(part, shelf))
        return self._drawn(block)

    def _on_shelf(self, block: Kept, shelf: Shelf) -> tuple[Piece, ...]:
        if isinstance(shelf, EmptyShelf):
            return ()
        picture = self._art_of(block)
        art = shelf.find(picture.bitmap) if picture else None
        return (Stored(picture.above, art, picture.below),) if picture and art else ()

    def _art_of(self, block: Kept) -> Picture | None:
        if block not in self._art:
            part = cropped(stacked(block.parts, self._paper))
            self._art[block] = (
                Picture(part[0], made_safe(part[1], self._paper.dots), part[2]) if part is not None else None
            )
            if len(self._art) > _KEPT_BLOCKS:
                self._art.popitem(last=False)
        return self._art[block]

    def _drawn(self, block: Drawn) -> tuple[Piece, ...]:
        if block in self._kept:
            self._kept.move_to_end(block)
            return self._kept[block]
        made = tuple(self._pictures(block))
        self._kept[block] = made
        if len(self._kept) > _KEPT_BLOCKS:
            self._kept.popitem(last=False)
        return made

    def _pictures(self, block: Drawn) -> Iterator[Piece]:
        for picture in draw(self._suited(block), self._paper):
            part = cropped(picture)
            if part is None:
                yield Blank(picture.height * picture.scale)
                continue
            above, inked, below = part
            yield Picture(above * inked.scale, made_safe(inked, self._paper.dots), below * inked.scale)

    def _suited(self, block: Drawn) -> Drawn:
        """Return the block at the resolution that is best for this printer.

        A QR code has modules of an even width where the printer doubles dots: as exact in a quarter of the bytes.
        """
        match block:
            case Text() if not self._half_resolution:
                return replace(block, coarse=False)
            case Logo() if not self._half_resolution:
                return replace(block, coarse=None)
            case QrCode(text, dots) if self._half_resolution and dots >= _EVEN_FROM_DOTS:
                return QrCode(text, dots // 2 * 2, coarse=True)
        return block


def _native_text(block: NativeLine, paper: PaperProfile) -> NativeText:
    """Return one line for one cell, or for two in columns as wide as half the paper."""
    if len(block.cells) == 1:
        return NativeText(block.cells[0], block.across, block.down)
    column = paper.dots // (12 * block.across) // len(block.cells)
    return NativeText("".join(cell.center(column) for cell in block.cells), block.across, block.down)
