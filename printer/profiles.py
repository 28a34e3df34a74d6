"""What layout and encoder must respect for a paper width and a kind of link."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

DOTS_PER_MM = 8


class Link(Enum):
    """How bytes reach the printer, and so how a ticket is drawn for it.

    FAST (USB, TCP, a file) never slows the mechanism. SERIAL (57,600 baud and more) keeps up with some 7 KB a ticket.
    SLOW (38,400 baud and less) takes a second for every 1 to 4 KB.
    """

    FAST = "fast"
    SERIAL = "serial"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class PaperProfile:
    """One paper width at 203 dots an inch.

    `dots` is what the head prints of it, of which `side_dots` stay white at each edge.
    """

    paper_mm: int
    dots: int
    side_dots: int

    @property
    def usable_dots(self) -> int:
        """Dots a text may take."""
        return self.dots - 2 * self.side_dots


PAPERS = {80: PaperProfile(80, 576, 12), 58: PaperProfile(58, 384, 8)}


class PaperWidthError(ValueError):
    """No profile for this paper."""


def paper_of(paper_mm: int) -> PaperProfile:
    """Return the profile of a paper width in mm; raises PaperWidthError, which names the widths there are."""
    if paper_mm not in PAPERS:
        known = " and ".join(str(width) for width in sorted(PAPERS))
        raise PaperWidthError(f"paper of {paper_mm} mm is not supported; {known} mm are")
    return PAPERS[paper_mm]
