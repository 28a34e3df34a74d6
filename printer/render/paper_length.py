"""How much of the roll a ticket takes, to calculate how many tickets are left."""

from __future__ import annotations

from functools import lru_cache

from printer.profiles import DOTS_PER_MM, PaperProfile
from printer.render.blocks import Block, Drawn, Gap, Kept, NativeLine
from printer.render.raster import draw

HEAD_TO_CUTTER_MM = 15
"""Blank paper that lies between head and cutter at each cut, on the usual 80 mm mechanism."""
_CELL_DOTS = 24


def length_mm(blocks: tuple[Block, ...], paper: PaperProfile) -> int:
    """Return the millimetres of roll that these blocks take, the way to the cutter included. Any thread."""
    dots = sum(_height_dots(block, paper) for block in blocks)
    return round(dots / DOTS_PER_MM) + HEAD_TO_CUTTER_MM


def _height_dots(block: Block, paper: PaperProfile) -> int:
    match block:
        case Gap():
            return block.height_dots
        case NativeLine():
            return _CELL_DOTS * block.down
        case Kept():
            return sum(_height_dots(part, paper) for part in block.parts)
    return _drawn_dots(block, paper)


@lru_cache(maxsize=256)
def _drawn_dots(block: Drawn, paper: PaperProfile) -> int:
    return sum(picture.height * picture.scale for picture in draw(block, paper))
