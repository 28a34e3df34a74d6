"""Pictures in a plain frame of their device: larger by the frame, the screen itself untouched."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tools.pictures.device_frames import KIOSK, PHONE, frame, on_desktop

RED = (200, 30, 30)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    Image.new("RGB", (412, 860), RED).save(tmp_path / "screen.png")
    return tmp_path / "screen.png"


@pytest.mark.parametrize(("device", "wide"), [(PHONE, 14), (KIOSK, 44)])
def test_the_frame_is_drawn_around_the_screen(picture: Path, device: str, wide: int) -> None:
    with Image.open(frame(picture, device)) as framed:
        assert framed.size == (412 + 2 * wide, 860 + 2 * wide)
        assert framed.convert("RGB").getpixel((framed.width // 2, framed.height // 2)) == RED
        assert framed.convert("RGBA").getpixel((0, 0))[3] == 0, "the corners are round"  # type: ignore[index]  # RGBA


def test_a_small_window_lies_on_an_empty_desktop_above_the_task_bar(tmp_path: Path) -> None:
    Image.new("RGB", (900, 72), RED).save(tmp_path / "bar.png")
    with Image.open(on_desktop(tmp_path / "bar.png")) as desk:
        assert desk.size == (1366, 320)
        assert desk.getpixel((683, 138)) == RED
        assert desk.getpixel((683, 319)) != RED
