from __future__ import annotations

import pytest

from printer.documents.scale import SCALES, Sheet
from printer.profiles import PAPERS, Link, paper_of
from tests.printer.samples import ticket


def test_each_paper_has_its_scale() -> None:
    assert set(SCALES) == set(PAPERS)


@pytest.mark.parametrize("paper_mm", sorted(SCALES))
def test_small_type_is_still_read_and_the_number_stands_out(paper_mm: int) -> None:
    scale = SCALES[paper_mm]
    assert min(scale.label, scale.small) >= 22, "below some 2.7 mm Arabic marks run together at 203 dots an inch"
    assert scale.number > 3 * max(scale.service, scale.figure, scale.hall)


@pytest.mark.parametrize(("link", "native"), [(Link.FAST, False), (Link.SERIAL, False), (Link.SLOW, True)])
def test_only_a_slow_line_takes_figures_as_text(link: Link, native: bool) -> None:
    assert Sheet(ticket(), paper_of(80), link, SCALES[80]).native is native
