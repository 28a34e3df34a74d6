"""What a tile shows, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TileContent:
    """What a tile shows; `mark` is a letter or a short sign, `facts` the soft line, `aside` the strong one."""

    key: str
    title: str
    mark: str = ""
    facts: str = ""
    aside: str = ""
    enabled: bool = True
    selected: bool = False
    centred: bool = False
    """A tile of few words: large in the middle, `aside` under them."""
    danger: bool = False
    """It ends the service of the device: a red edge."""
    sign: str = ""
    """A drawn sign (qtkit.widgets.icons) at the leading edge; the letter is then a small one."""
