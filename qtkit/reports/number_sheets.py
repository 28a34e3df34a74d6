"""Draw number sheets for a day without hall and kiosks: slips to cut out, and a table to write on, by service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QPen

from qtkit.reports.sheet import HEIGHT, INK, LINE, MARGIN, QUIET, ReportSheet, add_fonts

COLUMNS, ROWS = 5, 5
SLIPS = COLUMNS * ROWS
LINES, LINE_HEIGHT, TITLE = 25, 60.0, 110.0
HEADS = (
    ("الرقم", "Number", 260.0),
    ("وقت الإصدار", "Given at", 400.0),
    ("النافذة", "Counter", 300.0),
    ("النتيجة: 1 إلى 5 كما في أسفل الصفحة", "Outcome", 0.0),
)
OUTCOMES = (
    ("أُنجزت المعاملة", "Completed"),
    ("سُجِّل الطلب", "Request registered"),
    ("نقص في المستندات", "Documents missing"),
    ("أُحيل إلى الجهة المختصة", "Referred to the directorate concerned"),
    ("أُلغي", "Cancelled"),
)
"""In the order of contracts.words.hall.Outcome, by which they are entered as 1 to 5."""


@dataclass(frozen=True)
class ServiceSheet:
    """The numbers of one service, as they stand on paper."""

    arabic: str
    english: str
    tickets: tuple[str, ...]


def draw_sheets(hall: str, services: Sequence[ServiceSheet]) -> bytes:
    """Return all sheets as one PDF; needs a QGuiApplication."""
    add_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    sheet = ReportSheet(buffer, f"{hall} – أرقام الطوارئ", right_to_left=True)
    begun = False
    for service in services:
        for first in range(0, len(service.tickets), SLIPS):
            if begun:
                sheet.new_page()
            begun = True
            _slips(sheet, hall, service, service.tickets[first : first + SLIPS])
        for first in range(0, len(service.tickets), LINES):
            sheet.new_page()
            _table(sheet, hall, service, service.tickets[first : first + LINES])
    sheet.end()
    return bytes(buffer.data().data())


def _slips(sheet: ReportSheet, hall: str, service: ServiceSheet, tickets: Sequence[str]) -> None:
    """Draw one page of slips, from the side where reading begins."""
    width, height = sheet.width / COLUMNS, (HEIGHT - 2 * MARGIN) / ROWS
    for place, ticket in enumerate(tickets):
        row, column = divmod(place, COLUMNS)
        box = sheet.box(column * width, MARGIN + row * height, width, height)
        sheet.painter.setPen(QPen(LINE, 3))
        sheet.painter.drawRect(box)
        _row(sheet, box, 14, 40, hall, 26, quiet=True)
        _row(sheet, box, 60, 130, ticket, 120, bold=True)
        _row(sheet, box, 195, 46, service.arabic, 34)
        _row(sheet, box, 240, 36, service.english, 26, quiet=True)
        _row(sheet, box, 290, 44, "الوقت ________  Time", 26)


def _row(
    sheet: ReportSheet, box: QRectF, top: float, height: float, text: str, size: float, *,
    bold: bool = False, quiet: bool = False,
) -> None:  # fmt: skip
    within = QRectF(box.x() + 15, box.y() + top, box.width() - 30, height)
    sheet.text(within, text, size, bold=bold, ink=QUIET if quiet else INK, centred=True)


def _table(sheet: ReportSheet, hall: str, service: ServiceSheet, tickets: Sequence[str]) -> None:
    """Draw one page of the table that is entered later."""
    title = f"{hall} – {service.arabic} · {service.english}"
    sheet.text(sheet.box(0, MARGIN, sheet.width * 0.7, 60), title, 40, bold=True)
    sheet.text(
        sheet.box(sheet.width * 0.7, MARGIN, sheet.width * 0.3, 60), "التاريخ Date ____________", 34, at_end=True
    )
    _cells(sheet, MARGIN + 70, [f"{arabic} {english}" for arabic, english, _ in HEADS], bold=True)
    for place, ticket in enumerate(tickets):
        _cells(sheet, MARGIN + TITLE + 20 + place * LINE_HEIGHT, [ticket, "", "", ""])
    width = sheet.width / len(OUTCOMES)
    for place, (arabic, english) in enumerate(OUTCOMES):
        for up, text, size in ((84.0, f"{place + 1}: {arabic}", 30.0), (38.0, english, 24.0)):
            sheet.text(sheet.box(place * width, HEIGHT - MARGIN - up, width, 44), text, size, ink=QUIET)


def _cells(sheet: ReportSheet, y: float, texts: Sequence[str], *, bold: bool = False) -> None:
    start = 0.0
    for (_arabic, _english, wide), text in zip(HEADS, texts, strict=True):
        width = wide or sheet.width - start
        box = sheet.box(start, y, width, LINE_HEIGHT)
        sheet.painter.setPen(QPen(LINE, 2))
        sheet.painter.drawRect(box)
        sheet.text(QRectF(box.x() + 12, box.y(), box.width() - 24, box.height()), text, 30, bold=bold)
        start += width
