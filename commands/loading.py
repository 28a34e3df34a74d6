"""Load modules quickly: hundreds at a start, none of which is ever garbage. Stdlib only."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

from commands.late_methods import write_methods_late


@contextlib.contextmanager
def loading() -> Iterator[None]:
    """Import what a program runs on: its dataclasses write their methods late, and nobody looks for garbage.

    Neither meanwhile nor in any later search through everything, which holds a program up.
    """
    write_methods_late()
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
