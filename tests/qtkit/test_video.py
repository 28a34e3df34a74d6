from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from qtkit.video import LARGEST_PX, Video, decoder_options, find_decoder, frame_size
from tests.display_board.helpers.decoders import BREAKS_OFF, BURST, GOOD, HALF_A_FRAME, HANGS, NOTHING, decoder

PLACE = QSize(64, 36)
PATIENCE_MS = 60_000


class Seen:
    """What a video told: the grey of each frame, and how it ended."""

    def __init__(self, video: Video) -> None:
        self.greys: list[int] = []
        self.sizes: set[tuple[int, int]] = set()
        self.ended: list[str] = []
        video.frame.connect(self._frame)
        video.ended.connect(self.ended.append)

    def _frame(self, image: QImage) -> None:
        self.greys.append(image.pixelColor(3, 3).red())
        self.sizes.add((image.width(), image.height()))


def played(qtbot: QtBot, folder: Path, does: str) -> Seen:
    video = Video(decoder(folder, does), "#06211F")
    seen = Seen(video)
    video.play(folder / "a.mp4", PLACE)
    qtbot.waitUntil(lambda: bool(seen.ended), timeout=PATIENCE_MS)
    assert not video.playing
    return seen


def test_a_video_is_shown_frame_by_frame_to_its_end(qtbot: QtBot, tmp_path: Path) -> None:
    seen = played(qtbot, tmp_path, GOOD)
    assert seen.ended == [""]
    assert seen.greys[-1] == 30
    assert seen.greys == sorted(seen.greys)
    assert seen.sizes == {(64, 36)}


def test_a_busy_board_shows_the_newest_frame_of_those_that_wait(qtbot: QtBot, tmp_path: Path) -> None:
    seen = played(qtbot, tmp_path, BURST)
    assert seen.ended == [""]
    assert seen.greys[-1] == 40
    assert seen.greys == sorted(seen.greys)


@pytest.mark.parametrize(
    ("does", "why"), [(BREAKS_OFF, "moov atom not found"), (NOTHING, "ended with 0 after 0 frames")]
)
def test_a_video_that_breaks_off_tells_why(qtbot: QtBot, tmp_path: Path, does: str, why: str) -> None:
    (told,) = played(qtbot, tmp_path, does).ended
    assert why in told


def test_bytes_that_are_no_whole_frame_are_not_shown(qtbot: QtBot, tmp_path: Path) -> None:
    seen = played(qtbot, tmp_path, HALF_A_FRAME)
    assert (seen.greys, seen.ended) == ([10], [""])


def test_a_decoder_that_cannot_be_started_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    video = Video(str(tmp_path / "nowhere"), "#06211F")
    seen = Seen(video)
    video.play(tmp_path / "a.mp4", PLACE)
    qtbot.waitUntil(lambda: bool(seen.ended), timeout=PATIENCE_MS)
    assert "nowhere could not be started" in seen.ended[0]


def test_a_decoder_that_hangs_is_ended_and_told_of(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qtkit.video.SILENCE_MS", 500)
    seen = played(qtbot, tmp_path, HANGS)
    assert seen.ended == ["no picture for 0 s"]


def test_a_video_that_is_stopped_says_nothing_more(qtbot: QtBot, tmp_path: Path) -> None:
    video = Video(decoder(tmp_path, HANGS), "#06211F")
    seen = Seen(video)
    video.play(tmp_path / "a.mp4", PLACE)
    qtbot.waitUntil(lambda: seen.greys == [10], timeout=PATIENCE_MS)
    video.stop()
    assert not video.playing
    qtbot.wait(50)
    assert seen.ended == []


@pytest.mark.parametrize(
    ("place", "size"),
    [(QSize(960, 426), (960, 426)), (QSize(961, 427), (960, 426)), (QSize(1, 1), (2, 2))],
)
def test_frames_have_the_size_of_their_place(place: QSize, size: tuple[int, int]) -> None:
    assert frame_size(place).toTuple() == size


def test_frames_for_a_huge_place_are_smaller_and_of_its_shape() -> None:
    size = frame_size(QSize(3840, 1700))
    assert size.width() * size.height() <= LARGEST_PX
    assert size.width() / size.height() == pytest.approx(3840 / 1700, rel=0.01)


def test_only_files_are_read_and_no_address() -> None:
    options = decoder_options(Path("/media/-i.mp4"), PLACE, "#06211F")
    assert options[options.index("-protocol_whitelist") + 1] == "file"
    assert options[options.index("-i") + 1] == "file:/media/-i.mp4"
    assert "-an" in options


@pytest.mark.skipif(find_decoder() is None, reason="ffmpeg is not installed here: videos are an option")
def test_a_real_video_is_shown_whole_in_the_middle(qtbot: QtBot, tmp_path: Path) -> None:
    made = tmp_path / "white.mp4"
    ffmpeg = shutil.which("ffmpeg")
    assert ffmpeg is not None
    source = ["-f", "lavfi", "-i", "color=white:size=32x32:rate=25:duration=0.4"]
    subprocess.run([ffmpeg, "-loglevel", "error", *source, "-pix_fmt", "yuv420p", str(made)], check=True)
    video = Video(ffmpeg, "#06211F")
    seen, images = Seen(video), []
    video.frame.connect(images.append)
    video.play(made, QSize(96, 32))
    qtbot.waitUntil(lambda: bool(seen.ended), timeout=PATIENCE_MS)
    assert seen.ended == [""]
    assert images
    middle, edge = images[-1].pixelColor(48, 16), images[-1].pixelColor(5, 16)
    assert min(middle.red(), middle.green(), middle.blue()) > 240
    assert max(abs(edge.red() - 0x06), abs(edge.green() - 0x21), abs(edge.blue() - 0x1F)) < 12
