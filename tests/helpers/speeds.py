"""What the three speeds of `main.py test` share: marks, examples, and the guard of a quick run."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import settings

QUICK, DEFAULT, FULL = "quick", "default", "full"
"""Hypothesis's profile of each speed."""
_SHARE = {QUICK: 10, DEFAULT: 3, FULL: 1}
"""In a quick run a test tries one example in ten, by default one in three."""
_FIXTURES = {"browser": "browser", "qtbot": "window", "postgres_server": "postgres"}
_STARTS = frozenset({"subprocess.Popen", "os.posix_spawn", "os.fork", "os.forkpty", "os.exec"})


def mark(item: pytest.Function) -> None:
    """Mark a test that asks for a browser, a window or PostgreSQL, and the twin of a test on the other database."""
    for fixture, name in _FIXTURES.items():
        if fixture in item.fixturenames:
            item.add_marker(name)
    if _is_twin(item) and not item.get_closest_marker("dialect"):
        item.add_marker("full")  # the same on SQLite is enough


def _is_twin(item: pytest.Function) -> bool:
    return hasattr(item, "callspec") and "postgresql" in item.callspec.params.values()


def some(values: Iterable[Any], *usual: Any) -> list[Any]:
    """Return `values` as a test's parameters, of which only the `usual` ones are tried by default."""
    return [value if value in usual else pytest.param(value, marks=pytest.mark.full) for value in values]


def examples(most: int) -> int:
    """Return how many examples hypothesis tries: `most` in a full run, else a share of them."""
    return math.ceil(most / _SHARE[settings.get_current_profile_name()])


def forbid_processes() -> None:
    """Make each start of a process an error from now on: what is quick starts none, and says so if it would."""

    def check(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _STARTS:
            raise RuntimeError(f"this test starts a process; mark it `process`: {event} {arguments[:2]}")

    sys.addaudithook(check)
