"""What an agent without a PC sees: his counter's LED sign, driven by the same program as his keypad."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Protocol

from serial_devices.signs.faces import Face, Faces
from serial_devices.signs.line import SignLine

log = logging.getLogger(__name__)

FLASH_S = 2.0


class Display(Protocol):
    """Shows one short text."""

    def show(self, text: str, *, blink: bool = False) -> None:
        """Show `text` until told otherwise; `blink` for a number that was called just now, or called again."""

    def flash(self, text: str) -> None:
        """Show `text` for two seconds, then what was shown."""

    def tick(self) -> None:
        """Let time pass; called several times a second."""

    def hall_away(self, away: bool) -> None:
        """Tell whether the hall is heard."""


class SignDisplay:
    """The sign of one counter, over its own line."""

    def __init__(self, line: SignLine, counter: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._line, self._counter, self._clock = line, counter, clock
        self._text, self._calls = "", 0
        self._flash_until_s: float | None = None

    def show(self, text: str, *, blink: bool = False) -> None:
        """Show `text`; a text that stands already is left alone unless it is to blink."""
        changed = text != self._text
        self._text = text
        self._calls += blink
        if (changed or blink) and self._flash_until_s is None:
            self._send(text, blink=blink)

    def flash(self, text: str) -> None:
        """Show `text` for two seconds."""
        self._flash_until_s = self._clock() + FLASH_S
        self._send(text, blink=False)

    def tick(self) -> None:
        """Show the number again once a flash is over."""
        if self._flash_until_s is not None and self._clock() >= self._flash_until_s:
            self._flash_until_s = None
            self._send(self._text, blink=False)

    def hall_away(self, away: bool) -> None:
        """Let the sign go dark once the hall is away too long."""
        (self._line.hall_away if away else self._line.hall_back)()

    def _send(self, text: str, *, blink: bool) -> None:
        faces = {self._counter: Face(text, text, self._calls, called=True)} if text else {}
        self._line.show(Faces(faces), blink=blink)


class LogDisplay:
    """It has no sign: the log says what it would show; the hall's signs still show the number."""

    def show(self, text: str, *, blink: bool = False) -> None:
        """Say a number that was called."""
        if blink:
            log.info("shown: %s", text)

    def flash(self, text: str) -> None:
        """Say a code."""
        log.info("shown for a moment: %s", text)

    def tick(self) -> None:
        """Nothing is to be done."""

    def hall_away(self, away: bool) -> None:
        """The seat says it in the log."""
