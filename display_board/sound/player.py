"""Play a WAV through the system's player, as a child process, one sound at a time."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from display_board.sound.wave import RATE_HZ, SAMPLE_BYTES, silence, to_wav

KNOWN_PLAYERS = ("pw-play", "paplay", "aplay")
"""In this order: PipeWire, PulseAudio, ALSA."""

SLACK_S = 5.0
"""A player that runs this much longer than its sound hangs: it is ended, and the next call is not held up by it."""


class PlayerError(Exception):
    """A sound could not be played; the text has what each player said."""


class Player(Protocol):
    """Something that makes a WAV heard."""

    def play(self, wav: bytes) -> None:
        """Return when `wav` has sounded to its end; raise PlayerError where it did not."""

    def check(self) -> None:
        """Return when a sound could be played now; raise PlayerError where it could not. The check is silent."""

    def stop(self) -> None:
        """End what sounds now, from another thread; nothing is played afterwards."""


def find_players() -> tuple[str, ...]:
    """Return the paths of the players that are installed, the best first."""
    return tuple(path for name in KNOWN_PLAYERS if (path := shutil.which(name)) is not None)


class SystemPlayer:
    """Plays with the first of `programs` that works, and stays with it; each is called with a file."""

    def __init__(self, programs: Sequence[str], *, slack_s: float = SLACK_S) -> None:
        self._programs = list(programs)
        self._slack_s = slack_s
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def play(self, wav: bytes) -> None:
        """Play `wav`; where one player fails (its sound server is down) the next one is tried at once."""
        length_s = len(wav) / (RATE_HZ * SAMPLE_BYTES)
        complaints = []
        with tempfile.TemporaryDirectory(prefix="dawr_board_") as folder:
            file = Path(folder) / "call.wav"
            file.write_bytes(wav)
            for program in tuple(self._programs):
                complaint = self._try(program, file, length_s + self._slack_s)
                if complaint is None:
                    self._programs.remove(program)
                    self._programs.insert(0, program)
                    return
                complaints.append(f"{Path(program).name}: {complaint}")
        raise PlayerError("; ".join(complaints) or "no player is installed (pw-play, paplay or aplay)")

    def check(self) -> None:
        """Play a tenth of a second of silence: a missing sound device or server fails with it as with a call."""
        self.play(to_wav([silence(100)]))

    def stop(self) -> None:
        """End the child that plays now; later calls of `play` raise PlayerError."""
        with self._lock:
            self._stopped = True
            if self._child is not None:
                self._child.kill()

    def _try(self, program: str, file: Path, time_out_s: float) -> str | None:
        with self._lock:
            if self._stopped:
                return "the board ends"
            try:
                self._child = subprocess.Popen(  # noqa: S603  # a player found by name, our own file
                    [program, str(file)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
                )
            except OSError as error:
                return str(error)
        try:
            _, said = self._child.communicate(timeout=time_out_s)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.communicate()
            return f"did not end after {time_out_s:.0f} s"
        if self._child.returncode != 0:
            # A sound library tells its whole way to the fault; the player's own word comes last.
            last = said.decode(errors="replace").strip().rpartition("\n")[2].strip()
            return last.removeprefix(f"{Path(program).name}: ") or f"ended with {self._child.returncode}"
        return None
