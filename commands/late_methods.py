"""Let dataclasses write most of their methods when they are first called: a program has hundreds of such classes.

For each class Python writes, compiles and runs a text for `__init__`, `__repr__`, `__eq__`, `__hash__`, `__setattr__`
and `__delattr__`: 0.7 ms a class, most of it for what the program never calls. The hall service alone has 600 classes,
a third of a second of its start. What is written later is what would have been written at once; where a Python makes
its dataclasses another way, nothing is changed. Stdlib only.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence

_WRITER = "_create_fn"
"""dataclasses' own name for what writes one method, in Python 3.11 and 3.12."""
LATE = frozenset({
    "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__", "__lt__", "__le__", "__gt__", "__ge__",
})  # fmt: skip
"""Methods whose parameters nobody asks for."""
LATE_OF_OURS = LATE | {"__init__"}
"""Of our own classes, which are asked for their fields alone; a library may ask its own for `__init__`'s parameters."""
OURS = frozenset({
    "bench", "central", "commands", "common", "contracts", "counter_client", "dashboard", "devices", "display_board",
    "hall", "kiosk", "printer", "qtkit", "sync",
})  # fmt: skip

Method = Callable[..., object]
Names = Mapping[str, object] | None


def write_methods_late() -> bool:
    """Have them written late from now on; return whether this Python can. Repeated, it changes nothing."""
    now: Callable[..., Method] | None = vars(dataclasses).get(_WRITER)
    if now is None:
        return False
    if now.__module__ == __name__:
        return True

    def write(
        name: str,
        args: Sequence[str],
        body: Sequence[str],
        *,
        globals: Names = None,  # noqa: A002 - dataclasses' own word
        locals: Names = None,  # noqa: A002 - dataclasses' own word
        return_type: object = dataclasses.MISSING,
    ) -> Method:
        def write_now() -> Method:
            return now(name, args, body, globals=globals, locals=locals, return_type=return_type)

        ours = str((globals or {}).get("__name__", "")).partition(".")[0] in OURS
        return late(name, write_now) if name in (LATE_OF_OURS if ours else LATE) else write_now()

    setattr(dataclasses, _WRITER, write)
    return True


def late(name: str, write_now: Callable[[], Method]) -> Method:
    """Return a method that is written at its first call, and then stands in the class in its own place."""
    written: list[Method] = []

    def method(self: object, *arguments: object, **named: object) -> object:
        if not written:
            written.append(write_now())
            for owner in type(self).__mro__:
                if vars(owner).get(name) is method:
                    setattr(owner, name, written[0])
        return written[0](self, *arguments, **named)

    method.__name__ = name
    return method
