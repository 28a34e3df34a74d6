"""The `[brand]` of a set-up file: read the emblem's files that stand beside it, and say what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from common.brand import GROUNDS, Brand
from common.emblem_files import emblem_problem, with_content
from hall.adapters.setup_check import Finding
from hall.adapters.setup_entries import BrandEntry

LONGEST_NAME = 80


def with_emblem_files(raw: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return the file's tables with each emblem's file name replaced by the file as a data URI.

    A name without a readable file stays as it is, so that `brand_findings` reports it.
    """
    brand = raw.get("brand")
    emblem = brand.get("emblem") if isinstance(brand, dict) else None
    if not isinstance(brand, dict) or not isinstance(emblem, dict):
        return raw
    return raw | {"brand": brand | {"emblem": {name: with_content(value, folder) for name, value in emblem.items()}}}


def brand_findings(brand: BrandEntry) -> Iterator[Finding]:
    """Yield everything that is wrong in what a hall shows of its ministry."""
    if brand.ministry and not brand.ministry.get("ar"):
        yield Finding("brand.ministry.ar", "the ministry's Arabic name is needed where another is given")
    for language, name in brand.ministry.items():
        if len(name) > LONGEST_NAME:
            yield Finding(f"brand.ministry.{language}", f"at most {LONGEST_NAME} letters, got {len(name)}")
    for ground, value in brand.emblem.items():
        key = f"brand.emblem.{ground}"
        if ground not in GROUNDS:
            yield Finding(key, f"expected one of {', '.join(GROUNDS)}")
        elif problem := emblem_problem(value):
            yield Finding(key, problem)


def brand_of(entry: BrandEntry) -> Brand:
    """Return the entry as a setting."""
    return Brand(entry.ministry, entry.emblem)


def brand_entry(brand: Brand) -> BrandEntry:
    """Return the entry that the setting would come from."""
    return BrandEntry(dict(brand.ministry), dict(brand.emblems))
