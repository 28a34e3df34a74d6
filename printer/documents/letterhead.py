"""What stands at the head of every paper, above the hall's name: the emblem and the ministry's name."""

from __future__ import annotations

from dataclasses import dataclass, field

from printer.documents.ticket import Names
from printer.render.blocks import Logo


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The emblem or the hall's own logo, and the ministry's name; where both are missing the product's mark stands."""

    logo: Logo | None = None
    ministry: Names = field(default_factory=lambda: Names("", ""))


PLAIN = Letterhead()
"""Of a hall without a brand."""
