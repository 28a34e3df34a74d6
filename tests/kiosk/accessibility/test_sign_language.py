"""A visitor who signs: the touched service's clip comes first, then the ticket; everybody else goes straight on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.accessibility.sign_language import SignDesk
from kiosk.visitor.session import Step
from tests.display_board.helpers.decoders import GOOD, HANGS, decoder
from tests.helpers.fake_hall import FakeHall
from tests.kiosk.conftest import Hand, Start


@pytest.fixture
def clips(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "clips"
    folder.mkdir()
    (folder / "A.mp4").write_bytes(b"")
    program = decoder(tmp_path, GOOD)
    monkeypatch.setattr("qtkit.video.find_decoder", lambda: program)
    return folder


def at_services(hand: Hand, *, signed: bool) -> SignDesk:
    hand.sees("welcome")
    hand.touch("language_en")
    if signed:
        hand.touch("assist_button")
        hand.touch("assist_signed")
        hand.touch("back_button")
    hand.sees("services")
    found = hand.window.findChild(SignDesk)
    assert found is not None
    return found


def test_the_clip_comes_first_and_the_ticket_after_it(start: Start, hall: FakeHall, clips: Path) -> None:
    hand = start(hall, sign_clips=clips)
    desk = at_services(hand, signed=True)
    hand.touch("tile_A")
    assert desk.shown is not None
    assert desk.shown.headline.text == "Housing assistance"
    assert hand.window.cover() is desk.shown
    hand.touch("sign_back")
    assert (desk.shown, hand.kiosk.session.step) == (None, Step.SERVICES)
    hand.touch("tile_A")
    hand.touch("sign_take")
    hand.sees("ticket")
    assert desk.shown is None


def test_without_a_clip_or_without_asking_for_it_nothing_comes_between(
    start: Start, hall: FakeHall, clips: Path
) -> None:
    hand = start(hall, sign_clips=clips)
    at_services(hand, signed=True)
    hand.touch("tile_Q")
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)
    hand.touch("back_button")
    at_services(hand, signed=False)
    hand.touch("tile_A")
    hand.sees("ticket")


def test_who_watches_is_not_idle_and_the_clip_goes_with_the_session(
    start: Start, hall: FakeHall, clips: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = decoder(tmp_path, HANGS)
    monkeypatch.setattr("qtkit.video.find_decoder", lambda: program)
    hand = start(hall, sign_clips=clips)
    desk = at_services(hand, signed=True)
    hand.touch("tile_A")
    touched: list[int] = []
    hand.running.idle.touched.connect(lambda: touched.append(1))
    hand.sees_that(lambda: bool(touched))
    hand.kiosk._take_idle(1000.0)
    hand.sees("welcome")
    assert desk.shown is None


def test_without_clips_sign_language_is_not_offered(start: Start, hall: FakeHall) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hand.touch("assist_button")
    assert [tile.content.key for tile in hand.window.bodies.assist.grid.tiles] == ["text", "contrast", "reach"]
