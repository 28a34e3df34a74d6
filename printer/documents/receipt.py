"""The receipt of a request: its number, to whom it goes and by when, and a code that any hall's reader reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from printer.documents import wording
from printer.documents.letterhead import PLAIN, Letterhead
from printer.documents.scale import SCALES
from printer.documents.slip_checks import check_instant, check_number
from printer.documents.ticket import Digits, Names, TicketLanguage, as_line
from printer.documents.ticket_layout import heading, named, paired
from printer.profiles import Link, PaperProfile
from printer.render.blocks import Block, Gap, Kept, QrCode, Rule, Text, Weight
from printer.render.qr_size import module_dots


@dataclass(frozen=True, slots=True)
class Receipt:
    """What stands on the receipt; `registered_at` is aware and printed in `zone`, `latest` is a day of the hall's."""

    hall: Names
    number: str
    topic: Names
    directorate: Names
    registered_at: datetime
    latest: date
    latest_expected: bool = False
    language: TicketLanguage = TicketLanguage.BOTH
    digits: Digits = Digits.WESTERN
    zone: str = "Asia/Muscat"

    def __post_init__(self) -> None:
        check_number(self.number)
        check_instant("registered_at", self.registered_at)


def lay_out_receipt(
    receipt: Receipt, paper: PaperProfile, link: Link, letterhead: Letterhead = PLAIN
) -> tuple[Block, ...]:
    """Return the receipt's blocks from top to bottom; its head is the one of the hall's tickets."""
    scale, language = SCALES[paper.paper_mm], receipt.language
    registered = wording.date_text(receipt.registered_at.astimezone(ZoneInfo(receipt.zone)), receipt.digits)
    latest = day_text(receipt.latest, receipt.digits)
    told = [
        Gap(scale.gap),
        *paired(language, wording.label("receipt.latest"), scale.label, Weight.REGULAR),
        *named(language, latest, scale.service, Weight.BOLD),
    ]
    if receipt.latest_expected:
        told += paired(language, wording.label("receipt.may_change"), scale.small, Weight.REGULAR)
    return (
        Kept(heading(receipt.hall, language, scale, link, letterhead)),
        Kept((*named(language, wording.label("receipt.title"), scale.service, Weight.BOLD), Gap(scale.gap))),
        Kept(tuple(paired(language, wording.label("receipt.number"), scale.label, Weight.REGULAR))),
        Gap(scale.gap // 2),
        Text(receipt.number, scale.figure + 8, Weight.BOLD, max_lines=1, tight=True, coarse=link is Link.SLOW),
        Gap(scale.gap),
        *_field(language, wording.label("receipt.topic"), receipt.topic, scale.label, scale.small),
        *_field(language, wording.label("receipt.directorate"), receipt.directorate, scale.label, scale.small),
        *told,
        Gap(scale.gap),
        Rule(dotted=True),
        Gap(scale.gap),
        QrCode(receipt.number, module_dots(receipt.number, scale.qr)),
        Gap(scale.gap),
        Kept(tuple(paired(language, wording.label("receipt.keep"), scale.small, Weight.REGULAR))),
        Gap(4),
        *paired(language, registered, scale.small, Weight.MEDIUM),
    )


def day_text(day: date, digits: Digits) -> Names:
    """Return a day, spelled out, without a time.

    >>> day_text(date(2026, 11, 30), Digits.WESTERN).en
    'Mon 30 Nov 2026'
    """
    whole = wording.date_text(datetime.combine(day, time()), digits)
    return Names(whole.ar.partition("،")[0], whole.en.partition(",")[0])


def _field(language: TicketLanguage, label: Names, text: Names, label_size: int, size: int) -> list[Block]:
    shown = Names(as_line(text.ar), as_line(text.en))
    return [
        Kept(tuple(paired(language, label, label_size - 2, Weight.REGULAR))),
        *paired(language, shown, size + 2, Weight.SEMI_BOLD),
        Gap(4),
    ]
