"""Show the pictures and videos of a folder one after the other, for as long as the board runs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from display_board.media.playlist import MediaFile, files_in, next_file
from display_board.media.view import Media
from qtkit.program.jobs import JobLane
from qtkit.video import Video

log = logging.getLogger(__name__)

LOOK_AGAIN_MS = 30_000
"""While the folder has nothing that can be shown it is looked at again after this."""


@dataclass(frozen=True)
class Prepared:
    """What is shown next; `image` None where it is a video, `file` None where there is nothing."""

    file: MediaFile | None
    image: QImage | None = None
    broken: str = ""


class MediaShow(QObject):
    """Reads and shrinks pictures on a background thread, so that no call waits for a large one.

    A file that cannot be shown is named in the log once and passed over until it changes. Without a decoder (`video`
    None) videos are passed over too.
    """

    def __init__(
        self,
        view: Media,
        folder: Path,
        *,
        picture_s: float,
        video: Video | None,
        lane: JobLane | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._folder, self._picture_s, self._video = view, folder, picture_s, video
        self._lane = lane if lane is not None else JobLane(parent=self)
        self._last: MediaFile | None = None
        self._passed_over: frozenset[MediaFile] = frozenset()
        self._turn = QTimer(self)
        self._turn.setObjectName("media_turn")
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self.show_next)
        if video is not None:
            video.frame.connect(view.show_image)
            video.ended.connect(self._video_ended)

    @property
    def shown(self) -> MediaFile | None:
        """Return the file shown last."""
        return self._last

    def start(self) -> None:
        """Show the first file, and go on until `stop()`."""
        self.show_next()

    def stop(self) -> None:
        """End the video and the lane."""
        self._turn.stop()
        if self._video is not None:
            self._video.stop()
        self._lane.stop()

    def show_next(self) -> None:
        """Prepare the next file off this thread, then show it."""
        self._lane.submit(self._preparing(), self._prepared)

    def _preparing(self) -> Callable[[], Prepared]:
        # The lane is given values only: it touches neither this object nor the view.
        folder, last, passed_over, videos = self._folder, self._last, self._passed_over, self._video is not None
        size = self._view.size() * self._view.devicePixelRatio()
        return lambda: prepare(folder, last, passed_over, size, videos=videos)

    def _prepared(self, prepared: Prepared | None, error: Exception | None) -> None:
        if prepared is None or prepared.file is None:
            if error is not None:
                log.error("pictures of %s cannot be shown", self._folder, exc_info=error)
            self._view.show_image(None)
            self._turn.start(LOOK_AGAIN_MS)
            return
        self._last = prepared.file
        if prepared.broken:
            self._pass_over(prepared.file, prepared.broken)
        elif prepared.image is not None:
            self._view.show_image(prepared.image)
            self._turn.start(round(self._picture_s * 1000))
        elif self._video is not None:
            self._video.play(prepared.file.path, self._view.size())

    def _video_ended(self, why: str) -> None:
        if why and self._last is not None:
            self._pass_over(self._last, why)
        else:
            self._turn.start(0)

    def _pass_over(self, file: MediaFile, why: str) -> None:
        log.warning("%s is not shown: %s; replace or delete it", file.path, why)
        self._passed_over |= {file}
        self._turn.start(0)


def media_show(
    view: Media, folder: Path | None, *, picture_s: float, ground: str, decoder: str | None, parent: QObject
) -> MediaShow | None:
    """Return the show of `folder` at this view, or None without a folder or a place on the screen."""
    if folder is None:
        return None
    if view.sizeHint().isEmpty():
        log.warning("there is no place for the pictures of %s: leave --waiting out, or use a larger screen", folder)
        return None
    if decoder is None and any(file.video for file in files_in(folder)):
        log.warning("the videos of %s are not shown, only its pictures: ffmpeg is not installed", folder)
    video = Video(decoder, ground) if decoder is not None else None
    show = MediaShow(view, folder, picture_s=picture_s, video=video, parent=parent)
    if video is not None:
        video.setParent(show)
    return show


def prepare(
    folder: Path, last: MediaFile | None, passed_over: frozenset[MediaFile], size: QSize, *, videos: bool
) -> Prepared:
    """Return the next file with its picture read at no more than `size`; touches no widget, so any thread may."""
    files = files_in(folder)
    file = next_file(files if videos else [one for one in files if not one.video], last, passed_over)
    if file is None or file.video:
        return Prepared(file)
    reader = QImageReader(str(file.path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    whole = reader.size()
    if whole.isValid():
        if reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90:
            whole = whole.transposed().scaled(size, Qt.AspectRatioMode.KeepAspectRatio).transposed()
        else:
            whole = whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(whole)
    image = reader.read()
    if image.isNull():
        return Prepared(file, broken=reader.errorString())
    return Prepared(file, image.convertToFormat(QImage.Format.Format_RGB32))
