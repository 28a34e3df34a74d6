"""A real program driven by its real controls, and the message when it cannot be driven."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread
from tools.qt_driver.driven_program import DrivenProgram, DrivingError, until


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def test_a_kiosk_is_pressed_until_a_ticket_is_there_and_a_wrong_press_names_what_there_is(
    hall: RunningHall, tmp_path: Path
) -> None:
    options = ["--hall", hall.base, "--device", hall.devices["kiosk"], "--size", "1080x1920", "--printer", "memory:"]
    token = hall.tokens["kiosk"]
    with DrivenProgram("kiosk", options, token=token, log=tmp_path / "kiosk.log") as kiosk:
        assert kiosk.wait_for("language_en")["enabled"]
        with pytest.raises(DrivingError, match=r"kiosk: .*no visible control 'lift'.*language_en"):
            kiosk.tell(press="lift")
        assert not kiosk.sees("tile_A")
        kiosk.tell(press="language_en")
        kiosk.wait_for("tile_A")
        assert kiosk.sees("tile_A")
        assert "tile_A" in kiosk.names()
        kiosk.tell(touch="tile_A")
        kiosk.wait_for("ticket_code")
        assert kiosk.tell(grab=str(tmp_path / "kiosk.png")) == {"ok": True}
        with pytest.raises(DrivingError, match=r"not within 0\.1 s: kiosk shows lift; there is"):
            kiosk.wait_for("lift", timeout_s=0.1)
    assert (tmp_path / "kiosk.png").stat().st_size > 10_000
    assert good(hall.get("/visits?ticket=A001", "head"))


def test_a_program_that_ends_tells_its_last_words(tmp_path: Path) -> None:
    wrong = ["--hall", "no address"]
    with (
        DrivenProgram("kiosk", wrong, token="t", log=tmp_path / "log") as kiosk,
        pytest.raises(DrivingError, match=r"kiosk ended:\n(.*\n)*.*--hall no address"),
    ):
        kiosk.names()


def test_until_returns_at_once_and_tells_what_there_is_instead_when_it_gives_up() -> None:
    until(lambda: True, "never asked twice", lambda: "nothing", timeout_s=0)
    with pytest.raises(DrivingError, match=r"not within 0\.05 s: pigs fly; there is a pig"):
        until(lambda: False, "pigs fly", lambda: "a pig", timeout_s=0.05)
