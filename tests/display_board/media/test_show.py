from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from display_board.drawing.sizes import Parts, Screen, board_sizes
from display_board.media.playlist import files_in
from display_board.media.show import MediaShow, media_show, prepare
from display_board.media.view import Media
from qtkit.program.jobs import JobLane
from qtkit.video import Video
from tests.display_board.helpers.board_parts import LANDSCAPE, theme_of
from tests.display_board.helpers.decoders import BREAKS_OFF, GOOD, decoder
from tests.helpers.hand_driven import HandDriven

PLACE = QSize(960, 426)
PATIENCE_MS = 60_000


def picture(file: Path, colour: str, width: int = 40, height: int = 30) -> None:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(file))


def view(qtbot: QtBot) -> Media:
    sizes = board_sizes(Screen(*LANDSCAPE, 43, 12), Parts(media=True))
    part = Media(theme_of(LANDSCAPE), sizes)
    part.setFixedSize(part.sizeHint())
    qtbot.addWidget(part)
    return part


class Running:
    """A show whose lane is driven by hand."""

    def __init__(self, qtbot: QtBot, folder: Path, video: Video | None = None) -> None:
        self.hand = HandDriven()
        self.view = view(qtbot)
        self.show = MediaShow(self.view, folder, picture_s=3600, video=video, lane=JobLane(self.hand))
        self._qtbot = qtbot

    def turn(self) -> str:
        """Let the next file be prepared and shown; return its name."""
        before = self.show.shown
        self.show.show_next()
        self.hand.run_all()
        self._qtbot.waitUntil(lambda: self.show.shown != before, timeout=PATIENCE_MS)
        assert self.show.shown is not None
        return self.show.shown.path.name

    def middle(self) -> str:
        """Return the colour in the middle of the place."""
        grabbed = self.view.grab().toImage()
        return grabbed.pixelColor(grabbed.width() // 2, grabbed.height() // 2).name()


def test_pictures_are_shown_in_turn_and_new_ones_take_part(qtbot: QtBot, tmp_path: Path) -> None:
    picture(tmp_path / "a.png", "#102030")
    picture(tmp_path / "c.png", "#405060")
    running = Running(qtbot, tmp_path)
    assert (running.turn(), running.middle()) == ("a.png", "#102030")
    picture(tmp_path / "b.png", "#708090")
    assert (running.turn(), running.middle()) == ("b.png", "#708090")
    assert (running.turn(), running.middle()) == ("c.png", "#405060")
    assert running.turn() == "a.png"


@pytest.mark.allow_logs
def test_a_file_that_is_no_picture_is_named_once_and_passed_over_until_it_changes(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "a.png"
    broken.write_bytes(b"no picture")
    picture(tmp_path / "b.png", "#708090")
    running = Running(qtbot, tmp_path)
    assert running.turn() == "a.png"
    assert running.turn() == "b.png"
    picture(tmp_path / "b2.png", "#708091")
    assert running.turn() == "b2.png"
    assert running.turn() == "b.png"
    assert len([record for record in caplog.records if "a.png is not shown" in record.getMessage()]) == 1
    picture(broken, "#102030")
    os.utime(broken, ns=(1, 1))
    running.turn()
    assert running.turn() == "a.png"
    assert running.middle() == "#102030"


def test_an_emptied_folder_clears_the_place(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    picture(file, "#708090")
    running = Running(qtbot, tmp_path)
    running.turn()
    file.unlink()
    running.show.show_next()
    running.hand.run_all()
    qtbot.waitUntil(lambda: running.view.image is None, timeout=PATIENCE_MS)


def test_without_a_decoder_only_pictures_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"x")
    picture(tmp_path / "b.png", "#708090")
    running = Running(qtbot, tmp_path)
    assert running.turn() == "b.png"
    assert running.show.shown is not None
    running.show.show_next()
    running.hand.run_all()
    qtbot.wait(20)
    assert running.show.shown.path.name == "b.png"


def test_a_video_plays_to_its_end_and_the_next_file_follows(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"x")
    picture(tmp_path / "b.png", "#708090")
    (tmp_path / "bin").mkdir()
    video = Video(decoder(tmp_path / "bin", GOOD), "#06211F")
    shown = MediaShow(view(qtbot), tmp_path, picture_s=3600, video=video)
    greys: list[int] = []
    video.frame.connect(lambda image: greys.append(image.pixelColor(1, 1).red()))
    shown.start()
    qtbot.waitUntil(lambda: shown.shown is not None and shown.shown.path.name == "b.png", timeout=PATIENCE_MS)
    assert greys[-1] == 30
    shown.stop()


@pytest.mark.allow_logs
def test_a_video_that_breaks_off_is_passed_over(qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "a.mp4").write_bytes(b"x")
    picture(tmp_path / "b.png", "#708090")
    (tmp_path / "bin").mkdir()
    shown = MediaShow(
        view(qtbot), tmp_path, picture_s=3600, video=Video(decoder(tmp_path / "bin", BREAKS_OFF), "#06211F")
    )
    shown.start()
    qtbot.waitUntil(lambda: shown.shown is not None and shown.shown.path.name == "b.png", timeout=PATIENCE_MS)
    assert "a.mp4 is not shown: moov atom not found" in caplog.text
    shown.stop()


@pytest.mark.parametrize(
    ("width", "height", "fits"), [(4000, 3000, (568, 426)), (3000, 300, (960, 96)), (96, 43, None)]
)
def test_a_large_picture_is_read_no_larger_than_its_place(
    tmp_path: Path, width: int, height: int, fits: tuple[int, int] | None
) -> None:
    picture(tmp_path / "a.jpg", "#708090", width, height)
    prepared = prepare(tmp_path, None, frozenset(), PLACE, videos=True)
    assert prepared.image is not None
    shown = (prepared.image.width(), prepared.image.height())
    assert shown[0] <= 960
    assert shown[1] <= 426
    assert abs(shown[0] / shown[1] - width / height) < 0.06 * width / height
    assert fits is None or shown == fits


def test_a_decoder_is_missed_only_where_there_are_videos(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    picture(tmp_path / "a.png", "#708090")
    parent = QObject()
    shown = media_show(view(qtbot), tmp_path, picture_s=9, ground="#06211F", decoder=None, parent=parent)
    assert shown is not None
    assert caplog.records == []
    assert media_show(view(qtbot), None, picture_s=9, ground="#06211F", decoder=None, parent=parent) is None
    shown.stop()


@pytest.mark.allow_logs
def test_a_board_that_cannot_show_videos_says_so(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "a.mp4").write_bytes(b"x")
    parent = QObject()
    shown = media_show(view(qtbot), tmp_path, picture_s=9, ground="#06211F", decoder=None, parent=parent)
    assert shown is not None
    assert "ffmpeg is not installed" in caplog.text
    shown.stop()


@pytest.mark.allow_logs
def test_a_screen_without_a_place_for_pictures_says_so(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = Media(theme_of(LANDSCAPE), board_sizes(Screen(*LANDSCAPE, 43, 12)))
    qtbot.addWidget(nowhere)
    assert media_show(nowhere, tmp_path, picture_s=9, ground="#06211F", decoder=None, parent=QObject()) is None
    assert "no place for the pictures" in caplog.text
    assert files_in(tmp_path) == ()
