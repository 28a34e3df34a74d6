from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from counter_client.bar.face import BarFace
from counter_client.bar.presenter import derive_bar
from counter_client.state.state import Inputs, Notice, Practice, Tone
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.counter_client.helpers.builders import NINE, ON_BREAK, at_work, row, serving, visit, workplace
from tests.helpers.replacing import replace

WALK_UP = at_work(replace(serving(), ticket=""), bar=True)


def on_break_for(left_s: int) -> Inputs:
    """Return the inputs of an agent whose break ends in `left_s` seconds."""
    session = replace(ON_BREAK, break_until=NINE + timedelta(seconds=left_s))
    return at_work(workplace=workplace(session=session), bar=True)


TABLE: list[tuple[Inputs, str]] = [
    (at_work(visit(), row("B001"), row("B002"), bar=True), "A047 Called   ·   2 waiting"),
    (at_work(bar=True), "The counter is free 0 waiting"),
    (at_work(visit(), bar=True, practice=Practice("123456")), "Training A047 Called   ·   0 waiting"),
    (WALK_UP, "Visit without a ticket Being served   ·   0 waiting"),
    (at_work(workplace=workplace(session=ON_BREAK), bar=True), "On a break   ·   Prayer 0 waiting"),
    (on_break_for(300), "On a break   ·   Prayer 05:00 of the break left"),
    (on_break_for(-130), "On a break   ·   Prayer The break is over by 02:10"),
    (at_work(bar=True, now_s=75.0, cut_off_s=0.0), "The counter is free No connection for 01:15"),
    (
        at_work(bar=True, notice=Notice(Tone.WARNING, "call_again")),
        "The counter is free You have just called a number. Press again to call another.",
    ),
]


@pytest.mark.parametrize(("inputs", "said"), TABLE)
def test_it_says_what_must_be_known_first(
    holder: QWidget, theme: Theme, english: Language, inputs: Inputs, said: str
) -> None:
    face, bar = BarFace(english), derive_bar(inputs)
    assert bar is not None
    face.show_view(bar)
    assert face.accessibleName() == said
    face.resize(520, 72)
    assert not face.grab().isNull()
