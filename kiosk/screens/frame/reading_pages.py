"""How a tall screen is divided into pages, so that every line and every button is whole on one of them; pure.

Where parts stand beside each other so that no line can be drawn between all, a page repeats what the one before cut.

>>> pages_of([(0, 300), (320, 600), (620, 900)], height=900, room=650)
((0, 620), (620, 900))
"""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[int, int]
"""Top and bottom of a part, or of a page, px."""


def pages_of(parts: Sequence[Span], *, height: int, room: int) -> tuple[Span, ...]:
    """Return the pages of a screen of `height` px in `room` px each; a part that is taller than a page is cut.

    >>> pages_of([(16, 1200), (300, 500), (520, 800)], height=1216, room=650)
    ((0, 520), (520, 1170), (1170, 1216))
    """
    if height <= room:
        return ((0, height),)
    whole = [(start, bottom) for start, bottom in parts if bottom - start <= room]  # no line is drawn for the others
    pages: list[Span] = []
    top = 0
    while top < height:
        end = _end(whole, top, top + room) if top + room < height else height
        if any(start < end and bottom > top for start, bottom in parts):  # else it is empty ground
            pages.append((top, end))
        cut = [start for start, bottom in whole if top < start < end < bottom]
        top = min(cut) if cut else _next_top(parts, end, height)
    return tuple(pages) or ((0, room),)


def with_air(pages: Sequence[Span], parts: Sequence[Span], *, room: int, air: int) -> tuple[Span, ...]:
    """Let each later page begin up to `air` px above its first part, where that ground is empty and the page has room.

    >>> with_air([(0, 320), (320, 900)], [(0, 280), (320, 900)], room=650, air=25)
    ((0, 295), (295, 900))
    """
    parted = list(pages)
    for at in range(1, len(parted)):
        (before, before_end), (top, end) = parted[at - 1], parted[at]
        above = max((bottom for _start, bottom in parts if bottom <= top), default=top)
        begin = top - max(0, min(air, top - above, room - (end - top)))
        if before_end <= top:  # else this page repeats what the one before cut
            parted[at - 1] = (before, min(before_end, begin))
        parted[at] = (begin, end)
    return tuple(parted)


def _end(parts: Sequence[Span], top: int, limit: int) -> int:
    """Return the lowest line at or above `limit` that crosses no part."""
    end = limit
    while crossed := [start for start, bottom in parts if start < end < bottom]:
        end = min(crossed)
    return end if end > top else limit


def _next_top(parts: Sequence[Span], end: int, height: int) -> int:
    """Return where the page after one that ends at `end` begins: with no empty ground."""
    below = [start for start, bottom in parts if bottom > end]
    return max(end, min(below)) if below else height
