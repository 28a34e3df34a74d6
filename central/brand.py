"""Whose centre it is: the ministry's name and its emblem, from a file with `[brand]` such as a hall's set-up file."""

from __future__ import annotations

import tomllib
from pathlib import Path

from central.errors import ConfigError
from common.brand import GROUNDS, Brand
from common.emblem_files import emblem_problem, with_content


def read_brand(path: Path) -> Brand:
    """Return the brand of a TOML file; ConfigError with all that is wrong."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("brand")
    except (OSError, ValueError) as error:
        raise ConfigError(f"--brand {path}: {error}") from error
    ministry, emblems = (table.get(name, {}) for name in ("ministry", "emblem")) if isinstance(table, dict) else (0, 0)
    if not isinstance(ministry, dict) or not isinstance(emblems, dict) or not ministry.get("ar"):
        raise ConfigError(
            f"--brand {path}: [brand] needs ministry = {{ ar = NAME, en = NAME }}, and may have an emblem"
        )
    files = {ground: str(with_content(emblems[ground], path.parent)) for ground in GROUNDS if ground in emblems}
    problems = [f"--brand {path}: emblem.{ground}: {told}" for ground, told in _wrong(files)]
    if problems:
        raise ConfigError("\n".join(problems))
    return Brand({tag: str(name) for tag, name in ministry.items()}, files)


def _wrong(files: dict[str, str]) -> list[tuple[str, str]]:
    return [(ground, told) for ground, value in files.items() if (told := emblem_problem(value))]
