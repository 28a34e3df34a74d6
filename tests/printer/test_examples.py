"""Run the examples in the package's docstrings."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import printer


def test_every_example_in_a_docstring_is_true() -> None:
    tried = 0
    for module in pkgutil.walk_packages(printer.__path__, "printer."):
        result = doctest.testmod(importlib.import_module(module.name))
        assert result.failed == 0, module.name
        tried += result.attempted
    assert tried >= 8
