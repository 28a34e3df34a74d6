"""What one printer unit can do, as far as it has shown it.

Names lie (a clone may answer with another maker's), so nothing here comes from a name: each field is what this unit
answered, what a person set for it, or UNKNOWN. Silence is UNKNOWN and not NO, until the same unit has answered the same
kind of question another way.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from functools import lru_cache


class Known(StrEnum):
    """How sure it is that a unit has an ability."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, shown: bool | None) -> Known:
        """Return YES or NO for what was shown, UNKNOWN for None.

        >>> Known.of(True), Known.of(None)
        (<Known.YES: 'yes'>, <Known.UNKNOWN: 'unknown'>)
        """
        if shown is None:
            return cls.UNKNOWN
        return cls.YES if shown else cls.NO

    @property
    def yes(self) -> bool:
        """Whether it may be relied on; UNKNOWN may not."""
        return self is Known.YES


@dataclass(frozen=True, slots=True)
class Abilities:
    """Abilities of one unit; the default knows nothing.

    real_time: answers DLE EOT, also off line. asb: sends each change of its state (GS a). fence: answers GS r when all
    before it is worked through. process_id: returns a token when all before it is on paper (GS ( H). clear: empties its
    buffers on demand and says so (DLE DC4 8). native_qr: draws a QR from its text (GS ( k). half_resolution: prints
    GS v 0 with m=3, each dot doubled both ways. nv_graphics: keeps pictures over a power cut (GS ( L, 67/69).
    ram_graphics: keeps pictures until ESC @ or a power cut (GS ( L, 83/85). presenter: tells whether a ticket lies in
    its mouth (DLE EOT 20).
    """

    real_time: Known = Known.UNKNOWN
    asb: Known = Known.UNKNOWN
    fence: Known = Known.UNKNOWN
    process_id: Known = Known.UNKNOWN
    clear: Known = Known.UNKNOWN
    native_qr: Known = Known.UNKNOWN
    half_resolution: Known = Known.UNKNOWN
    nv_graphics: Known = Known.UNKNOWN
    ram_graphics: Known = Known.UNKNOWN
    presenter: Known = Known.UNKNOWN

    @property
    def signs_completion(self) -> bool:
        """Whether it gives a sign by which a ticket can be called confirmed."""
        return self.fence.yes or self.process_id.yes

    @property
    def by_name(self) -> dict[str, Known]:
        """All abilities by their names, in their order."""
        return asdict(self)

    def kept_from(self, earlier: Abilities) -> Abilities:
        """Return these, with what is UNKNOWN here taken from an earlier look at the same unit.

        >>> Abilities(fence=Known.NO).kept_from(Abilities(fence=Known.YES, asb=Known.YES)).asb
        <Known.YES: 'yes'>
        """
        return _kept(self, earlier)


@lru_cache(maxsize=64)
def _kept(now: Abilities, earlier: Abilities) -> Abilities:
    # Asked some times for each ticket, between the tap and the first byte, with the same two.
    before = earlier.by_name
    return replace(now, **{name: before[name] for name, word in now.by_name.items() if word is Known.UNKNOWN})


ABILITY_NAMES = tuple(field.name for field in fields(Abilities))
"""The abilities in the order in which they are shown and stored."""
