"""How much room a tile needs for its texts in their full size, and which of them it shows where there is less."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from qtkit.look.theme import TYPE_SIZES, Theme, lettered
from qtkit.widgets.painting import fitted_px, lines_of
from qtkit.widgets.tile_content import TileContent

ASIDE_SHARE = 0.4
"""Part of a centred tile's height that the line under its title takes."""
ASIDE_GAP_PX = 16
"""Between a centred title and the text beside it."""
FACTS_GIVE = 1.12
"""A line of facts that is longer by this is drawn a little smaller rather than on another page."""
FACTS_SHARE = 0.36
"""Part of a wide tile's width that its facts take."""
EDGE_PX, RIM_PX, MARK_PX, MARK_GAP_PX = 30, 22, 88, 20
"""At the sides, above and below, the mark and the gap beside it; on a shorter side of 1080."""
NARROW_PX, NARROW_EDGE_PX, NARROW_MARK_PX = 320, 18, 64
"""A tile narrower than this has smaller edges and a smaller mark: four columns on a screen of 5:4 or 4:3."""
LETTER_PX, LETTER_GAP_PX = 44, 16
"""The letter of a tile that has a drawn sign for its mark, and the gap beside it."""
WIDE_MARK_PX, WIDE_GAP_PX = 88, 28
"""The mark and the gap beside it in a tile whose facts stand beside its title."""


@dataclass(frozen=True)
class TilePlan:
    """What a tile shows besides its title; `facts` is where: `below` the mark, `under` the title, `beside` it, or "".

    `under` also holds the small letter, so that the title has the whole width beside the mark.
    """

    mark: bool
    facts: str
    letter: int = 0
    """Width that a small letter takes beside title or facts, px; 0 for none."""


def plan_tile(theme: Theme, content: TileContent, inner: tuple[int, int], *, tall: bool) -> TilePlan:
    """Return what a tile with `inner` px (width, height) inside its edge shows; `tall`: its facts belong below.

    The title has the first right to the room. Before it becomes smaller than running text the facts go to its side,
    then they go, then the mark; large facts first try the other place.
    """
    mark = bool(content.mark or content.sign)
    letter = theme.px(LETTER_PX + LETTER_GAP_PX) if content.mark and content.sign and not theme.large else 0
    facts = bool(content.facts or content.aside)
    places = ["below"] if tall else ["under"] if (facts or letter) and not theme.large else []
    places += ["beside"] if facts and (theme.large or not tall) else []
    plans = [TilePlan(mark, place, letter) for place in places if facts or place == "under"]
    plans += [TilePlan(mark, "", letter), TilePlan(mark, ""), TilePlan(False, "")]
    return next((plan for plan in plans if _title_keeps_size(theme, content, inner, plan)), plans[-1])


def plan_centred(theme: Theme, content: TileContent, inner: tuple[int, int]) -> tuple[int, int]:
    """Return the height below and the width beside a centred title that `aside` takes, px; 0 for none.

    In large text it has the place in which neither becomes smaller than usual; without such a place a share below.
    """
    if not content.aside:
        return 0, 0
    width, height = inner
    share = round(height * ASIDE_SHARE)
    if theme.large:
        title, aside = theme.font("headline", QFont.Weight.Bold), theme.font("lead")
        least = theme.px(TYPE_SIZES["headline"]), theme.px(TYPE_SIZES["lead"])
        for below, beside in ((_aside_px(theme, content, width) or share, 0), (0, round(width * FACTS_SHARE))):
            upper = (width - beside - (theme.px(ASIDE_GAP_PX) if beside else 0), height - below)
            under = (beside or width, below or height)
            sizes = _painted_px(title, content.title, upper), _painted_px(aside, content.aside, under)
            if sizes[0] >= least[0] and sizes[1] >= least[1]:
                return below, beside
    return share, 0


def edge_px(theme: Theme, width: int) -> int:
    """Return the edge at the sides of a tile of `width` px."""
    narrow = width < theme.px(NARROW_PX) and not theme.large
    return theme.px(NARROW_EDGE_PX if narrow else EDGE_PX)


def mark_px(theme: Theme, width: int) -> int:
    """Return the side of the mark beside a title in a tall tile of `width` px inside its edge."""
    narrow = width < theme.px(NARROW_PX - 2 * NARROW_EDGE_PX) and not theme.large
    return theme.px(NARROW_MARK_PX if narrow else MARK_PX)


def title_room(theme: Theme, content: TileContent, plan: TilePlan, inner: tuple[int, int]) -> tuple[int, int]:
    """Return width and height of the title of `content` under this plan, px."""
    width, height = inner
    if plan.facts == "below":
        beside = mark_px(theme, width) + theme.px(MARK_GAP_PX) if plan.mark else 0
        return width - beside, height - 2 * facts_line_px(theme) - theme.px(10)
    beside = min(theme.px(WIDE_MARK_PX), height) + theme.px(WIDE_GAP_PX) if plan.mark else 0
    if plan.facts == "under":
        return width - beside, height - under_px(theme, content)
    facts = facts_width(plan, width)
    return width - beside - plan.letter - facts - (theme.px(16) if facts else 0), height


def under_px(theme: Theme, content: TileContent) -> int:
    """Return the height of the lines under a title: one for each fact, one for the letter alone."""
    return max(1, bool(content.facts) + bool(content.aside)) * facts_line_px(theme)


def facts_width(plan: TilePlan, width: int) -> int:
    """Return the width of the facts in a tile of `width` px inside its edge."""
    return width if plan.facts == "below" else round(width * FACTS_SHARE) if plan.facts else 0


def _title_keeps_size(theme: Theme, content: TileContent, inner: tuple[int, int], plan: TilePlan) -> bool:
    width, height = title_room(theme, content, plan, inner)
    title = theme.font("tile", QFont.Weight.DemiBold)
    if _painted_px(title, content.title, (width, height)) < theme.size("body"):
        return False
    if not theme.large or not plan.facts:
        return True
    body, box = theme.font("body", QFont.Weight.DemiBold), (facts_width(plan, inner[0]), facts_line_px(theme))
    texts = [text for text in (content.facts, content.aside) if text]
    return all(_painted_px(body, text, box, wrap=False) >= theme.px(TYPE_SIZES["body"]) for text in texts)


def _painted_px(font: QFont, text: str, box: tuple[int, int], *, wrap: bool = True) -> int:
    """Return the size in which `text` is painted into `box`; 0 where it does not fit at all."""
    if min(box) <= 0:
        return 0
    return fitted_px(lettered(font, text), text, QRect(0, 0, *box), wrap=wrap)


def facts_line_px(theme: Theme) -> int:
    """Return the height of one line of facts."""
    return round(theme.size("body") * (1.4 if theme.large else 1.55))


def _aside_px(theme: Theme, content: TileContent, width: int) -> int | None:
    """Return the height of the lines under a centred title in large text, px; None where a word is wider."""
    height = _block(theme.font("lead"), content.aside, width)
    return None if height is None else max(height, round(theme.size("lead") * 1.6))


def room_for(theme: Theme, content: TileContent, width: int) -> int | None:
    """Return the height that `content` needs in a tile of `width` px; None where a word is wider than the tile."""
    inner = width - 2 * theme.px(EDGE_PX)
    needed = _centred(theme, content, inner) if content.centred else _tall(theme, content, inner)
    return None if needed is None else needed + 2 * theme.px(RIM_PX)


def room_for_title(theme: Theme, content: TileContent, width: int, size: str = "tile") -> int | None:
    """Return the height that the title alone needs in the type `size` in a tile of `width` px; None as above."""
    font = theme.font(size, QFont.Weight.Bold if content.centred else QFont.Weight.DemiBold)
    needed = _block(font, content.title, width - 2 * theme.px(EDGE_PX))
    return None if needed is None else needed + 2 * theme.px(RIM_PX)


def _centred(theme: Theme, content: TileContent, width: int) -> int | None:
    title = _block(theme.font("headline" if content.aside else "title", QFont.Weight.Bold), content.title, width)
    if title is None or not content.aside:
        return title
    large = theme.large
    aside = _aside_px(theme, content, width) if large else _block(theme.font("lead"), content.aside, width, wrap=False)
    if aside is None:
        return None
    return title + aside if large else round(max(title / (1 - ASIDE_SHARE), aside / ASIDE_SHARE)) + 1


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
