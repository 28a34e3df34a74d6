"""The printer's replies: answers in the order of the questions, and state changes after a subscription (GS a)."""

from __future__ import annotations


class Voice:
    """Words on their way to the host."""

    def __init__(self) -> None:
        self._words: list[bytes] = []
        self._pushes = False
        self._last_push = b""

    def say(self, words: bytes) -> None:
        """Send these words after those before."""
        self._words.append(words)

    def taken(self) -> bytes:
        """Return what has not been heard yet, once."""
        words = b"".join(self._words)
        self._words.clear()
        return words

    def push(self, *, on: bool, status: bytes) -> None:
        """Begin with Automatic Status Back, which sends the present state at once, or end it."""
        self._pushes, self._last_push = on, b""
        self.changed(status)

    def changed(self, status: bytes) -> None:
        """Send the state if it was asked for and is not what was sent last."""
        if self._pushes and status != self._last_push:
            self._last_push = status
            self.say(status)

    def hush(self) -> None:
        """Forget all words, and whether the state is to be sent, as without power."""
        self._words.clear()
        self._pushes = False
