r"""Read keys from a keypad: ASCII words on a serial line or the keys of a USB number pad, mapped by a table.

>>> reader = KeypadReader(DEFAULT_TABLE)
>>> reader.feed(b"NEXT\r\nKP7\r\n", now_s=0.0)
[Press(key=<Key.NEXT: 'NEXT'>, digit=None), Press(key=<Key.DIGIT: 'DIGIT'>, digit=7)]
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from serial_devices.errors import DeviceAddressError, LineError
from serial_devices.keypad.evdev import EvdevLine, evdev_path
from serial_devices.keypad.keys import Key, Press
from serial_devices.line.address import read_serial_address
from serial_devices.line.frames import LineFrames
from serial_devices.line.serial_line import Line, SerialLine

BOUNCE_S = 0.06
"""The same key again within this is the bounce of its switch: no finger is so quick. A double press is for the hall."""


@dataclass(frozen=True)
class KeypadTable:
    """What each word of a keypad means. `single`: every byte is one key, with no end of line."""

    presses: Mapping[bytes, Press]
    single: bool = False


def _press(name: str) -> Press:
    return Press(Key.DIGIT, int(name)) if name.isascii() and name.isdigit() else Press(Key(name))


DIGITS = tuple("0123456789")
_WORDS = [key.value for key in Key if key is not Key.DIGIT]
_NUMBER_PAD = {
    "KPENTER": "NEXT", "ENTER": "NEXT", "KPPLUS": "RECALL", "KPMINUS": "NO_SHOW", "KPASTERISK": "FINISH",
    "KPSLASH": "TRANSFER", "KPDOT": "CANCEL", "BACKSPACE": "CANCEL", "TAB": "BREAK", "ESC": "CANCEL",
    "UP": "UP", "DOWN": "DOWN",
}  # fmt: skip
DEFAULT_TABLE = KeypadTable(
    {word.encode(): _press(word) for word in (*_WORDS, *DIGITS)}
    | {f"KP{digit}".encode(): _press(digit) for digit in DIGITS}
    | {word.encode(): _press(key) for word, key in _NUMBER_PAD.items()}
)
"""The words of Key themselves, digits, and the keys of a USB number pad."""


def read_table(file: Path) -> KeypadTable:
    """Return the table of a file: `single = true` and `[keys]` with word = key; raise DeviceAddressError."""
    try:
        entry = tomllib.loads(file.read_text(encoding="utf-8"))
        single, keys = entry.get("single", False), entry["keys"]
        presses = {word.encode(): _press(str(key)) for word, key in keys.items()}
    except (OSError, tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise DeviceAddressError(f"{file}: the table of keys cannot be read: {error}") from error
    except ValueError as error:
        known = ", ".join([*_WORDS, "0 to 9"])
        raise DeviceAddressError(f"{file}: {error}; known are {known}") from error
    if single and any(len(word) != 1 for word in presses):
        raise DeviceAddressError(f"{file}: with single = true every word is one letter")
    return KeypadTable(presses, bool(single))


@dataclass(frozen=True)
class KeypadSettings:
    """A keypad: where it is, its table, and how its line is made."""

    url: str
    table: KeypadTable
    line: Callable[[], Line]


def read_keypad(url: str) -> KeypadSettings:
    """Return the settings of `serial:///dev/ttyUSB0?table=FILE` or `evdev:///dev/input/event5`.

    Raise DeviceAddressError where it is neither.
    """
    path = evdev_path(url)
    if path is not None:
        return KeypadSettings(url, DEFAULT_TABLE, lambda: EvdevLine(path))
    address = read_serial_address(url, own=("table",))
    table = read_table(Path(address.own["table"])) if "table" in address.own else DEFAULT_TABLE
    return KeypadSettings(url, table, lambda: SerialLine(address))


class KeypadReader:
    """Turns what a keypad says into presses without bounces; words that the table does not know are counted."""

    def __init__(self, table: KeypadTable) -> None:
        self._table = table
        self._frames = LineFrames(cap_bytes=64)
        self._last: dict[Press, float] = {}
        self.unknown: dict[bytes, int] = {}

    def feed(self, data: bytes, now_s: float) -> list[Press]:
        """Return the presses in `data`, read at `now_s` (monotonic seconds)."""
        words = [bytes([byte]) for byte in data] if self._table.single else self._frames.feed(data, now_s)
        presses = []
        for word in words:
            press = self._table.presses.get(word.strip().upper(), self._table.presses.get(word))
            if press is None:
                self.unknown[word] = self.unknown.get(word, 0) + 1
            elif self._is_meant(press, now_s):
                presses.append(press)
        return presses

    def _is_meant(self, press: Press, now_s: float) -> bool:
        meant = now_s - self._last.get(press, float("-inf")) >= BOUNCE_S
        self._last[press] = now_s
        return meant


class KeypadTalk:
    """The talk of a keypad's line (serial_devices.line.owner.Talk): hands each press to `pressed`."""

    def __init__(self, table: KeypadTable, pressed: Callable[[Press], None], tell: Callable[[str], None]) -> None:
        self._table, self._pressed, self._tell = table, pressed, tell
        self._reader = KeypadReader(table)

    def opened(self, now_s: float) -> None:  # noqa: ARG002 - a Talk's
        """Begin again: half a word from before does not count."""
        self._reader = KeypadReader(self._table)
        self._tell("")

    def due(self, now_s: float) -> Iterable[bytes]:  # noqa: ARG002 - a Talk's
        """Say nothing: keypads only speak."""
        return []

    def heard(self, data: bytes, now_s: float) -> None:
        """Hand on each press."""
        known = len(self._reader.unknown)
        for press in self._reader.feed(data, now_s):
            self._pressed(press)
        if len(self._reader.unknown) > known:
            words = ", ".join(repr(word.decode("ascii", "replace")) for word in self._reader.unknown)
            self._tell(f"keys that its table does not know: {words}")

    def failed(self, error: LineError) -> None:
        """Tell what is wrong with the line."""
        self._tell(str(error))

    def farewell(self) -> Iterable[bytes]:
        """Say nothing."""
        return []
