"""The `[brand]` of a set-up file: read the emblem's files that stand beside it, and say what is wrong with them."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

from hall.adapters.setup_check import Finding
from hall.adapters.setup_entries import BrandEntry
from hall.domain.brand import GROUNDS, Brand, emblem_file

LONGEST_FILE = 200_000
LONGEST_NAME = 80
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND\xaeB`\x82"
_LEAST_PX, _MOST_PX = 64, 4000
_ACTIVE = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<script|<foreignObject|\son\w+\s*=|(?:href|src)\s*=\s*[\"'](?!#|data:image/)", re.IGNORECASE
)
"""What an SVG file may not have: programs, and what it would load from elsewhere."""


def with_emblem_files(raw: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return the file's tables with each emblem's file name replaced by the file as a data URI.

    A name without a readable file stays as it is, so that `brand_findings` reports it.
    """
    brand = raw.get("brand")
    emblem = brand.get("emblem") if isinstance(brand, dict) else None
    if not isinstance(brand, dict) or not isinstance(emblem, dict):
        return raw
    return raw | {"brand": brand | {"emblem": {name: _content(value, folder) for name, value in emblem.items()}}}


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
        elif problem := _problem(value):
            yield Finding(key, problem)


def brand_of(entry: BrandEntry) -> Brand:
    """Return the entry as a setting."""
    return Brand(entry.ministry, entry.emblem)


def brand_entry(brand: Brand) -> BrandEntry:
    """Return the entry that the setting would come from."""
    return BrandEntry(dict(brand.ministry), dict(brand.emblems))


def _content(value: object, folder: Path) -> object:
    if not isinstance(value, str) or value.startswith("data:"):
        return value
    try:
        content = (folder / value).read_bytes()
    except (OSError, ValueError):
        return value
    kind = "image/png" if content.startswith(_PNG) else "image/svg+xml"
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _problem(value: str) -> str:
    """Return what is wrong with one emblem, or an empty text."""
    file = emblem_file(value)
    if file is None:
        return f"there is no readable file {value[:60]!r} beside the set-up file; give the name of an SVG or PNG file"
    kind, content = file
    if len(content) > LONGEST_FILE:
        return f"the file has {len(content) // 1000} KB; at most {LONGEST_FILE // 1000} KB: save it smaller"
    return _png_problem(content) if kind == "image/png" else _svg_problem(content)


def _png_problem(content: bytes) -> str:
    if not content.startswith(_PNG) or not content.rstrip(b"\0").endswith(_PNG_END):
        return "the PNG file is broken or cut short: save it again"
    width, height = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if not (_LEAST_PX <= width <= _MOST_PX and _LEAST_PX <= height <= _MOST_PX):
        return f"the picture has {width} by {height} px; each side needs {_LEAST_PX} to {_MOST_PX} px"
    return ""


def _svg_problem(content: bytes) -> str:
    if _ACTIVE.search(content):
        return "the SVG file has a program, an entity or a link to another file: save it as a plain SVG"
    try:
        root = Xml.fromstring(content)  # noqa: S314 - without a document type there are no entities to expand
    except (Xml.ParseError, ValueError):
        return "the file is neither an SVG nor a PNG picture"
    if not root.tag.endswith("svg"):
        return "the file is neither an SVG nor a PNG picture"
    if root.get("viewBox") is None and not (root.get("width") and root.get("height")):
        return "the SVG file has no size: it needs a viewBox, or width and height"
    return ""
