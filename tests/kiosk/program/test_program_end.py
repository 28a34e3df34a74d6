from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.device.power import PowerError
from kiosk.program import program_end
from kiosk.program.composition import ends_of
from qtkit.program.single_instance import SingleInstance
from tests.helpers.fake_hall import FakeHall
from tests.kiosk.conftest import Start


def test_a_crash_shows_the_calm_screen_before_the_restart(
    hall: FakeHall, start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hand = start(hall)
    hand.sees("welcome")
    restarted: list[bool] = []
    monkeypatch.setattr(program_end, "restart", lambda: restarted.append(True))
    seat = SingleInstance("kiosk", tmp_path)
    seat.take()
    ends_of(hand.running, seat).start_again(0.01)
    hand.sees("notice")
    assert not hand.window.isEnabled()
    hand.sees_that(lambda: restarted == [True])
    SingleInstance("kiosk", tmp_path).take()


def test_staff_hear_why_the_machine_does_not_restart(
    hall: FakeHall, start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(act: str) -> None:
        raise PowerError(f"no right to {act}")

    hand = start(hall)
    hand.sees("welcome")
    refused: list[str] = []
    monkeypatch.setattr(program_end, "switch", refuse)
    monkeypatch.setattr(hand.kiosk.staff, "power_refused", refused.append)
    ends_of(hand.running, SingleInstance("kiosk", tmp_path)).switch("restart_device")
    hand.sees_that(lambda: refused == ["no right to restart_device"])
