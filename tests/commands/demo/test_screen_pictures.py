"""Pictures of the screens of a real hall: drawn, large and not empty; what cannot be taken is left out."""

from __future__ import annotations

import threading
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from commands.demo.screen_pictures import take_page, take_pictures
from tests.tools.pictures.busy import busy_hall_in_a_thread


def colours(picture: Path) -> int:
    """Return how many different colours a coarse look at the picture finds: an empty screen has one or two."""
    image = QImage(str(picture)).scaled(64, 64)
    return len({image.pixel(x, y) for x in range(64) for y in range(64)})


@pytest.mark.full
def test_every_screen_is_taken_in_arabic(tmp_path: Path) -> None:
    with busy_hall_in_a_thread(tmp_path) as (hall, tokens, _):
        head = f"{hall.base}/enter#{tokens.head}"
        taken = list(
            islice(take_pictures(hall.base, head, tokens, tmp_path / "new" / "pictures", threading.Event()), 4)
        )
    assert [path.name for path in taken] == ["kiosk_ar.png", "board_ar.png", "counter_ar.png", "head_ar.png"]
    assert {path.name: colours(path) > 20 for path in taken} == {path.name: True for path in taken}
    assert QImage(str(taken[0])).size().toTuple() == (1080, 1920)
    assert QImage(str(taken[3])).size().toTuple() == (1440, 900)


def test_without_a_browser_the_old_picture_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    old = tmp_path / "page.png"
    old.write_bytes(b"of an earlier morning")
    assert not take_page("http://127.0.0.1:9", old)
    assert old.read_bytes() == b"of an earlier morning"
