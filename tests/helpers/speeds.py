"""Marks that say what a test needs, read from its code and its fixtures: `main.py test --quick` leaves them all out.

A test needs a process, a server, a browser or a window if it, one of its fixtures or a helper that they call uses one.
"""

from __future__ import annotations

import dis
import functools
import math
import sys
from collections.abc import Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest
from hypothesis import settings

FULL = "full"
"""Hypothesis's profile of a full run."""
_STARTERS = ("qtkit.", "dashboard.report_paper", "display_board.player", "display_board.voice_builder", "kiosk.machine")
"""Parts of the product that start programs; what calls them needs a process."""
_OURS = ("tests.", "bench.", "commands.", "tools.", *_STARTERS)
_PROCESS_MODULES = frozenset({"subprocess", "multiprocessing"})
_PROCESS_NAMES = frozenset({"QProcess", "fork"})
_SERVER_MODULES = frozenset(
    {"socket", "socketserver", "http.server", "requests", "uvicorn", "common.listener", "common.server"}
)
_FIXTURES = {"page": "browser", "browser": "browser", "qtbot": "window", "postgres_server": "postgres"}
_STARTS = frozenset({"subprocess.Popen", "os.posix_spawn", "os.fork", "os.forkpty", "os.exec"})


def mark(item: pytest.Function) -> None:
    """Add to a test the marks of what it needs."""
    written = {each.name for each in item.iter_markers()}
    given = _needs(item)
    if _is_twin(item) and "dialect" not in written:
        given.add("full")  # the same on SQLite is enough
    for name in sorted(given - written):
        item.add_marker(name)


def _is_twin(item: pytest.Function) -> bool:
    return hasattr(item, "callspec") and "postgresql" in item.callspec.params.values()


def _needs(item: pytest.Function) -> set[str]:
    needs = {mark for fixture, mark in _FIXTURES.items() if fixture in item.fixturenames}
    if item.path.parent.name == "e2e":
        needs.add("process")
    for function in _functions(item):
        needs |= _reaches(function)
    return needs


def _functions(item: pytest.Function) -> Iterator[object]:
    """Yield the test's function and those of the fixtures that it gets."""
    yield item.function
    definitions = item._fixtureinfo.name2fixturedefs
    for name in item.fixturenames:
        for definition in definitions.get(name, ()):
            yield definition.func


@functools.cache
def _reaches(start: object) -> frozenset[str]:
    """Return the marks of what can be reached from a function through our helpers."""
    found: set[str] = set()
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        each = waiting.pop()
        if id(each) not in seen:
            seen.add(id(each))
            found |= _marks_of(each)
            waiting += _uses(each)
    return frozenset(found)


def _marks_of(used: object) -> set[str]:
    module = used.__name__ if isinstance(used, ModuleType) else getattr(used, "__module__", None)
    if module in _PROCESS_MODULES or getattr(used, "__name__", None) in _PROCESS_NAMES:
        return {"process"}
    return {"server"} if module in _SERVER_MODULES else set()


def _uses(used: object) -> list[object]:
    """Return what a function or class of ours names: functions, classes and modules."""
    if isinstance(used, functools.partial):
        return [used.func]
    if isinstance(used, staticmethod | classmethod):
        return [used.__func__]
    if isinstance(used, property):
        return [used.fget]
    if not str(getattr(used, "__module__", "")).startswith(_OURS):
        return []
    if isinstance(used, type):
        return [*used.__mro__[1:], *vars(used).values()]
    return list(_named_in(used)) if isinstance(used, FunctionType) else []


def _named_in(function: FunctionType) -> Iterator[object]:
    if hasattr(function, "__wrapped__"):
        yield function.__wrapped__
    if hasattr(function, "hypothesis"):
        yield function.hypothesis.inner_test
    for cell in function.__closure__ or ():
        yield cell.cell_contents
    codes = list(_codes(function.__code__))
    names = {name for code in codes for name in code.co_names}
    named = [function.__globals__[name] for name in names & function.__globals__.keys()]
    named += [sys.modules[name] for code in codes for name in _imported(code) if name in sys.modules]
    yield from named
    for module in named:
        if isinstance(module, ModuleType) and module.__name__.startswith(_OURS):
            yield from (getattr(module, name) for name in names if hasattr(module, name))


def _codes(code: CodeType) -> Iterator[CodeType]:
    """Yield the code of a function and of the functions in it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


@functools.cache
def _imported(code: CodeType) -> list[str]:
    return [each.argval for each in dis.get_instructions(code) if each.opname == "IMPORT_NAME"]


def examples(most: int) -> int:
    """Return how many examples hypothesis tries: `most` in a full run, else a third of them."""
    return most if settings.get_current_profile_name() == FULL else math.ceil(most / 3)


def forbid_processes() -> None:
    """Make each start of a process an error from now on: what is quick starts none, and says so if it would."""

    def check(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _STARTS:
            raise RuntimeError(f"this test starts a process; mark it `process`: {event} {arguments[:2]}")

    sys.addaudithook(check)
