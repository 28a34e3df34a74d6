"""The help a visitor has asked for: looks, spoken guide, sign language; a pure state, gone with the visitor.

>>> turned(turned(Assist(), "text"), "contrast").looks
Looks(text_percent=150, high_contrast=True, reach=False)
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from qtkit.look.looks import NORMAL_TEXT, Looks, next_text

HELP, LANGUAGES = "help", "languages"


@dataclass(frozen=True)
class Assist:
    """What is switched on, and which page lies over the screen: `help` with these switches, `languages`, or none."""

    page: str = ""
    looks: Looks = field(default_factory=Looks)
    spoken: bool = False
    """Every screen is spoken, and the keypad walks through it."""
    signed: bool = False
    """A touched service shows its sign-language clip first."""


ACTS = ("text", "contrast", "reach", "spoken", "signed")
"""The switches, in the order in which they are offered."""


def opened(assist: Assist, page: str = HELP) -> Assist:
    """Show a page."""
    return replace(assist, page=page)


def closed(assist: Assist) -> Assist:
    """Leave the page; what was switched on stays on."""
    return replace(assist, page="")


def turned(assist: Assist, act: str) -> Assist:
    """Turn one switch; raise KeyError for one that there is not."""
    looks = assist.looks
    return {
        "text": replace(assist, looks=replace(looks, text_percent=next_text(looks.text_percent))),
        "contrast": replace(assist, looks=replace(looks, high_contrast=not looks.high_contrast)),
        "reach": replace(assist, looks=replace(looks, reach=not looks.reach)),
        "spoken": replace(assist, spoken=not assist.spoken),
        "signed": replace(assist, signed=not assist.signed),
    }[act]


def is_on(assist: Assist, act: str) -> bool:
    """Return whether the switch `act` is on."""
    looks = assist.looks
    return {
        "text": looks.text_percent != NORMAL_TEXT,
        "contrast": looks.high_contrast,
        "reach": looks.reach,
        "spoken": assist.spoken,
        "signed": assist.signed,
    }[act]
