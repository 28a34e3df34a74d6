from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest

from qtkit.late_patterns import LatePattern, late_patterns

PROGRAM = """
import sys
from qtkit.late_patterns import LatePattern, late_patterns
with late_patterns():
    from PySide6.QtCore import QTimer
formatter = sys.modules["shibokensupport.signature.lib.pyi_generator"].Formatter
print(type(formatter.brace_searcher).__name__)
print(formatter.split("a[b, c], d"))
try:
    QTimer().setInterval("soon")
except TypeError as error:
    print("setInterval(msec: int, /)" in str(error))
"""


def test_pyside_parses_its_signatures_all_the_same() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    kind, split, told = done.stdout.splitlines()
    if kind != "LatePattern":
        pytest.skip("this PySide compiles no patterns at its import: the module is needed no more")
    assert split == "['', 'a[b, c]', ',', ' d', '']"
    assert told == "True"


def module(name: str, source: str) -> dict[str, Any]:
    """Return what a module of this name and source has after its import."""
    names: dict[str, Any] = {"__name__": name, "re": re}
    exec(source, names)  # noqa: S102 - as an import does
    return names


def test_only_the_owners_patterns_come_late() -> None:
    source = "pattern = re.compile('b+', flags=re.VERBOSE)"
    with late_patterns():
        ours, theirs = module("shibokensupport.signature.parser", source), module("tokenize", source)
    assert isinstance(ours["pattern"], LatePattern)
    assert isinstance(theirs["pattern"], re.Pattern)
    assert isinstance(module("shibokensupport", source)["pattern"], re.Pattern)


def test_a_late_pattern_finds_what_a_pattern_finds() -> None:
    with late_patterns():
        ours = module("shibokensupport", "pattern = re.compile('b+')\nfind = pattern.finditer\nsplit = pattern.split")
    assert [found.span() for found in ours["find"]("abba b")] == [(1, 3), (5, 6)]
    assert ours["split"]("abba") == ["a", "a"]
    assert ours["pattern"].sub("c", "abba") == "aca"


def test_compiling_is_given_back_after_a_failed_import() -> None:
    compile_now = re.compile
    with pytest.raises(ImportError), late_patterns():
        raise ImportError
    assert re.compile is compile_now
