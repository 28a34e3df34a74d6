"""The test slip that staff print: marks at both edges of the head, the paper's width, the device and the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from printer.documents import wording
from printer.documents.ticket import Digits
from printer.profiles import PaperProfile
from printer.render.bitmap import Bitmap
from printer.render.blocks import Block, Framed, Gap, Logo, Pair, Rule, Text, Weight

_ARROW_DOTS = 48
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Trial:
    """What stands on the slip; `at` is aware and printed in `zone`."""

    device: str
    at: datetime
    zone: str = "Asia/Muscat"
    digits: Digits = Digits.WESTERN


def lay_out_trial(trial: Trial, paper: PaperProfile) -> tuple[Block, ...]:
    """Return the slip's blocks: a roll of the wrong width cuts off an arrow, or leaves white beside it."""
    arrows = Logo(edge_arrows(paper.dots))
    when = wording.date_text(trial.at.astimezone(ZoneInfo(trial.zone)), trial.digits)
    title, no_ticket, width, edges = (wording.label(f"trial.{key}") for key in ("title", "no_ticket", "width", "edges"))
    arabic_width = wording.in_digits(width.ar.format(mm=paper.paper_mm), trial.digits)
    return (
        arrows,
        Gap(10),
        Framed(Text(f"{title.ar} · {title.en}", 34, Weight.BOLD, rtl=True, max_lines=1)),
        Gap(8),
        _pair(no_ticket.ar, no_ticket.en, Weight.SEMI_BOLD),
        _pair(arabic_width, width.en.format(mm=paper.paper_mm)),
        Text(edges.ar, 24, rtl=True),
        Text(edges.en, 24),
        Gap(8),
        Rule(dotted=True),
        Gap(6),
        _pair(when.ar, when.en),
        Text(trial.device[:_LONGEST_NAME] or "-", 24, max_lines=2),
        Gap(10),
        arrows,
    )


def edge_arrows(dots: int) -> Bitmap:
    """Return two triangles whose tips are the head's first and last dot, with a thin line from edge to edge.

    >>> edge_arrows(16).ink()[::2]
    (0, 16)
    """
    rows = []
    size = min(_ARROW_DOTS, dots // 2)
    for row in range(size):
        reach = size - abs(2 * row + 1 - size)  # black dots of this row, at either edge
        line = (1 << dots) - 1 if row in {size // 2 - 1, size // 2} else 0
        left = ((1 << reach) - 1) << (dots - reach)
        right = (1 << reach) - 1
        rows.append((line | left | right).to_bytes(dots // 8))
    return Bitmap(dots, b"".join(rows))


def _pair(ar: str, en: str, weight: Weight = Weight.REGULAR) -> Pair:
    return Pair(Text(ar, 24, weight, rtl=True), Text(en, 24, weight))
