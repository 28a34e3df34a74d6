"""The parts a ticket is laid out of, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from printer.render.bitmap import Bitmap


class Weight(Enum):
    """Stroke weights of the bundled type face, as OpenType counts them."""

    REGULAR = 400
    MEDIUM = 500
    SEMI_BOLD = 600
    BOLD = 700


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph, centred; a long one wraps to `max_lines`, then shrinks to `min_size_dots`, then wraps on.

    Sizes are em sizes in dots. `coarse` draws it at half resolution, each dot as two by two; `tight` leaves no room
    above and below the ink.
    """

    text: str
    size_dots: int
    weight: Weight = Weight.REGULAR
    rtl: bool = False
    max_lines: int = 2
    min_size_dots: int = 18
    coarse: bool = False
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts on one line, each in the middle of its half: Arabic right, English left; else under each other."""

    right: Text
    left: Text


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns with as many paragraphs each.

    `line` draws a line between them, this many dots short of the top and of the bottom; None draws none.
    """

    right: tuple[Text, ...]
    left: tuple[Text, ...]
    line: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Framed:
    """One short text in a rounded frame, for what must not be overlooked."""

    text: Text


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper."""

    thickness_dots: int = 2
    dotted: bool = False
    width_share: float = 1.0


@dataclass(frozen=True, slots=True)
class Emblem:
    """The product's own mark, where a hall has no emblem and no ministry."""

    size_dots: int


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of the hall's own; `coarse` is the same at half resolution, for a slow line."""

    picture: Bitmap
    coarse: Bitmap | None = None


class LogoError(ValueError):
    """A file cannot be a logo on a ticket; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code at error correction M, each module `module_dots` wide, without its own quiet zone.

    `coarse` draws it at half resolution, each dot as two by two; `module_dots` is even then.
    """

    text: str
    module_dots: int
    coarse: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Blank paper."""

    height_dots: int


@dataclass(frozen=True, slots=True)
class NativeLine:
    """One line in the printer's own font (cells of 12 by 24 dots), each cell magnified `across` and `down`, 1 to 8.

    Printable ASCII only. Two cells stand in two columns, the first at the left.
    """

    cells: tuple[str, ...]
    across: int
    down: int


Drawn = Text | Pair | Columns | Framed | Rule | Emblem | Logo | QrCode
"""What becomes a picture."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Parts that are the same on every ticket of a hall, or of one service of it: the printer may keep them as one."""

    parts: tuple[Drawn | Gap, ...]


Block = Drawn | Gap | NativeLine | Kept
