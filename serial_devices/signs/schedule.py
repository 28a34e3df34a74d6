"""Which frames are due on one line of signs, and when (pure: told the time, keeps no clock).

A change is sent at once; all is repeated every few seconds, so that a sign that lost its power, or a byte, is right
again; a call blinks for some seconds. Only addresses of known counters are ever written to. When the hall is away the
numbers stay as they were, and go dark after a set time rather than lie for ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from serial_devices.signs.faces import NOTHING, Face, Faces
from serial_devices.signs.frame import SignFrameError, SignTemplate, frame_for

BLINK_HALF_S = 0.5
DARK = ""


@dataclass(frozen=True)
class SignTimes:
    """Seconds: between repetitions, of blinking after a call, and until a cut-off sign goes dark."""

    repeat_s: float = 3.0
    blink_s: float = 6.0
    dim_after_s: float = 600.0


class SignSchedule:
    """Keeps what was sent to one line's signs.

    `addresses` has the sign of each counter; `wrong`, by counter, says why a number cannot be shown.
    """

    def __init__(self, template: SignTemplate, addresses: Mapping[int, int], times: SignTimes | None = None) -> None:
        self._template = template
        self._addresses = dict(addresses)
        self._times = times or SignTimes()
        self._faces = NOTHING
        self._away_since_s: float | None = None
        self._blink_until_s: dict[int, float] = {}
        self._blink_from_s: dict[int, float] = {}
        self._sent: dict[int, tuple[str, float]] = {}
        self.wrong: dict[int, str] = {}

    def show(self, faces: Faces, now_s: float, *, blink: bool = True) -> None:
        """Take what the hall says now; a number that is announced again blinks."""
        for counter in self._addresses:
            new, old = faces.by_counter.get(counter), self._faces.by_counter.get(counter)
            if new is None or not new.called:
                self._blink_until_s.pop(counter, None)
            elif blink and _announced(new, old):
                self._blink_from_s[counter] = now_s
                self._blink_until_s[counter] = now_s + self._times.blink_s
        self._faces = faces

    def hall_away(self, now_s: float) -> None:
        """The hall is cut off; told again, it stays the first time."""
        if self._away_since_s is None:
            self._away_since_s = now_s

    def hall_back(self) -> None:
        """The hall is heard again."""
        self._away_since_s = None

    def forget(self) -> None:
        """Take it that the signs know nothing: all is sent at the next time."""
        self._sent.clear()

    def due(self, now_s: float) -> list[bytes]:
        """Return the frames that are due now and take them for sent."""
        frames = []
        for counter, address in self._addresses.items():
            text = self.text_of(counter, now_s)
            sent, at_s = self._sent.get(counter, (None, float("-inf")))
            if text == sent and now_s - at_s < self._times.repeat_s:
                continue
            self._sent[counter] = text, now_s
            frames.append(self._frame(counter, address, text))
        return frames

    def dark(self) -> list[bytes]:
        """Return the frames that leave every sign dark."""
        return [self._frame(counter, address, DARK) for counter, address in self._addresses.items()]

    def text_of(self, counter: int, now_s: float) -> str:
        """Return what a counter's sign shows at this moment."""
        face = self._faces.by_counter.get(counter)
        away = self._away_since_s is not None and now_s - self._away_since_s >= self._times.dim_after_s
        if face is None or away:
            return DARK
        if now_s < self._blink_until_s.get(counter, float("-inf")):
            half = int((now_s - self._blink_from_s[counter]) / BLINK_HALF_S)
            return DARK if half % 2 else face.ticket  # the number first: it is read at once
        return face.ticket

    def _frame(self, counter: int, address: int, text: str) -> bytes:
        try:
            frame = frame_for(self._template, address=address, ticket=text)
        except SignFrameError as error:
            # A dark sign is better than the number before; the owner of the line reports it.
            self.wrong[counter] = str(error)
            return frame_for(self._template, address=address, ticket=DARK)
        if text:
            self.wrong.pop(counter, None)
        return frame


def _announced(new: Face, old: Face | None) -> bool:
    return old is None or (new.visit, new.calls) != (old.visit, old.calls)
