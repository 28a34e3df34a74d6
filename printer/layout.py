"""Lay a ticket's content out as blocks from top to bottom (pure)."""

from __future__ import annotations

import re
from dataclasses import dataclass

import segno

from printer import wording
from printer.blocks import Block, Columns, Emblem, Framed, Gap, Pair, QrCode, Rule, Text, Weight
from printer.profiles import Link, PaperProfile
from printer.ticket import Names, TicketContent, TicketLanguage

_COLUMNS_FROM_DOTS = 512
_ARABIC = re.compile(r"[\u0621-\u064a]")


@dataclass(frozen=True, slots=True)
class _Scale:
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


_SCALES = {
    80: _Scale(
        emblem=52, hall=33, service=40, number=178, number_alone=206, figure=42, label=24, small=24, qr=170, gap=8
    ),
    58: _Scale(
        emblem=48, hall=28, service=33, number=138, number_alone=146, figure=25, label=24, small=22, qr=140, gap=7
    ),
}


def lay_out(content: TicketContent, paper: PaperProfile, link: Link) -> tuple[Block, ...]:
    """Return the blocks of a ticket; on a slow link the number is drawn at half resolution."""
    scale = _SCALES[paper.paper_mm]
    return (
        *_heading(content, scale),
        *_copy_mark(content, scale),
        *_service_and_number(content, scale, link),
        *_figures(content, scale, paper),
        *_follow_and_date(content, scale),
    )


def module_dots(text: str, width_dots: int) -> int:
    """Return the module width at which a QR code of this text comes nearest below `width_dots`, at least 3."""
    modules = segno.make_qr(text, error="m", boost_error=False).symbol_size(border=0)[0]
    return max(3, min(8, width_dots // int(modules)))


def _heading(content: TicketContent, scale: _Scale) -> list[Block]:
    return [
        Emblem(scale.emblem),
        Gap(scale.gap // 2),
        *_named(content, content.hall, scale.hall, Weight.BOLD),
        Gap(scale.gap // 2),
        Rule(),
        Gap(scale.gap),
    ]


def _copy_mark(content: TicketContent, scale: _Scale) -> list[Block]:
    at = content.copied_local
    if at is None:
        return []
    clock = wording.clock_text(at, content.digits)
    parts = {
        TicketLanguage.ARABIC: f"{wording.COPY_LABEL.ar} · {clock.ar}",
        TicketLanguage.ENGLISH: f"{wording.COPY_LABEL.en} · {clock.en}",
        TicketLanguage.BOTH: f"{wording.COPY_LABEL.ar} · {_isolated(wording.COPY_LABEL.en)} · {clock.ar}",
    }
    rtl = content.language is not TicketLanguage.ENGLISH
    text = Text(parts[content.language], scale.label + 2, Weight.BOLD, rtl=rtl, max_lines=1)
    return [Gap(4), Framed(text), Gap(scale.gap)]


def _service_and_number(content: TicketContent, scale: _Scale, link: Link) -> list[Block]:
    size = scale.number if content.language is TicketLanguage.BOTH else scale.number_alone
    number = Text(
        content.number,
        size,
        Weight.BOLD,
        rtl=bool(_ARABIC.match(content.number)),
        max_lines=1,
        min_size_dots=24,
        coarse=link is not Link.FAST,
        tight=True,
    )
    return [
        *_named(content, content.service, scale.service, Weight.BOLD),
        Gap(scale.gap + 14),
        number,
        Gap(scale.gap + 6),
    ]


def _figures(content: TicketContent, scale: _Scale, paper: PaperProfile) -> list[Block]:
    ahead = wording.ahead_figure(content)
    wait = wording.wait_figure(content)
    told = [(wording.AHEAD_LABEL, ahead), (wording.WAIT_LABEL, wait)]
    known = [(label, figure) for label, figure in told if figure is not None]
    if not known:
        return [Gap(scale.gap), Rule(dotted=True), Gap(scale.gap + 12)]
    if len(known) == 2 and paper.dots >= _COLUMNS_FROM_DOTS:
        first, second = (_cell(content, scale, label, figure) for label, figure in known)
        right, left = (second, first) if content.language is TicketLanguage.ENGLISH else (first, second)
        blocks: list[Block] = [Columns(right, left)]
    else:
        blocks = [text for label, figure in known for text in _row(content, scale, label, figure)]
    below = scale.gap - 2 if content.language is TicketLanguage.BOTH else scale.gap + 4
    return [*blocks, Gap(below), Rule(dotted=True), Gap(scale.gap + 12)]


def _cell(content: TicketContent, scale: _Scale, label: Names, figure: Names) -> tuple[Text, ...]:
    """Return a column: what it is, how much in large type, the same in English."""
    if content.language is TicketLanguage.ENGLISH:
        return _latin(label.en, scale.label, Weight.MEDIUM), _latin(figure.en, scale.figure, Weight.BOLD)
    arabic = (
        Text(label.ar, scale.label, Weight.MEDIUM, rtl=True, max_lines=1),
        Text(figure.ar, scale.figure, Weight.BOLD, rtl=True, max_lines=1),
    )
    english = _latin(f"{label.en}: {figure.en}", scale.small - 2)
    return arabic if content.language is TicketLanguage.ARABIC else (*arabic, english)


def _row(content: TicketContent, scale: _Scale, label: Names, figure: Names) -> tuple[Text, ...]:
    """Return a line of its own: what it is and how much."""
    arabic = Text(f"{label.ar}: {figure.ar}", scale.figure, Weight.BOLD, rtl=True, max_lines=1)
    english = f"{label.en}: {figure.en}"
    if content.language is TicketLanguage.ENGLISH:
        return (_latin(english, scale.figure, Weight.BOLD),)
    return (arabic,) if content.language is TicketLanguage.ARABIC else (arabic, _latin(english, scale.small))


def _latin(text: str, size: int, weight: Weight = Weight.REGULAR) -> Text:
    return Text(text, size, weight, max_lines=1)


def _follow_and_date(content: TicketContent, scale: _Scale) -> list[Block]:
    date = wording.date_text(content.issued_local, content.digits)
    return [
        QrCode(content.status_url, module_dots(content.status_url, scale.qr)),
        Gap(scale.gap + 6),
        *_paired(content, wording.SCAN_HINT, scale.small, Weight.REGULAR),
        Gap(2),
        *_paired(content, date, scale.small, Weight.MEDIUM),
        *([Gap(2)] if content.notice.ar or content.notice.en else []),
        *_paired(content, content.notice, scale.small, Weight.REGULAR),
    ]


def _named(content: TicketContent, names: Names, size: int, weight: Weight) -> list[Block]:
    blocks: list[Block] = []
    if content.language is not TicketLanguage.ENGLISH:
        blocks.append(Text(names.ar, size, weight, rtl=True))
    if content.language is TicketLanguage.BOTH:
        blocks.append(Text(names.en, size * 2 // 3, Weight.MEDIUM))
    if content.language is TicketLanguage.ENGLISH:
        blocks.append(Text(names.en, size, weight))
    return blocks


def _paired(content: TicketContent, names: Names, size: int, weight: Weight) -> list[Block]:
    arabic = Text(names.ar, size, weight, rtl=True)
    english = Text(names.en, size - 2, weight)
    if content.language is TicketLanguage.BOTH and names.ar and names.en:
        return [Pair(arabic, english)]
    wanted = (arabic, english) if content.language is TicketLanguage.BOTH else ()
    single = {TicketLanguage.ARABIC: (arabic,), TicketLanguage.ENGLISH: (english,)}.get(content.language, wanted)
    return [text for text in single if text.text]


def _isolated(text: str) -> str:
    """Keep a left-to-right word from reordering the Arabic around it."""
    return f"\u2066{text}\u2069"
