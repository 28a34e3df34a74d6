"""Every kind of ticket there is: paper, language, encoding, and what makes tickets differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from printer.composer import Composer
from printer.documents.letterhead import Letterhead
from printer.documents.test_slip import Trial, lay_out_trial
from printer.documents.ticket import Digits, Names, TicketContent, TicketLanguage
from printer.emulator.interpreter.drawing import doubled, placed
from printer.escpos.capabilities import Abilities, Known
from printer.escpos.encode import cut_stub
from printer.profiles import Link, PaperProfile, paper_of
from printer.render.bitmap import Bitmap, cropped, made_safe
from printer.render.blocks import Block, Drawn, Gap, Kept, NativeLine, QrCode
from printer.render.logo import load_logo
from printer.render.raster import draw
from tests.printer.samples import SERVICES, TEN_35, ticket

CENTRED = 1
LONG = Names(
    "تسجيل الأراضي ونقل الملكية وتوثيق عقود الإيجار السكنية والتجارية في جميع ولايات المحافظة",
    "Registration of land, transfer of ownership and attestation of residential and commercial leases",
)
THREE_ROWS = Names(
    "يرجى الانتظار حتى يظهر رقمك على الشاشة ثم التوجه إلى النافذة المبينة "
    "ومعك أصل البطاقة الشخصية وعقد الإيجار وسند الملكية",
    "Please wait until your number is shown, then go to the counter named beside it "
    "with your identity card and title deed",
)
PREMIUM = Names("الخدمة المميزة للمستثمرين", "Premium service for investors")
KINDS: dict[str, dict[str, object]] = {
    "plain": {},
    "copy": {"copied_at": TEN_35 + timedelta(minutes=3)},
    "long-names": {"service": LONG, "hall": LONG},
    "arabic-digits": {"digits": Digits.ARABIC_INDIC},
    "no-wait": {"number": "B999", "people_ahead": 0, "wait_low_min": None, "wait_high_min": None},
}
"""Printed with every encoding, by printers that can make QR codes and by those that cannot."""
MORE_KINDS: dict[str, dict[str, object]] = {
    "nobody-knows": {"people_ahead": None, "wait_low_min": None, "wait_high_min": None},
    "hall-away": {
        "number": "L100",
        "called_by_staff": True,
        "people_ahead": None,
        "wait_low_min": None,
        "wait_high_min": None,
    },
    "premium": {"number": "M305", "service": PREMIUM, "people_ahead": 1, "wait_low_min": 2, "wait_high_min": 2},
    "two-letters": {"number": "AB1234", "people_ahead": 9999, "wait_low_min": 90, "wait_high_min": 120},
    "arabic-letter-copy": {"number": "س-012", "digits": Digits.ARABIC_INDIC, "copied_at": TEN_35},
    "long-notice": {"notice": THREE_ROWS},
    "own-logo": {},
    "after-a-stub": {},
}
"""Printed with every encoding, to a printer that draws its own QR codes."""
SLIPS = {"test-print": Digits.WESTERN, "test-print-arabic-digits": Digits.ARABIC_INDIC}
LOGO = Path(__file__).with_name("logo.svg")
SERVICE_KINDS = {f"service-{nth}": {"service": service} for nth, service in enumerate(SERVICES[1:], start=2)}


@dataclass(frozen=True)
class Case:
    """One ticket, for one paper, over one link, to a printer that draws its own QR codes or does not."""

    paper_mm: int
    language: TicketLanguage
    link: Link
    native_qr: bool
    kind: str

    @property
    def name(self) -> str:
        code = "own-qr" if self.native_qr else "drawn-qr"
        return f"{self.paper_mm}-{self.language.value}-{self.link.value}-{code}-{self.kind}"

    @property
    def paper(self) -> PaperProfile:
        return paper_of(self.paper_mm)

    @property
    def content(self) -> TicketContent:
        return ticket(language=self.language, **(KINDS | MORE_KINDS | SERVICE_KINDS)[self.kind])

    @property
    def is_ticket(self) -> bool:
        """Whether it is a ticket and not the slip that staff print."""
        return self.kind not in SLIPS

    @property
    def exact(self) -> bool:
        """Whether no dot of it is left to the printer's own font."""
        return self.link is not Link.SLOW or not self.is_ticket

    @property
    def usual(self) -> bool:
        """Whether the default run prints it: a plain ticket of each paper and language, and one of each other kind."""
        if self.paper_mm == 80 and self.native_qr and self.language is TicketLanguage.ARABIC:
            return self.kind in {"plain", "own-logo", "after-a-stub"} or (self.link, self.kind) == (Link.FAST, "copy")
        if self.link is not Link.FAST:
            return False
        return self.kind == "plain" if self.native_qr else (self.language, self.kind) == (TicketLanguage.BOTH, "plain")

    @property
    def papers(self) -> int:
        """How many papers come out; the last one is the one meant."""
        return 2 if self.kind == "after-a-stub" else 1

    @property
    def composer(self) -> Composer:
        return Composer(
            self.paper,
            self.link,
            letterhead=Letterhead(load_logo(LOGO, self.paper) if self.kind == "own-logo" else None),
        )

    @property
    def abilities(self) -> Abilities:
        return Abilities(native_qr=Known.of(self.native_qr), half_resolution=Known.YES)

    def bytes_of(self) -> bytes:
        whole = self.composer.segments(self._laid_out(), self.abilities)
        before = [*whole[: len(whole) // 2], cut_stub()] if self.kind == "after-a-stub" else []
        return b"".join([*before, *whole])

    def _laid_out(self) -> tuple[Block, ...]:
        if self.is_ticket:
            return self.composer.blocks(self.content)
        return lay_out_trial(Trial("جهاز المدخل الشرقي 1", TEN_35, digits=SLIPS[self.kind]), self.paper)

    def blocks(self) -> list[Block]:
        blocks = self._laid_out()
        return [part for block in blocks for part in (block.parts if isinstance(block, Kept) else (block,))]


CASES = [
    *(
        Case(paper_mm, language, link, native_qr, kind)
        for paper_mm in (80, 58)
        for language in TicketLanguage
        for link in Link
        for native_qr in (True, False)
        for kind in (KINDS if not native_qr else KINDS | MORE_KINDS)
    ),
    *(
        Case(paper_mm, TicketLanguage.ARABIC, Link.FAST, native_qr=True, kind=kind)
        for paper_mm in (80, 58)
        for kind in SERVICE_KINDS
    ),
    *(
        Case(paper_mm, TicketLanguage.BOTH, link, native_qr=True, kind=kind)
        for paper_mm in (80, 58)
        for link in Link
        for kind in SLIPS
    ),
]


def each(cases: list[Case]) -> list[object]:
    """Return the cases as pytest's parameters; only the usual ones are tried by default."""
    return [pytest.param(case, id=case.name, marks=[] if case.usual else pytest.mark.full) for case in cases]


@dataclass(frozen=True)
class Band:
    """Where on the paper a block stands: from its first row up to the row behind it."""

    block: Block
    top: int
    bottom: int


def layout_rows(case: Case) -> tuple[list[bytes], list[Band]]:
    """Return the whole ticket as the layout draws it, without bands of bytes or encoding, and where each block is.

    A picture in which a real-time command hides is moved aside by a dot or two: the one change there is.
    """
    rows: list[bytes] = []
    bands: list[Band] = []
    for block in case.blocks():
        top = len(rows)
        match block:
            case Gap():
                rows += [bytes(case.paper.dots // 8)] * block.height_dots
            case NativeLine():
                raise AssertionError("a line in the printer's own font has no layout bitmap")
            case QrCode() if case.native_qr:
                rows += _wide(draw(block, case.paper)[0], case.paper.dots)
            case QrCode(text, module_dots):
                # A printer that doubles dots gets a code with modules of an even width.
                _add(rows, QrCode(text, module_dots // 2 * 2, coarse=True), case.paper)
            case _:
                _add(rows, block, case.paper)
        bands.append(Band(block, top, len(rows)))
    return rows, bands


def _add(rows: list[bytes], block: Drawn, paper: PaperProfile) -> None:
    for picture in draw(block, paper):
        part = cropped(picture)
        if part is None:
            rows += _wide(picture, paper.dots)
            continue
        above, inked, below = part
        safe = made_safe(inked, paper.dots)
        blank = bytes(paper.dots // 8)
        rows += [blank] * (above * picture.scale) + _wide(safe, paper.dots) + [blank] * (below * picture.scale)


def _wide(picture: Bitmap, dots: int) -> list[bytes]:
    rows = [doubled(row) for row in picture.rows() for _ in range(2)] if picture.scale == 2 else list(picture.rows())
    return [placed(row, dots, CENTRED) for row in rows]
