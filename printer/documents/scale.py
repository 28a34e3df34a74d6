"""Type sizes and distances of a ticket on each paper width, and the sheet that a ticket is laid out on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from printer.documents.ticket import TicketContent
from printer.profiles import Link, PaperProfile
from printer.render.blocks import Text, Weight


@dataclass(frozen=True, slots=True)
class Scale:
    """Type sizes and distances of one paper width, in dots."""

    emblem: int
    hall: int
    service: int
    number: int
    number_alone: int
    figure: int
    label: int
    small: int
    qr: int
    gap: int


SCALES = {
    80: Scale(
        emblem=52, hall=33, service=40, number=178, number_alone=206, figure=42, label=24, small=24, qr=170, gap=8
    ),
    58: Scale(
        emblem=48, hall=28, service=33, number=138, number_alone=146, figure=25, label=24, small=22, qr=140, gap=7
    ),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a part of the layout has to know: what is printed, on what, over what."""

    content: TicketContent
    paper: PaperProfile
    link: Link
    scale: Scale

    @property
    def native(self) -> bool:
        """Whether figures go as text in the printer's own font: a picture of them would take seconds."""
        return self.link is Link.SLOW


_ARABIC_LETTERS = re.compile(r"[\u0621-\u06d3]")


def second_text(text: str, size: int, weight: Weight = Weight.REGULAR, *, max_lines: int = 2) -> Text:
    """Return a text of what stands beside the Arabic; Urdu runs from right to left as Arabic does."""
    return Text(text, size, weight, rtl=bool(_ARABIC_LETTERS.search(text)), max_lines=max_lines)
