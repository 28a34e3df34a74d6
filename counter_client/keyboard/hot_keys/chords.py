"""A global hot key as a person writes it, what it means, and its number on each desktop. Pure.

>>> hot_key = read_hot_key("recall=alt+ctrl+f2")
>>> hot_key.chord.name, hot_key.meaning
('Ctrl+Alt+F2', <Key.RECALL: 'RECALL'>)
"""

from __future__ import annotations

from dataclasses import dataclass

from serial_devices.keypad.keys import Key

MODIFIERS = {"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift", "super": "Super"}
"""Modifiers by the word that is written; the order is that of the name."""

_NAMED = {
    "Space": (0x20, 0x20),
    "Pause": (0xFF13, 0x13),
    "ScrollLock": (0xFF14, 0x91),
    "Insert": (0xFF63, 0x2D),
    "Home": (0xFF50, 0x24),
    "End": (0xFF57, 0x23),
    "PageUp": (0xFF55, 0x21),
    "PageDown": (0xFF56, 0x22),
    "Enter": (0xFF0D, 0x0D),
}
KEYS: dict[str, tuple[int, int]] = (
    _NAMED
    | {f"F{n}": (0xFFBD + n, 0x6F + n) for n in range(1, 25)}
    | {chr(code): (code, code) for code in range(ord("0"), ord("9") + 1)}
    | {chr(code): (code + 0x20, code) for code in range(ord("A"), ord("Z") + 1)}
)
"""The keys there may be: X11 key symbol and Windows virtual key of each."""

ALONE = frozenset({"Pause", "ScrollLock", *(f"F{n}" for n in range(13, 25))})
"""Keys that no program is typed into with: they need no modifier."""

MEANINGS = {key.value.lower(): key for key in Key if key is not Key.DIGIT}


class HotKeyError(ValueError):
    """The text is no hot key; the message says what one looks like."""


@dataclass(frozen=True)
class Chord:
    """Keys pressed together: words of MODIFIERS and one name of KEYS."""

    modifiers: frozenset[str]
    key: str

    @property
    def name(self) -> str:
        """Return it as it is painted, as in Ctrl+Alt+Space."""
        return "+".join([*(name for word, name in MODIFIERS.items() if word in self.modifiers), self.key])


@dataclass(frozen=True)
class HotKey:
    """A chord and what it asks for, in the words of a keypad."""

    chord: Chord
    meaning: Key = Key.NEXT


def read_hot_key(text: str) -> HotKey:
    """Return the hot key of `[MEANING=]KEYS`, the next thing to do where no meaning is given; raise HotKeyError."""
    meaning, equals, keys = text.rpartition("=")
    if equals and meaning.strip().lower() not in MEANINGS:
        raise HotKeyError(f"{text}: {meaning!r} is nothing a key can ask for; there is {', '.join(sorted(MEANINGS))}")
    return HotKey(_chord(keys, text), MEANINGS[meaning.strip().lower()] if equals else Key.NEXT)


def _chord(keys: str, text: str) -> Chord:
    *words, last = (part.strip() for part in keys.split("+"))
    modifiers = {"control": "ctrl", "win": "super", "meta": "super"}
    held = frozenset(modifiers.get(word.lower(), word.lower()) for word in words)
    key = next((name for name in KEYS if name.lower() == last.lower()), None)
    if key is None or not held <= MODIFIERS.keys():
        raise HotKeyError(f"{text}: expected keys like Ctrl+Alt+Space, Pause or F13")
    if not held - {"shift"} and key not in ALONE:
        raise HotKeyError(f"{text}: {key} alone would be taken from every other program; add Ctrl or Alt, or use Pause")
    return Chord(held, key)


def double_chords(hot_keys: tuple[HotKey, ...]) -> list[str]:
    """Return the names of chords that are asked for more than once."""
    chords = [one.chord for one in hot_keys]
    return sorted({chord.name for chord in chords if chords.count(chord) > 1})
