"""A loudspeaker in memory for tests: records each sound, fails and hangs on request."""

from __future__ import annotations

from display_board.sound.player import PlayerError


class RecordingPlayer:
    """Keeps each WAV it was given; `fail` makes the next ones fail. `overlaps` counts sounds begun during another."""

    def __init__(self) -> None:
        self.played: list[bytes] = []
        self.fail = False
        self.overlaps = 0
        self.stopped = False
        self._sounding = False

    def play(self, wav: bytes) -> None:
        """Record `wav`, at once; raise PlayerError while `fail` is set."""
        if self._sounding:
            self.overlaps += 1
        self._sounding = True
        try:
            if self.fail or self.stopped:
                raise PlayerError("the loudspeaker is unplugged")
            self.played.append(wav)
        finally:
            self._sounding = False

    def check(self) -> None:
        """Raise PlayerError while `fail` is set; what a check plays is not kept."""
        if self.fail or self.stopped:
            raise PlayerError("the loudspeaker is unplugged")

    def stop(self) -> None:
        """Play nothing from now on."""
        self.stopped = True
