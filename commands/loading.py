"""Load a program's modules with dataclasses that write their methods late. Stdlib only."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from commands.late_methods import write_methods_late


@contextlib.contextmanager
def loading() -> Iterator[None]:
    """Import what a program runs on: its dataclasses write their methods late."""
    write_methods_late()
    yield
