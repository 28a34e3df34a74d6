"""The parts a ticket is laid out of, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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
    """Two texts on one line, Arabic at the right and English at the left; under each other where they do not fit."""

    right: Text
    left: Text


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns with as many paragraphs each and a line between them."""

    right: tuple[Text, ...]
    left: tuple[Text, ...]


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
    """The hall's sign: an eight-pointed star that holds a clock."""

    size_dots: int


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code at error correction M, each module `module_dots` wide, without a quiet zone of its own."""

    text: str
    module_dots: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Blank paper."""

    height_dots: int


Block = Text | Pair | Columns | Framed | Rule | Emblem | QrCode | Gap
