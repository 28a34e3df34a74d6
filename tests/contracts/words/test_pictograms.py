from __future__ import annotations

from contracts.words.pictograms import Pictogram
from qtkit.widgets.icons import SIGNS


def test_every_pictogram_of_a_service_is_drawn() -> None:
    assert {one.value for one in Pictogram} < set(SIGNS)
