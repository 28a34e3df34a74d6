r"""Cut what a scanner or a keypad says into lines.

A line ends with CR or LF (or both). One that stops half way is dropped after 250 ms of silence, so that its end never
becomes the beginning of the next; one that grows over the cap is noise and dropped up to its end.

>>> frames = LineFrames(cap_bytes=8)
>>> frames.feed(b"NEXT\r\nREC", now_s=0.0)
[b'NEXT']
>>> frames.feed(b"ALL\r", now_s=0.1)
[b'RECALL']
>>> frames.feed(b"TRANSFER 2", now_s=1.0), frames.feed(b"\rOK\r", now_s=1.1)
([], [b'OK'])
"""

from __future__ import annotations

import re

SILENCE_S = 0.25
CAP_BYTES = 512


class LineFrames:
    """Collects bytes into lines; `dropped` counts lines that were lost to silence or to the cap."""

    def __init__(self, *, cap_bytes: int = CAP_BYTES, silence_s: float = SILENCE_S) -> None:
        self._cap, self._silence_s = cap_bytes, silence_s
        self._held = b""
        self._last_s = float("-inf")
        self._noise = False
        self.dropped = 0

    def feed(self, data: bytes, now_s: float) -> list[bytes]:
        """Return the lines that `data`, read at `now_s` (monotonic seconds), completes; empty lines are left out."""
        if (self._held or self._noise) and now_s - self._last_s > self._silence_s:
            self._drop()
        if not data:
            return []
        self._last_s = now_s
        *ended, rest = re.split(rb"[\r\n]", self._held + data)
        self._held = b""
        lines = [line for line in map(self._whole, ended) if line]
        if self._noise or len(rest) > self._cap:
            self._noise = True
        else:
            self._held = rest
        return lines

    def _whole(self, line: bytes) -> bytes:
        if self._noise or len(line) > self._cap:
            self._drop()
            return b""
        return line

    def _drop(self) -> None:
        self.dropped += 1
        self._held, self._noise = b"", False
