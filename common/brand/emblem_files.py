"""Read an emblem's file into a data URI, and say what is wrong with it."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from xml.etree import ElementTree as Xml

from common.brand.brand import emblem_file

LONGEST_FILE = 200_000
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND\xaeB`\x82"
_LEAST_PX, _MOST_PX = 64, 4000
_ACTIVE = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<script|<foreignObject|\son\w+\s*=|(?:href|src)\s*=\s*[\"'](?!#|data:image/)", re.IGNORECASE
)
"""What an SVG file may not have: programs, and what it would load from elsewhere."""


def with_content(value: object, folder: Path) -> object:
    """Return the file of a name as a data URI; what names no readable file comes back as it is."""
    if not isinstance(value, str) or value.startswith("data:"):
        return value
    try:
        content = (folder / value).read_bytes()
    except (OSError, ValueError):
        return value
    kind = "image/png" if content.startswith(_PNG) else "image/svg+xml"
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def emblem_problem(value: str) -> str:
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
