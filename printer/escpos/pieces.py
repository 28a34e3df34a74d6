"""Drawn and cropped blocks, kept so that a tap draws only what is new on the paper."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from printer.escpos.stored_graphics import KeptArt
from printer.profiles import PaperProfile
from printer.render.bitmap import Bitmap, cropped, made_safe
from printer.render.blocks import Block, Drawn, Gap, Kept, Logo, NativeLine, QrCode, Text
from printer.render.raster import draw, stacked

K = TypeVar("K")
V = TypeVar("V")

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


@dataclass(frozen=True, slots=True)
class ArtGroup:
    """Fixed parts that stand under each other: as one picture, and cropped one by one, which takes less memory."""

    whole: Bitmap
    parts: tuple[Bitmap, ...]


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
        self._parts: OrderedDict[Drawn, tuple[Picture | Blank, ...]] = OrderedDict()

    def for_printer(self, *, native_qr: bool, half_resolution: bool) -> PieceStore:
        """Return a store for a printer with these abilities that shares what is drawn already."""
        other = PieceStore(self._paper, native_qr=native_qr, half_resolution=half_resolution)
        other._kept, other._art, other._parts = self._kept, self._art, self._parts
        return other

    def pieces(self, blocks: tuple[Block, ...], shelf: Shelf | None = None) -> list[Piece]:
        """Return the pieces of all blocks, from top to bottom; what stands on the shelf is not sent again."""
        return [piece for block in blocks for piece in self._of(block, shelf or EmptyShelf())]

    def art(self, blocks: tuple[Block, ...]) -> Iterator[ArtGroup]:
        """Go through the pictures of these blocks that a printer may keep."""
        for block in blocks:
            if isinstance(block, Kept) and (whole := self._whole(block)) is not None:
                pictures = (piece for part in block.parts if not isinstance(part, Gap) for piece in self._fine(part))
                yield ArtGroup(whole.bitmap, tuple(piece.bitmap for piece in pictures if isinstance(piece, Picture)))

    def _of(self, block: Block, shelf: Shelf) -> tuple[Piece, ...]:
        match block:
            case Gap():
                return (Blank(block.height_dots),)
            case NativeLine():
                return (_native_text(block, self._paper),)
            case QrCode() if self._native_qr:
                return (NativeQr(block.text, block.module_dots),)
            case Kept():
                return self._drawn_group(block) if isinstance(shelf, EmptyShelf) else self._from_shelf(block, shelf)
        return self._drawn(block)

    def _drawn_group(self, block: Kept) -> tuple[Piece, ...]:
        return tuple(piece for part in block.parts for piece in self._of(part, EmptyShelf()))

    def _from_shelf(self, block: Kept, shelf: Shelf) -> tuple[Piece, ...]:
        """Return the group as one picture that the printer keeps, else part by part as far as it keeps those."""
        whole = self._whole(block)
        if whole is not None and (art := shelf.find(whole.bitmap)) is not None:
            return (Stored(whole.above, art, whole.below),)
        return tuple(piece for part in block.parts for piece in self._part_from_shelf(part, shelf))

    def _part_from_shelf(self, part: Drawn | Gap, shelf: Shelf) -> tuple[Piece, ...]:
        if isinstance(part, Gap):
            return (Blank(part.height_dots),)
        found: list[Piece] = []
        for piece in self._fine(part):
            art = shelf.find(piece.bitmap) if isinstance(piece, Picture) else None
            if art is None and isinstance(piece, Picture):
                return self._drawn(part)
            found.append(Stored(piece.above, art, piece.below) if art and isinstance(piece, Picture) else piece)
        return tuple(found)

    def _whole(self, block: Kept) -> Picture | None:
        return _remembered(self._art, block, lambda: self._cropped_stack(block))

    def _cropped_stack(self, block: Kept) -> Picture | None:
        piece = _cut_out(stacked(block.parts, self._paper), self._paper)
        return piece if isinstance(piece, Picture) else None

    def _fine(self, part: Drawn) -> tuple[Picture | Blank, ...]:
        """Return a part as the printer keeps it: a logo at full resolution too, as its bytes are sent only once."""
        fine = replace(part, coarse=None) if isinstance(part, Logo) else part
        return _remembered(
            self._parts, fine, lambda: tuple(_cut_out(picture, self._paper) for picture in draw(fine, self._paper))
        )

    def _drawn(self, block: Drawn) -> tuple[Piece, ...]:
        suited = self._suited(block)
        return _remembered(
            self._kept, suited, lambda: tuple(_cut_out(picture, self._paper) for picture in draw(suited, self._paper))
        )

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


def _cut_out(picture: Bitmap, paper: PaperProfile) -> Picture | Blank:
    """Return the inked part of a picture, or the blank paper that it is."""
    part = cropped(picture)
    if part is None:
        return Blank(picture.height * picture.scale)
    above, inked, below = part
    return Picture(above * inked.scale, made_safe(inked, paper.dots), below * inked.scale)


def _remembered(kept: OrderedDict[K, V], key: K, make: Callable[[], V]) -> V:
    """Return what is kept under a key, made now where it is not; the one unused for longest makes room."""
    if key in kept:
        kept.move_to_end(key)
        return kept[key]
    made = kept[key] = make()
    if len(kept) > _KEPT_BLOCKS:
        kept.popitem(last=False)
    return made


def _native_text(block: NativeLine, paper: PaperProfile) -> NativeText:
    """Return one line for one cell, or for two in columns as wide as half the paper."""
    if len(block.cells) == 1:
        return NativeText(block.cells[0], block.across, block.down)
    column = paper.dots // (12 * block.across) // len(block.cells)
    return NativeText("".join(cell.center(column) for cell in block.cells), block.across, block.down)
