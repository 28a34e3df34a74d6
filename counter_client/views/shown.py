"""What a painted part shows now, so that it is painted anew only when that changes."""

from __future__ import annotations

from qtkit.language import Language


class Shown:
    """The values that a part painted last, and the language and digits in which it wrote them.

    The window is told all it shows twice a second and with every press: to paint all of it each time takes longer
    than the hall takes to answer.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._now: tuple[object, ...] | None = None

    def becomes(self, *values: object) -> bool:
        """Take `values` as what is shown from now on; return whether they, or how they are written, have changed."""
        old, self._now = self._now, (self._language.tag, self._language.digits, *values)
        return self._now != old
