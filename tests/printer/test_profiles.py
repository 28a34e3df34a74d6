from __future__ import annotations

import pytest

from printer.profiles import DOTS_PER_MM, PAPERS, PaperProfile, PaperWidthError, paper_of


@pytest.mark.parametrize("paper", list(PAPERS.values()), ids=str)
def test_each_paper_is_whole_bytes_wide_and_narrower_than_its_roll(paper: PaperProfile) -> None:
    assert paper.dots % 16 == 0, "also at half resolution"
    assert paper.dots < paper.paper_mm * DOTS_PER_MM
    assert 0 < paper.usable_dots < paper.dots


@pytest.mark.parametrize("width", [0, -80, 76, 8000])
def test_any_other_width_is_refused(width: int) -> None:
    with pytest.raises(PaperWidthError, match=f"{width} mm is not supported"):
        paper_of(width)
