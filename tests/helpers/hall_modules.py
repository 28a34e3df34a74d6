"""The modules of the hall's engine: its pure rules and its use cases, of all capabilities."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from types import ModuleType

import hall

PURE = frozenset({"kernel", "calendar", "model", "commands", "queries"})
"""Folders and files of these names hold the engine: no clock, no database, no HTTP."""


def is_engine(module: str) -> bool:
    """Return whether a module, by its dotted name, belongs to the hall's engine."""
    return not PURE.isdisjoint(module.split(".")[1:])


@functools.cache
def engine_modules(last: str = "") -> tuple[ModuleType, ...]:
    """Import and return the modules of the engine, or those of one name, such as `facts` of each capability."""
    names = (found.name for found in pkgutil.walk_packages(hall.__path__, "hall.") if not found.ispkg)
    wanted = [name for name in names if is_engine(name) and name.endswith(f".{last}" if last else "")]
    assert wanted, f"no module of the engine is named {last}"
    return tuple(importlib.import_module(name) for name in wanted)
