"""Arabic on papers printed by others' code, against the same lines shaped by another engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from PIL import features

from printer.profiles import Link, PaperProfile
from printer.render.blocks import Block, Columns, Pair, Text
from printer.render.raster import draw
from tests.printer.acceptance.cases import CASES, Case, each, layout_rows
from tests.printer.acceptance.printed import Printed
from tests.printer.acceptance.shaping import components, dots, overlap, shaped, unjoined, width

LEAST_OVERLAP = 0.8
ARABIC = [
    case
    for case in CASES
    if case.link is Link.FAST and case.native_qr and case.language.value != "en"
    if case.is_ticket and case.kind != "long-names"
]


@dataclass(frozen=True)
class Line:
    """A line of Arabic: as the layout names it, and as it stands on the paper."""

    block: Text
    printed: tuple[int, ...]


def lines(case: Case, paper: Printed) -> list[Line]:
    """Return the Arabic lines of a paper that stand there at the size the layout gives, on one line."""
    rows, bands = layout_rows(case)
    blank = next(at for at, row in enumerate(rows) if any(row))
    found = []
    for band in bands:
        for block, left, right in _texts(band.block, case.paper):
            if width(block.text, block.weight, block.size_dots) > 0.96 * min(right - left, case.paper.usable_dots):
                continue  # made smaller, or broken into lines, to fit
            printed = paper.band(band.top - blank, band.bottom - blank)
            found.append(Line(block, tuple(dots(printed.crop((left, 0, right, printed.height))))))
    return found


def _texts(block: Block, paper: PaperProfile) -> Iterator[tuple[Text, int, int]]:
    """Go through the Arabic of a block, with the columns of dots in which it stands."""
    middle = paper.dots // 2
    match block:
        case Text(rtl=True):
            yield block, 0, paper.dots
        case Columns(right=(right,), left=(left,)):
            yield from ((text, at, end) for text, at, end in _halves(left, right, middle, paper) if text.rtl)
        case Pair(right=right, left=left) if len(draw(block, paper)) == 1:
            edge = paper.dots - paper.side_dots
            yield right, int(edge - width(right.text, right.weight, right.size_dots)) - 8, paper.dots


def _halves(left: Text, right: Text, middle: int, paper: PaperProfile) -> list[tuple[Text, int, int]]:
    return [(left, paper.side_dots, middle - 4), (right, middle + 4, paper.dots - paper.side_dots)]


@cache
def likeness(line: Line, text: str) -> tuple[bool, float]:
    """Say whether the line has as many pieces of ink as `text` shaped by raqm has, and how much they overlap.

    Pieces are counted at every place within a dot where the two are alike: whether two marks a hair apart touch depends
    on it, so the number may lie between the least and the most.
    """
    places = [
        (overlap(list(line.printed), theirs), theirs)
        for theirs in shaped(text, line.block.weight, line.block.size_dots)
    ]
    counts = {components(theirs) for share, theirs in places if share >= LEAST_OVERLAP}
    pieces = components(list(line.printed))
    return bool(counts) and min(counts) <= pieces <= max(counts), max(share for share, _ in places)


@pytest.mark.parametrize("case", each(ARABIC))
def test_letters_are_joined_and_ordered_as_another_engine_does(case: Case, printed: dict[Case, Printed]) -> None:
    found = lines(case, printed[case])
    assert len(found) >= (1 if case.kind in {"hall-away", "nobody-knows"} else 2), (
        "a ticket without figures has fewer lines"
    )
    for line in found:
        pieces, share = likeness(line, line.block.text)
        assert pieces, line.block.text
        assert share >= LEAST_OVERLAP, (line.block.text, share)


def test_the_check_sees_letters_that_are_not_joined_and_words_that_are_turned_round(
    printed: dict[Case, Printed],
) -> None:
    """Without this control the check above might approve of anything."""
    seen = 0
    for line in lines(ARABIC[0], printed[ARABIC[0]]):
        text = line.block.text
        if len(text) < 8:
            continue
        seen += 1
        assert likeness(line, unjoined(text)) < (False, LEAST_OVERLAP)
        assert not {
            components(kept_apart) for kept_apart in shaped(unjoined(text), line.block.weight, line.block.size_dots)
        } & {components(list(line.printed))}
        assert likeness(line, text[::-1])[1] < LEAST_OVERLAP
    assert seen >= 2


def test_the_other_engine_is_there() -> None:
    assert features.check("raqm"), "Pillow comes with raqm in its wheels"
