"""Whose centre it is: the ministry's name and its emblem, from a file with `[brand]` such as a hall's set-up file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from central.errors import ConfigError
from common.brand.brand import Brand
from common.brand.check import brand_problems
from common.brand.emblem_files import with_content


def read_brand(path: Path) -> Brand:
    """Return the brand of a TOML file; ConfigError with all that is wrong, one line for each mistake."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("brand")
    except (OSError, ValueError) as error:
        raise ConfigError(f"--brand {path}: {error}") from error
    if not isinstance(table, dict) or not table.get("ministry"):
        raise ConfigError(f"--brand {path}: [brand] needs ministry = {{ ar = NAME, en = NAME }}")
    table = _with_files(table, path.parent)
    if problems := [f"--brand {path}: {key}: {text}" for key, text in brand_problems(table)]:
        raise ConfigError("\n".join(problems))
    return Brand(table["ministry"], table.get("emblem", {}))


def _with_files(table: dict[str, Any], folder: Path) -> dict[str, Any]:
    emblem = table.get("emblem")
    if not isinstance(emblem, dict):
        return table
    return table | {"emblem": {ground: with_content(value, folder) for ground, value in emblem.items()}}
