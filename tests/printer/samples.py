"""Tickets, reference papers and eyes for the printing tests."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import zxingcpp
from PIL import Image

from printer.documents.ticket import Names, TicketContent
from printer.emulator.hardware.paper import Sheet
from printer.emulator.interpreter.drawing import doubled
from printer.profiles import PaperProfile
from printer.render.bitmap import Bitmap
from printer.render.blocks import Block, Gap, Kept
from printer.render.raster import draw

ADDRESS = "https://dawr.example.om/t#MCT1.k3Jx9QeVtR2mZ8bLw5Yp0A"
TEN_35 = datetime(2026, 11, 24, 6, 35, tzinfo=UTC)

SERVICES = [
    Names("المساعدات السكنية", "Housing assistance"),
    Names("الأراضي", "Lands"),
    Names("التصرفات العقارية", "Real-estate transactions"),
    Names("منصة أملاك", "Amlak platform"),
    Names("متابعة المعاملات", "Request follow-up"),
    Names("الاستفسارات العامة", "General enquiries"),
    Names("مقابلة مسؤولي الدائرة", "Meeting an official"),
]


def ticket(**changes: object) -> TicketContent:
    """Return a ticket of the example hall with some fields changed."""
    fields: dict[str, object] = {
        "hall": Names("قاعة خدمات المراجعين – مسقط", "Visitors' Services Hall – Muscat"),
        "service": SERVICES[0],
        "number": "A047",
        "issued_at": TEN_35,
        "status_url": ADDRESS,
        "people_ahead": 12,
        "wait_low_min": 15,
        "wait_high_min": 25,
        "notice": Names("يُرجى الانتظار حتى يظهر رقمك على الشاشة", "Please wait until your number is shown"),
    }
    return TicketContent(**(fields | changes))  # type: ignore[arg-type]  # a test's shorthand


def reference(blocks: tuple[Block, ...], paper: PaperProfile) -> Bitmap:
    """Return the whole ticket as drawn, without cropping, banding or encoding."""
    rows = []
    flat = [part for block in blocks for part in (block.parts if isinstance(block, Kept) else (block,))]
    for block in flat:
        if isinstance(block, Gap):
            rows.append(bytes(paper.dots // 8 * block.height_dots))
            continue
        for picture in draw(block, paper):
            for row in picture.rows():
                rows.append(doubled(row) * 2 if picture.scale == 2 else row)
    return Bitmap(paper.dots, b"".join(rows))


def without_blank_ends(picture: Bitmap) -> bytes:
    """Return the rows from the first to the last with ink."""
    ink = picture.ink()
    assert ink is not None
    return picture.sliced(ink[1], ink[3]).data


def differing_dots(one: bytes, other: bytes) -> int:
    """Count the dots in which two pictures of the same shape differ."""
    assert len(one) == len(other)
    return (int.from_bytes(one) ^ int.from_bytes(other)).bit_count()


def codes_on(sheet: Sheet, folder: Path) -> list[str]:
    """Read the QR codes on a paper as a phone does, by an independent decoder."""
    path = folder / "sheet.png"
    sheet.save(path)
    picture = Image.open(io.BytesIO(path.read_bytes())).convert("L")
    wide = Image.new("L", (picture.width + 80, picture.height + 80), 255)
    wide.paste(picture, (40, 40))
    return [code.text for code in zxingcpp.read_barcodes(wide)]
