"""The technician's page as a script: its commands, step by step, each with the machine that the page names."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
ON = {"On the hall's PC": "hall", "On the kiosk": "kiosk", "On the board's PC": "board", "On the agent's PC": "counter"}
_FENCED = re.compile(r"(.*?)^```\n(.*?)^```", re.MULTILINE | re.DOTALL)


def steps() -> dict[int, list[tuple[str, str]]]:
    """Return the commands of each numbered step, each with the machine that the words above it name."""
    page = (DOCS / "technician.md").read_text(encoding="utf-8")
    found: dict[int, list[tuple[str, str]]] = {}
    for number, text in re.findall(r"^## (\d)\. (.*?)(?=^## )", page, re.MULTILINE | re.DOTALL):
        machine = {"3": "hall", "4": "kiosk"}.get(number, "")
        found[int(number)] = []
        for words, block in _FENCED.findall(text):
            machine = next((ON[place] for place in ON if place in words), machine)
            found[int(number)] += [(machine, line) for line in block.splitlines()]
    return found


def blocks(page: str) -> list[str]:
    """Return the blocks of commands of a page below docs/."""
    return [block for _, block in _FENCED.findall((DOCS / page).read_text(encoding="utf-8"))]
