"""The tokens of every screen: colours, type sizes, spacing, real millimetres, fonts; the only place for a colour.

Every text colour stands at least 7:1 against every ground it is used on (`TEXT_ON` says which; a test computes it).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase

from qtkit.looks import Looks

FONT_FAMILY = "IBM Plex Sans Arabic"
SCRIPT_FAMILIES = {"hi": "Noto Sans Devanagari", "bn": "Noto Sans Bengali"}
"""Families of the scripts that the first one lacks, by language; Urdu's letters it has."""
_SCRIPTS = (
    (re.compile("[\u0900-\u097f]"), SCRIPT_FAMILIES["hi"]),
    (re.compile("[\u0980-\u09ff]"), SCRIPT_FAMILIES["bn"]),
)
FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"

MM_PER_INCH = 25.4
TOUCH_MM = 20.0
"""Smallest side of what a visitor touches."""
TOUCH_GAP_MM = 3.0
"""Smallest gap between two such."""
REFERENCE_PX = 1080
"""The shorter side on which type sizes are given."""


EMBLEM_CONTRAST = 3.0
"""What a sign needs to be seen (WCAG 1.4.11)."""


@dataclass(frozen=True)
class Palette:
    """Colours as #RRGGBB by what they are for, never by how they look."""

    ground: str  # the screen behind everything
    card: str  # tiles and panels on the ground
    line: str  # thin borders and dividers
    ink: str  # headings and running text on ground or card
    ink_soft: str  # second-rank text on ground or card
    primary: str  # the one action, selected things
    primary_dark: str  # pressed, headers
    on_primary: str  # text on primary and primary_dark
    primary_soft: str  # tinted ground for `primary_dark` text
    accent: str  # decoration only, never text
    alert: str  # what a person must act on
    on_alert: str
    alert_soft: str  # tinted ground for `alert` text
    wait: str  # cut off, waiting for the network
    on_wait: str
    focus: str  # the focus ring


DAY = Palette(
    ground="#F6F3EC",
    card="#FFFFFF",
    line="#D9D2C3",
    ink="#16282B",
    ink_soft="#45525A",
    primary="#0A5A50",
    primary_dark="#07423B",
    on_primary="#FFFFFF",
    primary_soft="#E2EFEB",
    accent="#B4884A",
    alert="#8A1C1C",
    on_alert="#FFFFFF",
    alert_soft="#FBEAE7",
    wait="#5A3E07",
    on_wait="#FFFFFF",
    focus="#1456B8",
)
"""Kiosk, counter: paper-like ground, deep green, the brass of an incense burner as decoration."""

NIGHT = Palette(
    ground="#06211F",
    card="#0C302D",
    line="#1F4B46",
    ink="#FFFFFF",
    ink_soft="#C9DAD5",
    primary="#F2D9A6",
    primary_dark="#FFE9BF",
    on_primary="#06211F",
    primary_soft="#123D39",
    accent="#C99C5C",
    alert="#FFD2CB",
    on_alert="#3C0A0A",
    alert_soft="#3C1210",
    wait="#FFE3A8",
    on_wait="#2B1D00",
    focus="#9CC8FF",
)
"""Board: dark, so that a hall with windows can read it from 20 m and nobody is dazzled."""

CONTRAST = Palette(
    ground="#000000",
    card="#000000",
    line="#FFFFFF",
    ink="#FFFFFF",
    ink_soft="#FFFFFF",
    primary="#FFE600",
    primary_dark="#FFE600",
    on_primary="#000000",
    primary_soft="#262600",
    accent="#FFE600",
    alert="#FFB3B3",
    on_alert="#000000",
    alert_soft="#330000",
    wait="#FFFFFF",
    on_wait="#000000",
    focus="#00E5FF",
)
"""For whoever sees little: black, white and yellow, every tile outlined in white."""

TEXT_ON = (
    ("ink", "ground"),
    ("ink", "card"),
    ("ink", "primary_soft"),
    ("ink", "alert_soft"),
    ("ink_soft", "ground"),
    ("ink_soft", "card"),
    ("primary", "card"),
    ("primary", "ground"),
    ("primary_dark", "card"),
    ("primary_dark", "ground"),
    ("primary_dark", "primary_soft"),
    ("on_primary", "primary"),
    ("on_primary", "primary_dark"),
    ("alert", "ground"),
    ("alert", "card"),
    ("alert", "alert_soft"),
    ("on_alert", "alert"),
    ("on_wait", "wait"),
)
"""(text, ground) pairs that screens use."""

TYPE_SIZES = {
    "small": 22,
    "body": 28,
    "lead": 36,
    "tile": 42,
    "title": 48,
    "headline": 64,
    "display": 96,
    "number": 220,
}
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

    def emblem_inks(self) -> tuple[QColor, QColor]:
        """Return the emblem's colours on `primary_dark`: itself and its hands; in strong contrast the ground's own."""
        if contrast(self.palette.accent, self.palette.primary_dark) < EMBLEM_CONTRAST:
            return self.colour("on_primary"), self.colour("primary_dark")
        return self.colour("accent"), self.colour("primary_dark")

    def colour(self, name: str) -> QColor:
        """Return the palette's colour `name`."""
        values: dict[str, str] = vars(self.palette)
        return QColor(values[name])


def font_of(pixel_size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the bundled font at `pixel_size` px."""
    font = QFont(FONT_FAMILY)
    font.setPixelSize(max(1, pixel_size))
    font.setWeight(weight)
    return font


def lettered(font: QFont, text: str) -> QFont:
    """Return `font`, in the family that has the letters of `text`.

    Qt would find them by itself, but tries the first family anew for each run: 200 ms for a screen of five languages.
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


def contrast(one: str, other: str) -> float:
    """Return the contrast of two #RRGGBB colours after WCAG 2, from 1 to 21.

    >>> round(contrast("#FFFFFF", "#000000"), 1)
    21.0
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
