"""Run the examples in a module's docstrings."""

from __future__ import annotations

import doctest
from types import ModuleType


def assert_examples_hold(module: ModuleType) -> None:
    """Fail where an example of `module` does not hold, or where it has none any more."""
    found = doctest.testmod(module)
    assert found.attempted > 0, f"{module.__name__} has no examples"
    assert found.failed == 0, f"{found.failed} examples of {module.__name__} do not hold: run python -m doctest on it"
