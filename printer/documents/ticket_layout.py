"""Lay a ticket's content out as blocks from top to bottom (pure)."""

from __future__ import annotations

import re
from dataclasses import replace

from printer.documents import wording
from printer.documents.letterhead import PLAIN, Letterhead
from printer.documents.scale import SCALES, Scale, Sheet, second_text
from printer.documents.ticket import Names, TicketContent, TicketLanguage
from printer.documents.wait_figures import figure_blocks, native_size
from printer.profiles import Link, PaperProfile
from printer.render.blocks import (
    Block,
    Drawn,
    Emblem,
    Framed,
    Gap,
    Kept,
    Logo,
    NativeLine,
    Pair,
    QrCode,
    Rule,
    Text,
    Weight,
)
from printer.render.qr_size import module_dots

_ARABIC = re.compile(r"[\u0621-\u064a]")


def lay_out(
    content: TicketContent, paper: PaperProfile, link: Link, letterhead: Letterhead = PLAIN
) -> tuple[Block, ...]:
    """Return the blocks of a ticket from top to bottom; `letterhead` is what stands above the hall's name.

    On a serial line the number is drawn at half resolution; on a slow one figures and dates are text in the printer's
    own font, where its ASCII can write them.
    """
    second = content.second if link is Link.FAST and content.language is TicketLanguage.BOTH else None
    content = wording.in_second_language(replace(content, second=second))
    sheet = Sheet(content, paper, link, SCALES[paper.paper_mm])
    return (
        Kept(heading(content.hall, content.language, sheet.scale, link, letterhead)),
        *_copy_mark(sheet),
        *_service_and_number(sheet),
        *figure_blocks(sheet),
        *_follow_and_date(sheet),
    )


def heading(
    hall: Names, language: TicketLanguage, scale: Scale, link: Link, letterhead: Letterhead
) -> tuple[Drawn | Gap, ...]:
    """Return what stands at the head of every paper: emblem, ministry and hall, or the product's mark and the hall."""
    logo, ministry = letterhead.logo, letterhead.ministry
    sign: Drawn | None = Logo(logo.picture) if logo and link is Link.FAST else logo
    if sign is None and not ministry.ar:
        sign = Emblem(scale.emblem)
    return (
        *((sign, Gap(scale.gap // 2)) if sign is not None else ()),
        *(named(language, ministry, scale.label, Weight.MEDIUM) if ministry.ar else ()),
        *named(language, hall, scale.hall, Weight.BOLD),
        Gap(scale.gap // 2),
        Rule(),
        Gap(scale.gap),
    )


def _copy_mark(sheet: Sheet) -> list[Block]:
    """Return the word in a frame, the same on every reprint, and the time of this one below."""
    content, scale = sheet.content, sheet.scale
    at = content.copied_local
    if at is None:
        return []
    mark, clock = wording.label("copy", content), wording.clock_text(at, content.digits)
    rtl = content.language is not TicketLanguage.ENGLISH
    word = {TicketLanguage.ARABIC: mark.ar, TicketLanguage.ENGLISH: mark.en}.get(
        content.language, f"{mark.ar} · {_isolated(mark.en)}"
    )
    framed = Framed(Text(word, scale.label + 2, Weight.BOLD, rtl=rtl, max_lines=1))
    time: Block = Text(clock.ar if rtl else clock.en, scale.small - 2, Weight.MEDIUM, rtl=rtl, max_lines=1)
    if sheet.native and content.plain_digits:
        time = NativeLine((clock.en,), 1, 1)
    return [Kept((Gap(4), framed)), time, Gap(scale.gap // 2)]


def _service_and_number(sheet: Sheet) -> list[Block]:
    content, scale = sheet.content, sheet.scale
    priority = wording.label("priority", content)
    lane = paired(content.language, priority, scale.label, Weight.BOLD) if content.priority else []
    name = Kept((*named(content.language, content.service, scale.service, Weight.BOLD), *lane))
    number = _number(sheet)
    if isinstance(number, NativeLine):
        return [name, number]  # a character cell has its own room above and below
    return [name, Gap(scale.gap + 14), number, Gap(scale.gap + 6)]


def _number(sheet: Sheet) -> Block:
    content, scale = sheet.content, sheet.scale
    if sheet.native and content.number.isascii():
        size = native_size(len(content.number), sheet.paper, 8)
        return NativeLine((content.number,), size, size)
    return Text(
        content.number,
        scale.number if content.language is TicketLanguage.BOTH else scale.number_alone,
        Weight.BOLD,
        rtl=bool(_ARABIC.match(content.number)),
        max_lines=1,
        min_size_dots=24,
        coarse=sheet.link is not Link.FAST,
        tight=True,
    )


def _follow_and_date(sheet: Sheet) -> list[Block]:
    content, scale = sheet.content, sheet.scale
    hint = wording.label("scan_later" if content.called_by_staff else "scan", content)
    told: list[Drawn | Gap] = list(paired(content.language, hint, scale.small, Weight.REGULAR))
    if content.notice.ar or content.notice.en:
        told += [Gap(2), *paired(content.language, content.notice, scale.small, Weight.REGULAR)]
    return [
        QrCode(content.status_url, module_dots(content.status_url, scale.qr)),
        Gap(scale.gap + 6),
        Kept(tuple(told)),
        Gap(4),
        *_date(sheet),
    ]


def _date(sheet: Sheet) -> list[Block]:
    content, scale = sheet.content, sheet.scale
    at = content.issued_local
    date = wording.date_text(at, content.digits, content)
    if not sheet.native:
        return list(paired(content.language, date, scale.small, Weight.MEDIUM))
    arabic: Block = (
        NativeLine((wording.date_in_figures(at),), 1, 1)
        if content.plain_digits
        else Text(date.ar, scale.small, Weight.MEDIUM, rtl=True)
    )
    english = NativeLine((date.en,), 1, 1)
    if content.language is TicketLanguage.BOTH:
        return [arabic, english]
    return [arabic if content.language is TicketLanguage.ARABIC else english]


def named(language: TicketLanguage, names: Names, size: int, weight: Weight) -> list[Drawn | Gap]:
    """Return a text in the languages of the paper, under each other."""
    blocks: list[Drawn | Gap] = []
    if language is not TicketLanguage.ENGLISH:
        blocks.append(Text(names.ar, size, weight, rtl=True))
    if language is TicketLanguage.BOTH:
        blocks.append(second_text(names.en, size * 2 // 3, Weight.MEDIUM))
    if language is TicketLanguage.ENGLISH:
        blocks.append(Text(names.en, size, weight))
    return blocks


def paired(language: TicketLanguage, names: Names, size: int, weight: Weight) -> list[Text | Pair]:
    """Return a text in the languages of the paper, beside each other."""
    arabic = Text(names.ar, size, weight, rtl=True)
    english = second_text(names.en, size - 2, weight)
    if language is TicketLanguage.BOTH and names.ar and names.en:
        return [Pair(arabic, english)]
    wanted = (arabic, english) if language is TicketLanguage.BOTH else ()
    single = {TicketLanguage.ARABIC: (arabic,), TicketLanguage.ENGLISH: (english,)}.get(language, wanted)
    return [text for text in single if text.text]


def _isolated(text: str) -> str:
    """Keep a left-to-right word from reordering the Arabic around it."""
    return f"\u2066{text}\u2069"
