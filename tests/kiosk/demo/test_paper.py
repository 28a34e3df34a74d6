from __future__ import annotations

import pytest

from kiosk.demo.paper_roll import PaperRoll
from kiosk.program.composition import show_paper
from tests.helpers.fake_hall import FakeHall
from tests.kiosk.conftest import Start


def test_what_somebody_lets_happen_to_the_paper_of_the_demo_is_on_the_screen(
    hall: FakeHall, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PaperRoll, "show", lambda roll: None)
    hand = start(hall)
    show_paper(hand.running)
    hand.sees("welcome")
    (roll,) = hand.window.findChildren(PaperRoll)
    roll.fault_wanted.emit("paper-out")
    hand.sees("notice")
    roll.fault_wanted.emit("refill")
    hand.sees("welcome")


def test_the_paper_of_the_demo_slides_out(hall: FakeHall, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[int] = []
    monkeypatch.setattr(PaperRoll, "show", lambda roll: None)  # the offscreen platform cannot raise a window
    monkeypatch.setattr(PaperRoll, "show_sheet", lambda roll, sheet: shown.append(sheet.height()))
    hand = start(hall)
    show_paper(hand.running)
    hand.sees("welcome")
    hand.touch("language_ar")
    hand.touch("tile_A")
    hand.sees_that(lambda: bool(shown))
    assert shown[0] > 500
