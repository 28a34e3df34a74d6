"""How much room a tile needs for its texts in their full size, before any is made smaller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetrics

from qtkit.parts.painting import lines_of
from qtkit.theme import Theme, lettered

if TYPE_CHECKING:
    from qtkit.parts.tile import TileContent

ASIDE_SHARE = 0.4
"""Part of a centred tile's height that the line under its title takes."""
FACTS_GIVE = 1.12
"""A line of facts that is longer by this is drawn a little smaller rather than on a page of its own."""
EDGE_PX, RIM_PX, MARK_PX, MARK_GAP_PX = 30, 22, 80, 20
"""At the sides, above and below, the mark and the gap beside it; on a shorter side of 1080."""


def facts_line_px(theme: Theme) -> int:
    """Return the height of one line of facts."""
    return round(theme.size("body") * (1.4 if theme.large else 1.55))


def aside_px(theme: Theme, height: int) -> int:
    """Return what the line under a centred title takes of a tile's inner `height`, px."""
    return round(theme.size("lead") * 1.6) if theme.large else round(height * ASIDE_SHARE)


def room_for(theme: Theme, content: TileContent, width: int) -> int | None:
    """Return the height that `content` needs in a tile of `width` px; None where a word is wider than the tile."""
    inner = width - 2 * theme.px(EDGE_PX)
    needed = _centred(theme, content, inner) if content.centred else _tall(theme, content, inner)
    return None if needed is None else needed + 2 * theme.px(RIM_PX)


def _centred(theme: Theme, content: TileContent, width: int) -> int | None:
    title = _block(theme.font("headline" if content.aside else "title", QFont.Weight.Bold), content.title, width)
    if title is None or not content.aside:
        return title
    aside = _block(theme.font("lead"), content.aside, width, wrap=False)
    if aside is None:
        return None
    return title + aside_px(theme, 0) if theme.large else round(max(title / (1 - ASIDE_SHARE), aside / ASIDE_SHARE)) + 1


def _tall(theme: Theme, content: TileContent, width: int) -> int | None:
    mark = theme.px(MARK_PX) if content.mark or content.sign else 0
    beside = mark + theme.px(MARK_GAP_PX) if mark else 0
    title = _block(theme.font("tile", QFont.Weight.DemiBold), content.title, width - beside - theme.px(MARK_GAP_PX))
    body = theme.font("body", QFont.Weight.DemiBold)
    texts = [text for text in (content.facts, content.aside) if text]
    alone = len(texts) == 1  # one text may take both lines
    lines = [_block(body, text, width if alone else round(width * FACTS_GIVE), wrap=alone) for text in texts]
    known = [height for height in lines if height is not None]
    if title is None or len(known) < len(lines):
        return None
    foot = max(2 * facts_line_px(theme), *known) if known else 0
    return max(title, mark) + theme.px(10) + foot


def _block(font: QFont, text: str, width: int, *, wrap: bool = True) -> int | None:
    """Return the height of `text` in `width` px, None where it would have to be made smaller."""
    metrics = QFontMetrics(lettered(font, text))
    lines = lines_of(text, metrics, width) if wrap else [text]
    if max(metrics.horizontalAdvance(line) for line in lines) > width:
        return None
    return len(lines) * metrics.height()
