"""Speak a call: join its clips off the GUI thread and play them one after another, never two at once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from common.text.program_name import program_name
from display_board.sound.player import Player, PlayerError
from display_board.sound.wave import softened, to_wav
from display_board.voice.folder import Sounds
from display_board.voice.spoken_call import Part, call_parts
from qtkit.program.jobs import JobLane

log = logging.getLogger(__name__)

CHECK_MS = 30_000
"""How often a player that failed is tried again while nobody is called."""


@dataclass(frozen=True, slots=True)
class Said:
    """How saying one call ended: the clips that sounded, the ones no voice has, and why nothing was heard (or "")."""

    parts: tuple[Part, ...]
    missing: tuple[str, ...]
    silent_because: str = ""


class Studio:
    """What works on the lane: finds (or builds) the voices once, joins a call's clips and plays them."""

    def __init__(self, load_sounds: Callable[[], Sounds], player: Player) -> None:
        self._load_sounds = load_sounds
        self._sounds: Sounds | None = None
        self.player = player

    def sounds(self) -> Sounds:
        """Return the voices, found at the first call."""
        if self._sounds is None:
            self._sounds = self._load_sounds()
        return self._sounds

    def synthetic(self) -> tuple[int, int]:
        """Return how many clips no person has spoken, and how many there are."""
        return self.sounds().synthetic()

    def sound(self, parts: tuple[Part, ...], percent: int) -> Said:
        """Play `parts` to their end at `percent` of their loudness; raise PlayerError where nothing was heard."""
        samples, missing = self.sounds().gather(parts)
        self.player.play(to_wav([softened(b"".join(samples), percent)]))
        return Said(parts, missing)


class Chime(QObject):
    """Says calls; without a player nothing is heard.

    `muted(bool)` tells changes of whether anything can be heard. `checked()` follows the first check of the player,
    which `prepare` begins: before it `is_checked` is false and nobody knows. `counted()` follows once `synthetic` is
    known: how many clips no person has spoken, and how many there are.
    """

    muted = Signal(bool)
    checked = Signal()
    counted = Signal()

    def __init__(
        self,
        load_sounds: Callable[[], Sounds],
        player: Player | None,
        *,
        lane: JobLane | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._studio = Studio(load_sounds, player) if player is not None else None
        self._lane = lane if lane is not None else JobLane(parent=self)
        self._told: set[str] = set()
        self.is_muted = player is None
        self.is_checked = player is None
        self.synthetic: tuple[int, int] | None = None
        self._check_again = QTimer(self)
        self._check_again.setObjectName("chime_check")
        self._check_again.setInterval(CHECK_MS)
        self._check_again.timeout.connect(self._check)

    def prepare(self) -> None:
        """Check the player and find (or build) the voices, off the GUI thread, so that the first call is not late."""
        if self._studio is not None:
            self._check()
            self._lane.submit(self._studio.synthetic, self._take_count)

    def say(
        self,
        ticket: str,
        counter: int,
        languages: Sequence[str],
        ended: Callable[[Said], None],
        *,
        chime: bool = True,
        percent: int = 100,
    ) -> None:
        """Say a call in `languages` in turn; `ended` is called on the GUI thread when it has sounded or cannot."""
        parts, studio = call_parts(ticket, counter, languages, chime=chime), self._studio
        if studio is None:
            ended(Said(parts, (), "no player"))
            return
        self._lane.submit(
            lambda: studio.sound(parts, percent), lambda said, error: self._sounded(parts, said, error, ended)
        )

    def stop(self) -> None:
        """End what sounds now and say nothing more."""
        self._check_again.stop()
        if self._studio is not None:
            self._studio.player.stop()
        self._lane.stop()

    def _check(self) -> None:
        if self._studio is not None:
            self._lane.submit(self._studio.player.check, self._checked)

    def _take_count(self, count: tuple[int, int] | None, error: Exception | None) -> None:
        _log_failure(count, error)
        if count is not None:
            self.synthetic = count
            if count[0]:
                log.info("synthetic voice: %d of %d clips; see `%s voice record`", *count, program_name())
            self.counted.emit()

    def _checked(self, _value: object, error: Exception | None) -> None:
        if error is not None and not isinstance(error, PlayerError):
            _log_failure(None, error)
            return
        self._take_player(error)
        if not self.is_checked:
            self.is_checked = True
            self.checked.emit()

    def _take_player(self, error: PlayerError | None) -> None:
        """Note whether the player works; one that does not is checked again until it does."""
        if error is None:
            self._check_again.stop()
        elif not self._check_again.isActive():
            self._check_again.start()
        self._set_muted(error is not None, str(error))

    def _sounded(
        self, parts: tuple[Part, ...], said: Said | None, error: Exception | None, ended: Callable[[Said], None]
    ) -> None:
        _log_failure(said, None if isinstance(error, PlayerError) else error)
        result = said if said is not None else Said(parts, (), str(error))
        if error is None or isinstance(error, PlayerError):
            self._take_player(error)
        else:
            self._set_muted(True, result.silent_because)
        new = set(result.missing) - self._told
        if new:
            self._told |= new
            log.warning(
                "the voice lacks %s: the rest of the call was said; see `%s voice check`",
                ", ".join(new),
                program_name(),
            )
        ended(result)

    def _set_muted(self, muted: bool, reason: str) -> None:
        if muted is self.is_muted:
            return
        self.is_muted = muted
        if muted:
            log.warning("calls are shown without sound: %s", reason)
        else:
            log.info("calls are heard again")
        self.muted.emit(muted)


def _log_failure(_value: object, error: Exception | None) -> None:
    """Log what is no fault of the loudspeaker: the screen goes on without sound, the traceback tells why."""
    if error is not None:
        log.error("the sound of a call failed", exc_info=error)
