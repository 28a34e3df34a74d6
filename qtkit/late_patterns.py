"""Compile the patterns of PySide's signature parser when they are searched for, and not at each start.

PySide reads the module that writes its stubs, and the one that parses signatures for its error texts, with each import
of Qt. Three of their patterns are braces within braces within braces: they took a quarter of the whole import, and a
running program searches for none of them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_OWNER = "shibokensupport"
"""The package whose patterns may come later; everybody else's are compiled as ever."""


class LatePattern:
    """Stands for a compiled pattern: its methods are there, and compile it when they are called."""

    def __init__(self, compile_now: Callable[[], re.Pattern[str]]) -> None:
        self._compile_now = compile_now

    def __getattr__(self, name: str) -> Callable[..., object]:
        """Return what calls the method of this name of the real pattern."""

        def call(*arguments: object, **named: object) -> object:
            method: Callable[..., object] = getattr(self._compile_now(), name)
            return method(*arguments, **named)

        return call


@contextmanager
def late_patterns(owner: str = _OWNER) -> Iterator[None]:
    """Let the modules of package `owner` that are imported meanwhile have their patterns late; not for threads."""
    compile_now = re.compile

    def compile_late(pattern: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str] | LatePattern:
        asker = str(sys._getframe(1).f_globals.get("__name__", ""))  # noqa: SLF001 - as warnings and logging look
        if asker.partition(".")[0] != owner:
            return compile_now(pattern, flags)
        return LatePattern(lambda: compile_now(pattern, flags))

    setattr(re, "compile", compile_late)  # noqa: B010 - mypy knows that functions are not assigned to
    try:
        yield
    finally:
        setattr(re, "compile", compile_now)  # noqa: B010
