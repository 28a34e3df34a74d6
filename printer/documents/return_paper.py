"""The paper of somebody whose documents are missing: what to bring, and the code to come back with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from printer.documents import wording
from printer.documents.letterhead import PLAIN, Letterhead
from printer.documents.receipt import day_text
from printer.documents.scale import SCALES, Scale
from printer.documents.slip_checks import SlipError, check_instant
from printer.documents.ticket import Digits, Names, TicketLanguage, as_line
from printer.documents.ticket_layout import heading, named, paired
from printer.profiles import Link, PaperProfile
from printer.render.blocks import Block, Gap, Kept, QrCode, Rule, Text, Weight
from printer.render.qr_size import module_dots

CODE_DIGITS = 8
MOST = 12


@dataclass(frozen=True, slots=True)
class ReturnPaper:
    """What stands on it; `printed_at` is aware and printed in `zone`, `last_day` is a working day of the hall's."""

    hall: Names
    service: Names
    code: str
    last_day: date
    missing: tuple[Names, ...]
    printed_at: datetime
    ticket: str = ""
    language: TicketLanguage = TicketLanguage.BOTH
    digits: Digits = Digits.WESTERN
    zone: str = "Asia/Muscat"

    def __post_init__(self) -> None:
        if not (len(self.code) == CODE_DIGITS and self.code.isascii() and self.code.isdigit()):
            raise SlipError(f"code: {self.code!r} is not {CODE_DIGITS} digits")
        if len(self.missing) > MOST:
            raise SlipError(f"missing: {len(self.missing)} documents, at most {MOST}")
        check_instant("printed_at", self.printed_at)


def lay_out_return(
    paper: ReturnPaper, profile: PaperProfile, link: Link, letterhead: Letterhead = PLAIN
) -> tuple[Block, ...]:
    """Return the blocks from top to bottom; the head is the one of the hall's tickets."""
    scale, language = SCALES[profile.paper_mm], paper.language
    printed = wording.date_text(paper.printed_at.astimezone(ZoneInfo(paper.zone)), paper.digits)
    service = Names(as_line(paper.service.ar), as_line(paper.service.en))
    return (
        Kept(heading(paper.hall, language, scale, link, letterhead)),
        Kept((*named(language, wording.label("return.title"), scale.service, Weight.BOLD), Gap(scale.gap))),
        *paired(language, service, scale.small + 2, Weight.SEMI_BOLD),
        *_missing(paper, scale),
        Gap(scale.gap),
        Rule(dotted=True),
        Gap(scale.gap),
        Kept(tuple(paired(language, wording.label("return.code"), scale.label, Weight.REGULAR))),
        Gap(scale.gap // 2),
        # In two groups: it is read aloud and typed.
        Text(f"{paper.code[:4]} {paper.code[4:]}", scale.figure + 8, Weight.BOLD, max_lines=1, tight=True),
        Gap(scale.gap),
        Gap(scale.gap // 2),
        *paired(language, wording.label("return.last_day"), scale.label, Weight.REGULAR),
        *named(language, day_text(paper.last_day, paper.digits), scale.service, Weight.BOLD),
        Gap(scale.gap),
        QrCode(paper.code, module_dots(paper.code, scale.qr)),
        Gap(scale.gap),
        Kept(tuple(paired(language, wording.label("return.keep"), scale.small, Weight.REGULAR))),
        Gap(4),
        *paired(language, printed, scale.small, Weight.MEDIUM),
    )


def _missing(paper: ReturnPaper, scale: Scale) -> list[Block]:
    """Return the documents, each under the other in the paper's languages; nothing where none was named."""
    if not paper.missing:
        return []
    bring = paired(paper.language, wording.label("return.missing"), scale.label - 2, Weight.REGULAR)
    told: list[Block] = [Gap(scale.gap), Kept(tuple(bring))]
    for document in paper.missing:
        arabic, english = as_line(document.ar), as_line(document.en)
        # One that an agent typed has no other language: it is not printed twice.
        shown = Names(f"• {arabic}", f"• {english}") if arabic != english else Names(f"• {arabic}", "")
        told += [Gap(4), *_document(paper.language, shown, scale)]
    return told


def _document(language: TicketLanguage, shown: Names, scale: Scale) -> list[Block]:
    if not shown.en:
        return [Text(shown.ar, scale.small + 2, Weight.SEMI_BOLD, rtl=language is not TicketLanguage.ENGLISH)]
    return list(named(language, shown, scale.small + 4, Weight.SEMI_BOLD))
