"""Tell the hall that this program is alive, and once a minute what its screen shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QWidget

from contracts.queue.answers import Problem
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import Answer

BEAT_MS = 2_000
SLOW_BEAT_MS = 60_000
PICTURE_MS = 60_000
LONGER_SIDE_PX = 480
LARGEST_BYTES = 60_000
"""The hall takes 64 KiB."""
_QUALITIES = (75, 55, 35, 15)
_MASK = QColor(96, 104, 112)

Masked = Callable[[], bool]


class SlowBeats(QObject):
    """Names the program's version to the hall now and each minute: nobody misses an agent's PC that is switched off."""

    def __init__(self, calls: HallCalls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._timer = QTimer(self)
        self._timer.setObjectName("slow_beats")
        self._timer.setInterval(SLOW_BEAT_MS)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        """Beat now and from now on."""
        self._timer.start()
        self.beat()

    def stop(self) -> None:
        """Send nothing more."""
        self._timer.stop()
        self._calls.stop()

    def beat(self) -> None:
        """Send one heartbeat; one that finds no hall is dropped."""
        self._calls.call("POST", "/devices/self/alive", None, _nothing)


def _nothing(_answer: Answer | None, _problem: Problem | None) -> None:
    """Ignore the answer."""


class SignsOfLife(QObject):
    """Beats every 2 s from the GUI thread, so that a program that hangs is missed.

    What is sent is the window as it is painted, small; while `masked()` it is one grey field of the same shape. A sign
    that finds no hall is dropped: the next one says more.
    """

    def __init__(
        self, calls: HallCalls, window: QWidget, *, masked: Masked = lambda: False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._calls, self._window, self._masked = calls, window, masked
        self._beat_out = self._picture_out = False
        self._beats = self._timer("signs_of_life_beats", BEAT_MS, self.beat)
        self._pictures = self._timer("signs_of_life_pictures", PICTURE_MS, self.show)

    def start(self) -> None:
        """Beat now and from now on; the first picture follows when the screen has settled."""
        self._beats.start()
        self._pictures.start()
        self.beat()
        QTimer.singleShot(BEAT_MS, self, self.show)

    def stop(self) -> None:
        """Send nothing more."""
        self._beats.stop()
        self._pictures.stop()

    def beat(self) -> None:
        """Send one heartbeat, unless the last one is still on its way."""
        if not self._beat_out:
            self._beat_out = True
            self._calls.call("POST", "/devices/self/alive", None, self._beat_done)

    def show(self) -> None:
        """Send what the screen shows now."""
        if self._picture_out or not self._beats.isActive():
            return
        content, kind = encoded(masked_like(self._window.size()) if self._masked() else pictured(self._window))
        if content:
            self._picture_out = True
            self._calls.send("/devices/self/picture", content, kind, self._picture_done)

    def _beat_done(self, _answer: Answer | None, _problem: Problem | None) -> None:
        self._beat_out = False

    def _picture_done(self, _answer: Answer | None, _problem: Problem | None) -> None:
        self._picture_out = False

    def _timer(self, name: str, every_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setObjectName(name)
        timer.setInterval(every_ms)
        timer.timeout.connect(then)
        return timer


def pictured(window: QWidget) -> QImage:
    """Return what `window` shows, its longer side 480 px; painted small at once: 4K costs no more than 1080p."""
    size = small(window.size())
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(window.palette().color(window.backgroundRole()))
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(size.width() / max(1, window.width()), size.height() / max(1, window.height()))
    window.render(painter, QPoint())
    painter.end()
    return picture


def masked_like(size: QSize) -> QImage:
    """Return one grey field in the shape of a window of `size`: that it is there is all it says."""
    picture = QImage(small(size), QImage.Format.Format_RGB32)
    picture.fill(_MASK)
    return picture


def encoded(picture: QImage) -> tuple[bytes, str]:
    """Return the picture as it may be sent, and what that is: PNG, or JPEG where it is a photograph."""
    png = _written(picture, "png")
    return (png, "image/png") if 0 < len(png) <= LARGEST_BYTES else (as_jpeg(picture), "image/jpeg")


def as_jpeg(picture: QImage) -> bytes:
    """Return the picture as a JPEG of at most 60,000 bytes; nothing where none can be made."""
    for quality in _QUALITIES:
        written = _written(picture, "jpeg", quality)
        if 0 < len(written) <= LARGEST_BYTES:
            return written
    return b""


def _written(picture: QImage, kind: str, quality: int = -1) -> bytes:
    """Return the picture as a file of this kind; nothing where none can be made."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    writer.setQuality(quality)
    return bytes(buffer.data().data()) if writer.write(picture) else b""


def small(size: QSize) -> QSize:
    """Return `size` made smaller so that its longer side has 480 px.

    >>> small(QSize(1080, 1920)).toTuple()
    (270, 480)
    """
    box = QSize(LONGER_SIDE_PX, LONGER_SIDE_PX)
    return size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
