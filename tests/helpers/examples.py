"""Run the examples in a module's docstrings."""

from __future__ import annotations

import doctest
import linecache
from types import ModuleType


def assert_examples_hold(module: ModuleType) -> None:
    """Fail where an example of `module` does not hold, or where it has none any more."""
    linecache.clearcache()  # doctest looks at each file in there again before each docstring
    found = doctest.testmod(module)
    assert found.attempted > 0, f"{module.__name__} has no examples"
    assert found.failed == 0, f"{found.failed} examples of {module.__name__} do not hold: run python -m doctest on it"
