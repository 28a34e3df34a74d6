"""Which of the ways to encode a ticket suits a printer and its link (pure)."""

from __future__ import annotations

from dataclasses import dataclass

from printer.escpos.capabilities import Abilities, Known
from printer.profiles import Link

ASSUMED = Abilities(native_qr=Known.YES)
"""What is taken for granted of a printer that cannot be asked, as behind a file, where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How tickets are encoded.

    `link` chooses the layout: pictures (FAST), number and logo at half resolution (SERIAL), figures as the printer's
    own text (SLOW). `spares_memory`: tickets must not reset the printer by ESC @, which would lose pictures in its RAM.
    """

    link: Link
    native_qr: bool
    half_resolution: bool
    art: bool
    spares_memory: bool

    @property
    def told(self) -> str:
        """What it is, in words for a technician."""
        values = {
            Link.FAST: "pictures",
            Link.SERIAL: "pictures, number and logo at half resolution",
            Link.SLOW: "figures as the printer's own text, Arabic as pictures",
        }[self.link]
        code = "the printer's own QR code" if self.native_qr else "the QR code as a picture"
        return f"{values}; {code}" + ("; fixed parts kept in the printer" if self.art else "")


def encoding_for(link: Link, abilities: Abilities) -> Encoding:
    """Return the encoding for a link and what the unit is known to do; what is UNKNOWN is not relied on.

    Doubled pictures are the exception: the mode is part of the command for pictures, so only a NO rules it out.
    """
    serial = link is not Link.FAST
    return Encoding(
        link=link,
        native_qr=abilities.native_qr.yes,
        half_resolution=abilities.half_resolution is not Known.NO,
        art=serial and (abilities.nv_graphics.yes or abilities.ram_graphics.yes),
        spares_memory=serial and abilities.ram_graphics.yes,
    )
