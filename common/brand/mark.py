"""The product's own mark: a ticket with one turn on it; shown where a hall sets no ministry and no emblem."""

from __future__ import annotations

from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "assets" / "design" / "mark.svg"
_GROUND, _TICKET, _TURN = "#0a5a50", "#ffffff", "#b4884a"


def mark_svg(*, ticket: str, turn: str, behind: str) -> bytes:
    """Return the mark without its tile as an SVG file; `behind` is the colour of what it stands on."""
    drawn = FILE.read_text(encoding="utf-8")
    tile = drawn.partition("<rect")[2].partition("/>")[0]
    drawn = drawn.replace(f"<rect{tile}/>", "").replace('viewBox="0 0 64 64"', 'viewBox="8 18 48 28"')
    for colour, wanted in ((_GROUND, "behind"), (_TICKET, "ticket"), (_TURN, "turn")):
        drawn = drawn.replace(colour, f"{{{wanted}}}")
    return drawn.format(ticket=ticket, turn=turn, behind=behind).encode()
