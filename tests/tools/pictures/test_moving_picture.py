"""The moving picture of the README: its story over a busy hall, and its size on disk."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PIL import Image

from tests.tools.pictures.busy import busy_hall_in_a_thread
from tools.pictures import moving_picture
from tools.pictures.moving_picture import MOST_BYTES, SIZE, Frame, write

LASTS_MS = (17_000, 23_000)


def test_it_is_written_within_three_megabytes_with_every_frame_as_long_as_it_is_seen(tmp_path: Path) -> None:
    frames = [Frame(Image.new("RGB", SIZE, (at * 20, 90, 80)), 300 + at) for at in range(5)]
    write(frames, tmp_path / "moving.webp")
    with Image.open(tmp_path / "moving.webp") as moving:
        assert getattr(moving, "n_frames", 1) == 5
        assert moving.size == SIZE
    assert (tmp_path / "moving.webp").stat().st_size <= MOST_BYTES


def test_what_cannot_be_made_small_enough_is_refused(tmp_path: Path) -> None:
    chance = random.Random(1)
    noise = [Frame(Image.frombytes("RGB", SIZE, chance.randbytes(SIZE[0] * SIZE[1] * 3)), 100) for _ in range(2)]
    with pytest.raises(ValueError, match="more than"):
        write(noise, tmp_path / "moving.webp", most_bytes=2000)


@pytest.mark.full
def test_the_story_of_one_visitor_lasts_about_twenty_seconds(tmp_path: Path) -> None:
    with busy_hall_in_a_thread(tmp_path) as (hall, tokens, _):
        path = moving_picture.take(hall.base, tokens, tmp_path, tmp_path)
    with Image.open(path) as moving:
        lasts_ms = 0
        for at in range(getattr(moving, "n_frames", 1)):
            moving.seek(at)
            moving.load()
            lasts_ms += moving.info["duration"]
    assert LASTS_MS[0] <= lasts_ms <= LASTS_MS[1]
