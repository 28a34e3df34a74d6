"""Play a video as a child process of ffmpeg that writes plain frames: no codec in the program, and no crash of one."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QSize, QTimer, Signal
from PySide6.QtGui import QImage

BYTES_A_PIXEL = 4
FRAMES_PER_S = 25
LARGEST_PX = 1280 * 720
"""The most pixels of a frame, which is painted larger: more would cost a core and show no more."""
SILENCE_MS = 10_000
"""A decoder that gives no frame for this long hangs."""


def find_decoder() -> str | None:
    """Return the path of ffmpeg, or None where it is not installed."""
    return shutil.which("ffmpeg")


def frame_size(place: QSize) -> QSize:
    """Return the size of frames for `place`: its shape, even sides, at most LARGEST_PX pixels."""
    pixels = max(1, place.width() * place.height())
    share = min(1.0, (LARGEST_PX / pixels) ** 0.5)
    return QSize(max(2, int(place.width() * share) & ~1), max(2, int(place.height() * share) & ~1))


def decoder_options(video: Path, size: QSize, ground: str) -> list[str]:
    """Return ffmpeg's options: `video` at its own pace, whole in the middle of `size` on `ground` (#RRGGBB)."""
    width, height, colour = size.width(), size.height(), ground.replace("#", "0x")
    shape = (
        f"fps={FRAMES_PER_S},scale={width}:{height}:force_original_aspect_ratio=decrease:force_divisible_by=2"
        f":flags=fast_bilinear,pad={width}:{height}:(ow-iw)/2:(oh-ih)/2:color={colour}"
    )
    # Only `file` is let in: a playlist dressed up as a video would fetch from the network.
    quiet = ["-hide_banner", "-loglevel", "error", "-nostdin", "-protocol_whitelist", "file", "-threads", "1"]
    return [*quiet, "-re", "-i", f"file:{video}", "-an", "-sn", "-vf", shape, "-pix_fmt", "bgra", "-f", "rawvideo", "-"]


class Video(QObject):
    """Plays one video at a time; `frame(QImage)` comes as it plays, `ended(str)` once: why it broke off, or nothing."""

    frame = Signal(QImage)
    ended = Signal(str)

    def __init__(self, decoder: str, ground: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decoder, self._ground = decoder, ground
        self._process: QProcess | None = None
        self._size = QSize()
        self._frames = 0
        self._silence = QTimer(self)
        self._silence.setObjectName("video_silence")
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._hangs)

    @property
    def playing(self) -> bool:
        """Return whether a video plays."""
        return self._process is not None

    def play(self, video: Path, place: QSize) -> None:
        """Play `video` for a place of this size; whatever plays is ended without a word."""
        self.stop()
        self._size, self._frames = frame_size(place), 0
        process = QProcess(self)
        process.setProgram(self._decoder)
        process.setArguments(decoder_options(video, self._size, self._ground))
        process.readyReadStandardOutput.connect(self._take)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        self._process = process
        self._silence.start(SILENCE_MS)
        process.start(QProcess.OpenModeFlag.ReadOnly)

    def stop(self) -> None:
        """End what plays, without a word."""
        process, self._process = self._process, None
        self._silence.stop()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(2000)
            process.deleteLater()

    def _take(self) -> None:
        process, whole = self._process, self._size.width() * self._size.height() * BYTES_A_PIXEL
        if process is None or process.bytesAvailable() < whole:
            return
        late = process.bytesAvailable() // whole - 1
        if late:
            process.skip(late * whole)  # the program was busy: only the newest frame is worth painting
        pixels = process.read(whole).data()
        row = self._size.width() * BYTES_A_PIXEL
        image = QImage(pixels, self._size.width(), self._size.height(), row, QImage.Format.Format_RGB32)
        self._frames += late + 1
        self._silence.start(SILENCE_MS)
        self.frame.emit(image.copy())  # an image over foreign bytes does not keep them

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process = self._process
        if process is None:
            return
        said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip().splitlines()
        good = code == 0 and status == QProcess.ExitStatus.NormalExit and self._frames > 0
        self._end("" if good else (said[-1] if said else f"the decoder ended with {code} after {self._frames} frames"))

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            self._end(f"{self._decoder} could not be started: {self._process.errorString()}")

    def _hangs(self) -> None:
        self.stop()
        self.ended.emit(f"no picture for {SILENCE_MS / 1000:.0f} s")

    def _end(self, why: str) -> None:
        self._silence.stop()
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self.ended.emit(why)
