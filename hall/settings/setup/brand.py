"""The `[brand]` of a set-up file: read the emblem's files that stand beside it, and say what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from common.brand.brand import Brand
from common.brand.check import brand_problems
from common.brand.emblem_files import with_content
from hall.settings.setup.check import Finding
from hall.settings.setup.entries import BrandEntry


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
    for key, text in brand_problems({"ministry": brand.ministry, "emblem": brand.emblem}):
        yield Finding(key, text)


def brand_of(entry: BrandEntry) -> Brand:
    """Return the entry as a setting."""
    return Brand(entry.ministry, entry.emblem)


def brand_entry(brand: Brand) -> BrandEntry:
    """Return the entry that the setting would come from."""
    return BrandEntry(dict(brand.ministry), dict(brand.emblems))
