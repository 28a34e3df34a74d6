"""The Windows side against a desktop made of memory that has user32's functions; nobody has run it on Windows."""

from __future__ import annotations

import queue
import threading

from counter_client.keyboard.hot_keys.chords import Chord, read_hot_key
from counter_client.keyboard.hot_keys.windows import NO_REPEAT, WM_HOTKEY, WM_QUIT, Message, WindowsKeys

SPACE, PAUSE = (read_hot_key(text).chord for text in ("Ctrl+Alt+Space", "Pause"))


class MemoryDesktop:
    """A desktop with one queue; keys in `taken` belong to another program."""

    def __init__(self, taken: set[int] | None = None) -> None:
        self.taken = taken or set()
        self.registered: dict[int, tuple[int, int]] = {}
        self.messages: queue.Queue[tuple[int, int]] = queue.Queue()

    def RegisterHotKey(self, window: None, number: int, modifiers: int, key: int) -> int:
        if key in self.taken:
            return 0
        self.registered[number] = (modifiers, key)
        return 1

    def GetMessageW(self, message: object, window: None, low: int, high: int) -> int:
        kind, number = self.messages.get(timeout=60)
        told: Message = message._obj  # type: ignore[attr-defined]
        told.kind, told.wide = kind, number
        return 0 if kind == WM_QUIT else 1

    def PostThreadMessageW(self, thread: int, kind: int, wide: int, long: int) -> int:
        self.messages.put((kind, wide))
        return 1


def test_a_registered_key_is_told_when_the_desktop_says_so() -> None:
    desktop, told, heard = MemoryDesktop(), [], threading.Event()

    def hear(chord: Chord) -> None:
        told.append(chord)
        heard.set()

    keys = WindowsKeys([SPACE, PAUSE], hear, desktop)
    assert keys.start() == []
    assert desktop.registered == {1: (1 | 2 | NO_REPEAT, 0x20), 2: (NO_REPEAT, 0x13)}
    desktop.messages.put((WM_HOTKEY, 2))
    assert heard.wait(60)
    keys.stop()
    assert told == [PAUSE]


def test_a_key_of_another_program_is_named() -> None:
    desktop = MemoryDesktop(taken={0x13})
    keys = WindowsKeys([SPACE, PAUSE], lambda chord: None, desktop)
    assert keys.start() == [PAUSE]
    keys.stop()
