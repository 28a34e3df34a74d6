"""Say sentences through the headphones: espeak-ng makes the sound, aplay plays it on the device that is set."""

from __future__ import annotations

import logging
import shutil
from collections import deque

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

log = logging.getLogger(__name__)

VOICES = {"ar": "ar", "en": "en-gb", "ur": "ur", "hi": "hi", "bn": "bn"}
LOUDNESS = (70, 120, 180)
"""espeak-ng's amplitude, from quiet to loud; the middle one is what everybody begins with."""
WORDS_A_MINUTE = 150
Sentence = tuple[str, str]
"""(language tag, what to say)"""


def find_voice() -> tuple[str, str] | None:
    """Return the paths of espeak-ng and aplay, or None where one is not installed: then nothing is offered."""
    speak, play = shutil.which("espeak-ng"), shutil.which("aplay")
    return (speak, play) if speak and play else None


class Speaker(QObject):
    """Says one sentence after the other, each in its own language; new ones break off what is being said.

    `saying(str)` is the sentence that begins, for its caption, "" after the last one.
    """

    saying = Signal(str)

    def __init__(self, programs: tuple[str, str], device: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._programs, self._device = programs, device
        self._waiting: deque[Sentence] = deque()
        self._last: tuple[Sentence, ...] = ()
        self._pair: tuple[QProcess, QProcess] | None = None
        self._loudness = 1
        self._over = QTimer(self)
        self._over.setObjectName("speaker_over")
        self._over.setSingleShot(True)
        self._over.setInterval(0)
        self._over.timeout.connect(self._go_on)

    @property
    def speaking(self) -> bool:
        """Return whether something is being said."""
        return self._pair is not None

    @property
    def loudness(self) -> int:
        """Return the step of LOUDNESS that is used."""
        return self._loudness

    def say(self, sentences: tuple[Sentence, ...]) -> None:
        """Say these sentences instead of what is being said."""
        self._hush()
        self._last = sentences
        self._waiting.extend(sentences)
        self._next()

    def add(self, sentences: tuple[Sentence, ...]) -> None:
        """Say these sentences after what is being said."""
        if not self.speaking:
            self.say(sentences)
            return
        self._last += sentences
        self._waiting.extend(sentences)

    def again(self) -> None:
        """Say the last sentences once more."""
        self.say(self._last)

    def louder(self) -> None:
        """Go one step louder, and from the loudest to the quietest; say the last sentences in it."""
        self._loudness = (self._loudness + 1) % len(LOUDNESS)
        self.again()

    def end(self) -> None:
        """Fall silent and forget the visitor: what was said, and how loud."""
        was = self.speaking
        self._hush()
        self._last, self._loudness = (), 1
        if was:
            self.saying.emit("")

    def _next(self) -> None:
        if not self._waiting:
            self.saying.emit("")
            return
        language, text = self._waiting.popleft()
        self.saying.emit(text)
        self._start(VOICES.get(language, VOICES["en"]), text)

    def _start(self, voice: str, text: str) -> None:
        speak, play = QProcess(self), QProcess(self)
        speak.setStandardOutputProcess(play)
        play.finished.connect(self._ended)
        play.errorOccurred.connect(self._ended)
        self._pair = speak, play
        loud = str(LOUDNESS[self._loudness])
        play.start(self._programs[1], ["-q", "-D", self._device, "-"])
        speak.start(self._programs[0], ["-v", voice, "-a", loud, "-s", str(WORDS_A_MINUTE), "--stdin", "--stdout"])
        speak.write(text.encode())
        speak.closeWriteChannel()

    def _ended(self) -> None:
        # With the next event: a process may not be deleted from within its own signal.
        self._over.start()

    def _go_on(self) -> None:
        """Go on to the next sentence once the player has ended; the timer's slot."""
        if self._pair is None or self._pair[1].state() is not QProcess.ProcessState.NotRunning:
            return
        self._complain(self._pair[1])
        self._drop()
        self._next()

    def _complain(self, play: QProcess) -> None:
        if play.error() is QProcess.ProcessError.FailedToStart:
            log.error("%s could not be started: %s", self._programs[1], play.errorString())
        elif play.exitCode():
            said = bytes(play.readAllStandardError().data()).decode(errors="replace").strip()
            log.error("nothing is heard on %s: %s", self._device, said or f"aplay ended with {play.exitCode()}")

    def _hush(self) -> None:
        self._waiting.clear()
        self._drop()

    def _drop(self) -> None:
        pair, self._pair = self._pair, None
        self._over.stop()
        for process in pair or ():
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(500)
            process.deleteLater()
