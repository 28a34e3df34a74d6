"""Say what is wrong in a `[brand]` table: the same sentences for a hall's set-up file and for the centre's file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from common.brand.brand import GROUNDS
from common.brand.emblem_files import emblem_problem

LONGEST_NAME = 80
_SHAPES = {"ministry": "{ ar = NAME, en = NAME }", "emblem": "{ light = FILE, dark = FILE, paper = FILE }"}


def brand_problems(table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield key and sentence of each mistake; the emblem's files are data URIs already where they could be read."""
    for key, value in table.items():
        if key not in _SHAPES:
            yield f"brand.{key}", f"expected one of {', '.join(_SHAPES)}"
        elif not isinstance(value, Mapping) or not all(isinstance(one, str) for one in value.values()):
            yield f"brand.{key}", f"expected {_SHAPES[key]}"
        elif key == "ministry":
            yield from _ministry(value)
        else:
            yield from _emblem(value)


def _ministry(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if names and not names.get("ar"):
        yield "brand.ministry.ar", "the ministry's Arabic name is needed where another is given"
    for language, name in names.items():
        if len(name) > LONGEST_NAME:
            yield f"brand.ministry.{language}", f"at most {LONGEST_NAME} letters, got {len(name)}"


def _emblem(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for ground, value in files.items():
        if ground not in GROUNDS:
            yield f"brand.emblem.{ground}", f"expected one of {', '.join(GROUNDS)}"
        elif problem := emblem_problem(value):
            yield f"brand.emblem.{ground}", problem
