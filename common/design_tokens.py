"""Read the design tokens of every screen: colours, type, space, corners; no Qt and no web in it.

>>> round(contrast("#FFFFFF", "#000000"), 1)
21.0
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "assets" / "design" / "tokens.toml"


@dataclass(frozen=True)
class Palette:
    """Colours as #RRGGBB by what they are for; assets/design/tokens.toml says what each is for."""

    ground: str
    card: str
    sunken: str
    line: str
    edge: str
    ink: str
    ink_soft: str
    primary: str
    primary_dark: str
    on_primary: str
    primary_soft: str
    accent: str
    good: str
    good_soft: str
    wait: str
    on_wait: str
    wait_soft: str
    alert: str
    on_alert: str
    alert_soft: str
    focus: str
    focus_gap: str


@dataclass(frozen=True)
class TypeStep:
    """One size of type: px on a screen whose shorter side is 1080 px, and rem on web pages."""

    screen: int
    web: float


@dataclass(frozen=True)
class Tokens:
    """All tokens of the file."""

    day: Palette
    night: Palette
    contrast: Palette
    charts: dict[str, tuple[str, ...]]
    space: tuple[int, ...]
    radius: dict[str, int]
    type: dict[str, TypeStep]
    focus_width: int
    focus_gap: int


@cache
def tokens(file: Path = FILE) -> Tokens:
    """Return the tokens of `file`; raise FileNotFoundError where the installation lacks it."""
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    colours = {name: Palette(**values) for name, values in read["colour"].items()}
    return Tokens(
        **colours,
        charts={name: tuple(values) for name, values in read["chart"].items()},
        space=tuple(read["space"]["steps"]),
        radius=read["radius"],
        type={name: TypeStep(**sizes) for name, sizes in read["type"].items()},
        focus_width=read["focus"]["width"],
        focus_gap=read["focus"]["gap"],
    )


TEXT_ON = tuple(
    (text, ground)
    for text, grounds in {
        "ink": ("ground", "card", "sunken", "primary_soft", "good_soft", "wait_soft", "alert_soft"),
        "ink_soft": ("ground", "card", "sunken", "primary_soft", "wait_soft"),
        "primary": ("ground", "card"),
        "primary_dark": ("ground", "card", "sunken", "primary_soft"),
        "on_primary": ("primary", "primary_dark"),
        "good": ("ground", "card", "good_soft"),
        "wait": ("ground", "card", "wait_soft"),
        "on_wait": ("wait",),
        "alert": ("ground", "card", "alert_soft"),
        "on_alert": ("alert",),
    }.items()
    for ground in grounds
)
"""(text, ground) pairs that screens use; each stands at 7:1 or more."""

EDGE_ON = (
    ("edge", "ground"),
    ("edge", "card"),
    ("focus", "ground"),
    ("focus", "card"),
    ("focus", "focus_gap"),
    ("focus_gap", "primary"),
    ("focus_gap", "primary_dark"),
)
"""(edge, neighbour) pairs of what can be pressed, and of the focus ring: 3:1 or more (WCAG 1.4.11).

On a green button or header the ring shows by its gap.
"""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two #RRGGBB colours after WCAG 2, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
