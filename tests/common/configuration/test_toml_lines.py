"""Lines of keys in TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from common.configuration.toml_lines import key_lines, line_of

HALLS = Path(__file__).resolve().parents[3] / "assets" / "halls"


def _paths(value: Any, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _paths(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for at, item in enumerate(value):
            yield from _paths(item, f"{path}[{at}]")
    else:
        yield path


@pytest.mark.parametrize("name", ["land_housing", "premium", "small"])
def test_every_value_of_a_shipped_hall_has_a_line_that_holds_its_key(name: str) -> None:
    text = (HALLS / f"{name}.toml").read_text(encoding="utf-8")
    lines = key_lines(text)
    paths = list(_paths(tomllib.loads(text)))
    assert len(paths) > 20
    for path in paths:
        line = line_of(path, lines)
        assert line is not None, path
        assert path.rpartition(".")[2] in text.splitlines()[line - 1], path


def test_a_missing_key_is_shown_at_its_table() -> None:
    lines = key_lines('[hall]\nname = "x"\n\n[[counter]]\nnumber = 1\n')
    assert line_of("counter[0].services[2]", lines) == 4
    assert line_of("elsewhere.x", lines) is None
