"""How a visitor wants to see a screen: larger text, stronger contrast, everything within reach; pure, no Qt."""

from __future__ import annotations

from dataclasses import dataclass

NORMAL_TEXT = 100
TEXT_STEPS = (NORMAL_TEXT, 150, 200)
"""Sizes of text in percent, as one is offered after the other."""


@dataclass(frozen=True)
class Looks:
    """The looks of one screen; the defaults are what everybody finds.

    >>> Looks(text_percent=200).text_scale
    2.0
    """

    text_percent: int = NORMAL_TEXT
    high_contrast: bool = False
    reach: bool = False
    """Whatever is touched lies in the lowest third: for a wheelchair, a child, a short person."""

    @property
    def text_scale(self) -> float:
        """Return the factor for every type size."""
        return self.text_percent / NORMAL_TEXT


def next_text(percent: int) -> int:
    """Return the size that is offered after `percent`; after the largest comes the normal one again.

    >>> [next_text(percent) for percent in TEXT_STEPS]
    [150, 200, 100]
    """
    at = TEXT_STEPS.index(percent) if percent in TEXT_STEPS else len(TEXT_STEPS) - 1
    return TEXT_STEPS[(at + 1) % len(TEXT_STEPS)]
