"""The paper for a person who made a complaint or suggestion: the number to ask for its state with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from contracts.words.complaints import Nature
from printer.documents import wording
from printer.documents.letterhead import PLAIN, Letterhead
from printer.documents.scale import SCALES
from printer.documents.slip_checks import check_instant, check_number
from printer.documents.ticket import Digits, Names, TicketLanguage
from printer.documents.ticket_layout import heading, named, paired
from printer.profiles import Link, PaperProfile
from printer.render.blocks import Block, Gap, Kept, Rule, Text, Weight


@dataclass(frozen=True, slots=True)
class ComplaintPaper:
    """What stands on it: nothing of what was said; `received_at` is aware and printed in `zone`."""

    hall: Names
    nature: Nature
    number: str
    received_at: datetime
    language: TicketLanguage = TicketLanguage.BOTH
    digits: Digits = Digits.WESTERN
    zone: str = "Asia/Muscat"

    def __post_init__(self) -> None:
        check_number(self.number)
        check_instant("received_at", self.received_at)


def lay_out_complaint(
    paper: ComplaintPaper, profile: PaperProfile, link: Link, letterhead: Letterhead = PLAIN
) -> tuple[Block, ...]:
    """Return the blocks from top to bottom; the head is the one of the hall's tickets."""
    scale, language = SCALES[profile.paper_mm], paper.language
    received = wording.date_text(paper.received_at.astimezone(ZoneInfo(paper.zone)), paper.digits)
    return (
        Kept(heading(paper.hall, language, scale, link, letterhead)),
        Kept(
            (*named(language, wording.label(f"{paper.nature.value}.title"), scale.service, Weight.BOLD), Gap(scale.gap))
        ),
        Kept(tuple(paired(language, wording.label(f"{paper.nature.value}.number"), scale.label, Weight.REGULAR))),
        Gap(scale.gap // 2),
        Text(paper.number, scale.figure + 8, Weight.BOLD, max_lines=1, tight=True, coarse=link is Link.SLOW),
        Gap(2 * scale.gap),
        Rule(dotted=True),
        Gap(scale.gap),
        Kept(tuple(paired(language, wording.label(f"{paper.nature.value}.keep"), scale.small, Weight.REGULAR))),
        Gap(4),
        *paired(language, received, scale.small, Weight.MEDIUM),
    )
