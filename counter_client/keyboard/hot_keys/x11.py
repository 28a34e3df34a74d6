"""Grab keys of an X11 screen over a separate connection, and report which was pressed.

The library is libxcb, which Qt's own screen needs too. A key that is held repeats: the X server then sends a release
and a press at the same instant, and only the first press counts.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from functools import cache
from typing import Any

from counter_client.keyboard.hot_keys.chords import KEYS, Chord

MASKS = {"shift": 1, "ctrl": 4, "alt": 8, "super": 64}
LOCKS = (0, 2, 16, 18)
"""Caps lock and number lock must not matter: none, one, the other, both."""
KEY_PRESS, KEY_RELEASE, MAPPING_CHANGED = 2, 3, 34
MODIFIER_BITS = 0x4D


class X11Error(OSError):
    """There is no X11 screen here, or no libxcb."""


class _Screens(ctypes.Structure):
    _fields_ = (("screen", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class _KeyEvent(ctypes.Structure):
    _fields_ = (
        ("kind", ctypes.c_uint8),
        ("code", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("time", ctypes.c_uint32),
        ("windows", ctypes.c_uint32 * 3),
        ("places", ctypes.c_int16 * 4),
        ("state", ctypes.c_uint16),
    )


class X11Keys:
    """One connection to the screen; `fd` becomes readable when a grabbed key is pressed. For one thread."""

    def __init__(self, display: str | None = None) -> None:
        """Connect to `display` (the environment's where None); raise X11Error."""
        self._xcb = _library()
        self._link = self._xcb.xcb_connect((display or os.environ.get("DISPLAY", "")).encode(), None)
        if self._xcb.xcb_connection_has_error(self._link):
            self._xcb.xcb_disconnect(self._link)
            raise X11Error("no X11 screen answers")
        setup = self._xcb.xcb_get_setup(self._link)
        self._codes = range(setup[34], setup[35] + 1)
        self._root = self._xcb.xcb_setup_roots_iterator(setup).screen[0]
        self._grabbed: dict[tuple[int, int], Chord] = {}
        self._released: tuple[int, int] | None = None
        self._chords: list[Chord] = []

    @property
    def fd(self) -> int:
        """Return the connection's file descriptor."""
        return int(self._xcb.xcb_get_file_descriptor(self._link))

    def grab(self, chord: Chord) -> str:
        """Take the chord from all other programs; return why not (`missing`, `taken`), empty when it is ours."""
        codes = self._codes_of(KEYS[chord.key][0])
        if not codes:
            return "missing"
        mask = sum(MASKS[word] for word in chord.modifiers)
        for code in codes:
            if not all(self._grab(code, mask | lock) for lock in LOCKS):
                self._release(code, mask)
                return "taken"
            self._grabbed[code, mask] = chord
        if chord not in self._chords:
            self._chords.append(chord)
        return ""

    def pressed(self) -> Iterator[Chord]:
        """Yield what was pressed since; never waits."""
        while event := self._xcb.xcb_poll_for_event(self._link):
            chord = self._meant(event.contents)
            _libc().free(event)
            if chord is not None:
                yield chord

    def close(self) -> None:
        """Give all keys back."""
        self._xcb.xcb_disconnect(self._link)

    def _meant(self, event: _KeyEvent) -> Chord | None:
        kind, stamp = event.kind & 0x7F, (event.code, event.time)
        if kind == MAPPING_CHANGED:
            self._grab_again()
        elif kind == KEY_RELEASE:
            self._released = stamp
        elif kind == KEY_PRESS and stamp != self._released:
            return self._grabbed.get((event.code, event.state & MODIFIER_BITS))
        return None

    def _grab_again(self) -> None:
        # Another keyboard or layout: the same key may have another code now.
        for code, mask in list(self._grabbed):
            self._release(code, mask)
        self._grabbed.clear()
        for chord in list(self._chords):
            self.grab(chord)

    def _grab(self, code: int, mask: int) -> bool:
        cookie = self._xcb.xcb_grab_key_checked(self._link, 0, self._root, mask, code, 1, 1)
        error = self._xcb.xcb_request_check(self._link, cookie)
        if error:
            _libc().free(error)
        return not error

    def _release(self, code: int, mask: int) -> None:
        for lock in LOCKS:
            self._xcb.xcb_ungrab_key(self._link, code, self._root, mask | lock)
        self._xcb.xcb_flush(self._link)

    def _codes_of(self, symbol: int) -> list[int]:
        first, count = self._codes.start, len(self._codes)
        cookie = self._xcb.xcb_get_keyboard_mapping(self._link, first, count)
        reply = self._xcb.xcb_get_keyboard_mapping_reply(self._link, cookie, None)
        if not reply:
            return []
        each = ctypes.cast(reply, ctypes.POINTER(ctypes.c_uint8))[1]
        symbols = self._xcb.xcb_get_keyboard_mapping_keysyms(reply)
        found = [first + at for at in range(count) if symbol in symbols[at * each : (at + 1) * each]]
        _libc().free(reply)
        return found


_P, _U8, _U16, _U32, _INT = ctypes.c_void_p, ctypes.c_uint8, ctypes.c_uint16, ctypes.c_uint32, ctypes.c_int
_SIGNATURES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "xcb_connect": (_P, (ctypes.c_char_p, _P)),
    "xcb_connection_has_error": (_INT, (_P,)),
    "xcb_disconnect": (None, (_P,)),
    "xcb_get_setup": (ctypes.POINTER(_U8), (_P,)),
    "xcb_setup_roots_iterator": (_Screens, (ctypes.POINTER(_U8),)),
    "xcb_get_file_descriptor": (_INT, (_P,)),
    "xcb_flush": (_INT, (_P,)),
    "xcb_poll_for_event": (ctypes.POINTER(_KeyEvent), (_P,)),
    "xcb_request_check": (_P, (_P, _U32)),
    "xcb_grab_key_checked": (_U32, (_P, _U8, _U32, _U16, _U8, _U8, _U8)),
    "xcb_ungrab_key": (_U32, (_P, _U8, _U32, _U16)),
    "xcb_get_keyboard_mapping": (_U32, (_P, _U8, _U8)),
    "xcb_get_keyboard_mapping_reply": (_P, (_P, _U32, _P)),
    "xcb_get_keyboard_mapping_keysyms": (ctypes.POINTER(_U32), (_P,)),
}


def _library() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        raise X11Error("libxcb is missing") from error
    for name, (answer, arguments) in _SIGNATURES.items():
        function = library[name]
        function.restype, function.argtypes = answer, arguments
        setattr(library, name, function)  # else the next look gives another one, without these types
    return library


@cache
def _libc() -> ctypes.CDLL:
    libc = ctypes.CDLL(None)
    libc.free.argtypes, libc.free.restype = (_P,), None
    return libc
