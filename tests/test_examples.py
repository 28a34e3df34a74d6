"""Every example in a docstring is run: one that nobody runs is believed, and wrong."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path

import pytest

from tests.helpers.examples import assert_examples_hold

ROOT = Path(__file__).parent.parent
FOLDERS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["coverage"]["run"]["source"]
WITH_EXAMPLES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for folder in [*FOLDERS, "bench"]
    for path in (ROOT / folder).rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    assert_examples_hold(importlib.import_module(name))


def test_there_are_examples_in_most_packages() -> None:
    assert {name.partition(".")[0] for name in WITH_EXAMPLES} >= {*FOLDERS} - {"web", "serial_devices"}
