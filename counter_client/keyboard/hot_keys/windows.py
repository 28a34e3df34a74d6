"""Take keys from a Windows desktop on a thread of our own, which waits for them, and report which was pressed.

`RegisterHotKey` gives a key to the thread that asks for it; the thread's message queue then says that it was pressed.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable, Sequence
from typing import Protocol

from counter_client.keyboard.hot_keys.chords import KEYS, Chord

BITS = {"alt": 1, "ctrl": 2, "shift": 4, "super": 8}
NO_REPEAT = 0x4000
"""A key that is held is pressed once."""
WM_QUIT, WM_HOTKEY = 0x0012, 0x0312
START_S = 5.0


class Desktop(Protocol):
    """What is used of user32, with its own names."""

    def RegisterHotKey(self, window: None, number: int, modifiers: int, key: int) -> int:
        """Return 0 where another program has the key."""
        ...

    def GetMessageW(self, message: object, window: None, low: int, high: int) -> int:
        """Wait for the thread's next message; 0 for WM_QUIT, -1 for an error."""
        ...

    def PostThreadMessageW(self, thread: int, kind: int, wide: int, long: int) -> int:
        """Put a message into a thread's queue."""
        ...


class Message(ctypes.Structure):
    """The MSG of Windows."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("kind", ctypes.c_uint),
        ("wide", ctypes.c_size_t),
        ("long", ctypes.c_ssize_t),
        ("time", ctypes.c_ulong),
        ("x", ctypes.c_long),
        ("y", ctypes.c_long),
    )


def user32() -> Desktop:
    """Return this computer's user32; only on Windows."""
    library: Desktop = ctypes.WinDLL("user32", use_last_error=True)  # type: ignore[attr-defined, unused-ignore]
    return library


class WindowsKeys:
    """Keys of the whole desktop; `told` is called with a chord on the thread that waits for them."""

    def __init__(self, chords: Sequence[Chord], told: Callable[[Chord], None], desktop: Desktop) -> None:
        self._chords = tuple(chords)
        self._told = told
        self._desktop = desktop
        self._thread = threading.Thread(target=self._wait, name="hot keys", daemon=True)
        self._ready = threading.Event()
        self._taken: list[Chord] = []

    def start(self) -> list[Chord]:
        """Take the keys; return those that another program has."""
        self._thread.start()
        self._ready.wait(START_S)
        return list(self._taken)

    def stop(self) -> None:
        """Give the keys back: Windows does so when their thread ends."""
        self._desktop.PostThreadMessageW(self._thread.native_id or 0, WM_QUIT, 0, 0)
        self._thread.join(START_S)

    def _wait(self) -> None:
        for number, chord in enumerate(self._chords, 1):
            bits = sum(BITS[word] for word in chord.modifiers) | NO_REPEAT
            if not self._desktop.RegisterHotKey(None, number, bits, KEYS[chord.key][1]):
                self._taken.append(chord)
        self._ready.set()
        message = Message()
        while self._desktop.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            if message.kind == WM_HOTKEY and 1 <= message.wide <= len(self._chords):
                self._told(self._chords[message.wide - 1])
