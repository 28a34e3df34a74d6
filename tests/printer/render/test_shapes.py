from __future__ import annotations

import pytest

from printer.profiles import paper_of
from printer.render.blocks import Emblem, Rule
from printer.render.shapes import emblem, qr_picture, rule

PAPER = paper_of(80)


@pytest.mark.parametrize("dotted", [True, False])
def test_a_rule_runs_from_margin_to_margin(dotted: bool) -> None:
    ink = rule(Rule(dotted=dotted), PAPER).ink()
    assert ink is not None
    assert ink[0] == pytest.approx(PAPER.side_dots, abs=8)
    assert ink[0] == pytest.approx(PAPER.dots - ink[2], abs=1)


def test_the_emblem_is_in_the_middle_and_has_its_size() -> None:
    ink = emblem(Emblem(64), PAPER).ink()
    assert ink is not None
    assert (ink[0] + ink[2]) / 2 == pytest.approx(PAPER.dots / 2, abs=1)
    assert ink[3] - ink[1] == pytest.approx(62, abs=3)


def test_a_qr_code_has_square_modules_in_the_middle() -> None:
    picture = qr_picture("HELLO", 5, 384)
    assert picture.height == 21 * 5
    ink = picture.ink()
    assert ink is not None
    assert ink[2] - ink[0] == 105
    assert abs(ink[0] - (384 - ink[2])) <= 1
