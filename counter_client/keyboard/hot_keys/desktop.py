"""The hot keys of this computer as signals, on every kind of desktop; a message names keys that are not available."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication

from counter_client.keyboard.hot_keys.chords import Chord, HotKey
from counter_client.keyboard.hot_keys.windows import WindowsKeys, user32
from counter_client.keyboard.hot_keys.x11 import X11Error, X11Keys
from serial_devices.keypad.keys import Press

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Lack:
    """Keys that do not work: `code` is hot_key_taken, hot_key_missing, hot_key_wayland or hot_key_desktop."""

    code: str
    keys: str


def desktop_kind(platform: str, environ: Mapping[str, str]) -> str:
    """Return x11, wayland, windows, or empty where there are no hot keys; `platform` is the name Qt gives it.

    >>> desktop_kind("xcb", {"XDG_SESSION_TYPE": "wayland"}), desktop_kind("xcb", {}), desktop_kind("offscreen", {})
    ('wayland', 'x11', '')
    """
    if environ.get("XDG_SESSION_TYPE") == "wayland" or "wayland" in platform:
        # Through XWayland a grab would only work while a window of X11 has the focus: worse than none.
        return "wayland"
    return {"xcb": "x11", "windows": "windows"}.get(platform, "")


class HotKeys(QObject):
    """Takes the keys at `start` and gives them back at `stop`; lives on the GUI thread."""

    pressed = Signal(object)  # serial_devices.keypad.reader.Press
    lacking = Signal(object)  # tuple[Lack, ...], at the start and only where something lacks
    _chord = Signal(object)  # Chord, from the thread that waits on Windows

    def __init__(self, hot_keys: Sequence[HotKey], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._meanings = {one.chord: one.meaning for one in hot_keys}
        self._x11: X11Keys | None = None
        self._windows: WindowsKeys | None = None
        self._notifier: QSocketNotifier | None = None
        self._chord.connect(self._tell)

    def start(self) -> None:
        """Take the keys."""
        match desktop_kind(QGuiApplication.platformName(), os.environ):
            case "x11":
                lacks = self._start_x11()
            case "windows" if sys.platform == "win32":
                lacks = self._start_windows()
            case "wayland":
                lacks = self._all_lack("hot_key_wayland")
            case _:
                lacks = self._all_lack("hot_key_desktop")
        for lack in lacks:
            log.warning("hot key %s does not work here: %s", lack.keys, lack.code)
        if lacks:
            self.lacking.emit(tuple(lacks))

    def stop(self) -> None:
        """Give the keys back."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if self._x11 is not None:
            self._x11.close()
            self._x11 = None
        if self._windows is not None:
            self._windows.stop()
            self._windows = None

    def _start_x11(self) -> list[Lack]:
        try:
            self._x11 = X11Keys()
        except X11Error:
            return self._all_lack("hot_key_desktop")
        self._notifier = QSocketNotifier(self._x11.fd, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read_x11)
        refused = [(chord, self._x11.grab(chord)) for chord in self._meanings]
        self._read_x11()  # asking for the keys may have read what the notifier waits for
        return [Lack(f"hot_key_{why}", chord.name) for chord, why in refused if why]

    def _start_windows(self) -> list[Lack]:
        self._windows = WindowsKeys(tuple(self._meanings), self._chord.emit, user32())
        return [Lack("hot_key_taken", chord.name) for chord in self._windows.start()]

    def _all_lack(self, code: str) -> list[Lack]:
        names = ", ".join(chord.name for chord in self._meanings)
        return [Lack(code, names)] if names else []

    def _read_x11(self) -> None:
        for chord in self._x11.pressed() if self._x11 is not None else ():
            self._tell(chord)

    def _tell(self, chord: Chord) -> None:
        self.pressed.emit(Press(self._meanings[chord]))
