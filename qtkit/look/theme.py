"""The design tokens on a Qt screen: colours and type sizes of assets/design/tokens.toml, real millimetres, fonts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase

from common.design_tokens import Palette, tokens
from qtkit.look.looks import Looks

FONT_FAMILY = "IBM Plex Sans Arabic"
SCRIPT_FAMILIES = {"hi": "Noto Sans Devanagari", "bn": "Noto Sans Bengali"}
"""Families of the scripts that the first one lacks, by language; Urdu's letters it has."""
_SCRIPTS = (
    (re.compile("[\u0900-\u097f]"), SCRIPT_FAMILIES["hi"]),
    (re.compile("[\u0980-\u09ff]"), SCRIPT_FAMILIES["bn"]),
)
FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"

MM_PER_INCH = 25.4
TOUCH_MM = 20.0
"""Smallest side of what a visitor touches."""
TOUCH_GAP_MM = 3.0
"""Smallest gap between two such."""
REFERENCE_PX = 1080
"""The shorter side on which type sizes are given."""


DAY = tokens().day
"""Kiosk, counter."""
NIGHT = tokens().night
"""Board."""
CONTRAST = tokens().contrast
"""For visitors with low vision."""

TILE_PX = 42
"""A service's name on its tile: between lead and title."""
TYPE_SIZES = {name: step.screen for name, step in tokens().type.items()} | {"tile": TILE_PX}
"""Pixels on a shorter side of 1080; `Theme.size` scales them. `small` is the smallest text there is."""


LARGEST_GROWTH = {"lead": 1.65, "tile": 1.5, "title": 1.45, "headline": 1.3, "display": 1.1, "number": 1.0}
"""How far a type grows at most: large to begin with, they end above running text at 200 %, and leave it its room."""


@dataclass(frozen=True)
class Theme:
    """Tokens for one screen: its resolution in px and its diagonal in inches make millimetres real."""

    width_px: int
    height_px: int
    inches: float
    palette: Palette = DAY
    text_scale: float = 1.0
    reach: bool = False
    """Whatever is touched lies in the lowest third of the screen."""

    def in_looks(self, looks: Looks) -> Theme:
        """Return the theme as a visitor wants to see it; with the usual looks that is this one."""
        palette = CONTRAST if looks.high_contrast else self.palette
        return replace(self, palette=palette, text_scale=self.text_scale * looks.text_scale, reach=looks.reach)

    @property
    def large(self) -> bool:
        """Return whether text is larger than usual: then it is broken into lines rather than shrunk."""
        return self.text_scale > 1.0

    @property
    def stacked(self) -> bool:
        """Return whether parts stand under each other: on an upright screen, and where text is large."""
        return self.portrait or self.large

    @property
    def reach_px(self) -> int:
        """Return the height of the lowest third, where touches are asked for within reach."""
        return self.height_px // 3

    @property
    def px_per_mm(self) -> float:
        """Return how many pixels a millimetre of this screen has."""
        diagonal_px = float((self.width_px**2 + self.height_px**2) ** 0.5)
        return diagonal_px / (self.inches * MM_PER_INCH)

    @property
    def portrait(self) -> bool:
        """Return whether the screen stands upright."""
        return self.height_px > self.width_px

    @property
    def touch_px(self) -> int:
        """Return the smallest side of a touch target, in px."""
        return self.mm(TOUCH_MM)

    @property
    def touch_gap_px(self) -> int:
        """Return the smallest gap between touch targets, in px."""
        return self.mm(TOUCH_GAP_MM)

    def mm(self, millimetres: float) -> int:
        """Return a length on the glass, in px, rounded up so that 20 mm are never 19.9."""
        return -int(-(millimetres * self.px_per_mm) // 1)

    def px(self, reference: float) -> int:
        """Return a length given for a shorter side of 1080 px, in px of this screen."""
        return round(reference * min(self.width_px, self.height_px) / REFERENCE_PX)

    def size(self, name: str) -> int:
        """Return the type size `name` of TYPE_SIZES, in px of this screen."""
        growth = min(self.text_scale, LARGEST_GROWTH.get(name, self.text_scale))
        return max(1, round(self.px(TYPE_SIZES[name]) * growth))

    def font(self, name: str, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the bundled font in the type size `name`."""
        return font_of(self.size(name), weight)

    def radius(self, name: str) -> int:
        """Return the corner radius `name` of the design tokens, in px of this screen."""
        return self.px(tokens().radius[name])

    def colour(self, name: str) -> QColor:
        """Return the palette's colour `name`."""
        values: dict[str, str] = vars(self.palette)
        return QColor(values[name])


def font_of(pixel_size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the bundled font at `pixel_size` px."""
    font = QFont(FONT_FAMILY)
    font.setPixelSize(max(1, pixel_size))
    font.setWeight(weight)
    with_even_digits(font)
    return font


def with_even_digits(font: QFont) -> None:
    """Keep 0 to 9 as high beside Arabic letters as alone: the face's `locl` feature makes them lower there."""
    font.setFeature(QFont.Tag("locl"), 0)


def lettered(font: QFont, text: str) -> QFont:
    """Return `font`, in the family that has the letters of `text`.

    Qt finds them anyway, but tries the first family again for each run: 200 ms for a screen of five languages.
    """
    for letters, family in _SCRIPTS:
        if family in _loaded and letters.search(text):
            other = QFont(font)
            other.setFamilies([family, FONT_FAMILY])
            return other
    return font


_loaded: set[str] = set()
"""Families of _SCRIPTS that Qt knows; like its own list of fonts, this is the whole program's."""


def load_fonts(folder: Path = FONTS) -> None:
    """Make the bundled font known to Qt; raise FileNotFoundError where the installation lacks it."""
    _load(folder, FONT_FAMILY)


def load_script(language: str, folder: Path = FONTS) -> None:
    """Make the letters of `language` known to Qt, once and only when it is shown: each takes a megabyte of memory."""
    family = SCRIPT_FAMILIES.get(language)
    if family is not None and family not in _loaded:
        _load(folder, family)
        _loaded.add(family)


def _load(folder: Path, family: str) -> None:
    files = sorted(folder.glob(f"{family.replace(' ', '')}-*.ttf"))
    if not files:
        raise FileNotFoundError(f"no {family} in {folder}: install the program again, its assets/fonts are missing")
    for file in files:
        QFontDatabase.addApplicationFont(str(file))
