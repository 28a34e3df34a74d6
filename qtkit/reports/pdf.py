"""Draw a report on paper: JSON on standard input, a PDF on standard output; a separate program.

Qt shapes Arabic and puts the used letters of the typeface into the file. It runs beside the hall service, which knows
no Qt, for the second that it takes.
"""

from __future__ import annotations

import base64
import json
import os
import sys

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication

from contracts.codec.reader import from_json
from contracts.reporting.report import COUNT, DAYS, DURATION, PERCENT, Report, ReportTable, Value
from qtkit.reports.charts import CHART_HEIGHT, HEAT_CELL, bars, heat
from qtkit.reports.sheet import HEIGHT, MARGIN, QUIET, SHADE, ReportSheet, add_fonts
from qtkit.widgets.emblem import draw_emblem

ROW, HEAD, NAME_WIDTH = 56.0, 96.0, 400.0
CARD_HEIGHT, CARDS = 190.0, 4
DRAWN = ("hours", "steps")
"""The tables that have a chart: what follows each other in time."""
RULE_S = 60
EMBLEM = 160
"""Side of the emblem's box."""


def shown(kind: str, value: Value) -> str:
    """Return a value for a reader.

    >>> shown(DURATION, 754.4), shown(PERCENT, 81.06), shown(COUNT, 46), shown(COUNT, None)
    ('12:34', '81.1%', '46', '–')
    """
    if value is None or isinstance(value, str):
        return value or "–"
    if kind == DURATION:
        seconds = int(value + 0.5)
        return f"{seconds // RULE_S}:{seconds % RULE_S:02}"
    return f"{value:.1f}%" if kind == PERCENT else f"{value:g}" if kind in {COUNT, DAYS} else str(value)


def draw(report: Report) -> bytes:
    """Return the report as PDF; needs a QGuiApplication."""
    pages = _drawn(report, of_all=0)[1]
    return _drawn(report, of_all=pages)[0]


def _drawn(report: Report, *, of_all: int) -> tuple[bytes, int]:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    sheet = ReportSheet(buffer, report.title, right_to_left=report.direction == "rtl", digits=report.digits)
    hall = report.facts[0][1]

    def foot(page: int) -> None:
        y = HEIGHT - MARGIN - 30
        sheet.line(y - 8)
        told = report.words["page"].format(n=page, all=of_all)
        sheet.text(sheet.box(0, y, 900, 44), f"{hall} · {report.title}", 26, ink=QUIET)
        sheet.text(sheet.box(sheet.width - 600, y, 600, 44), told, 26, ink=QUIET, at_end=True)

    sheet.foot = foot
    _title(sheet, report)
    _cards(sheet, report)
    for table in report.tables:
        if table.rows:
            _part(sheet, table, report)
    if not any(table.rows for table in report.tables):
        sheet.text(sheet.box(0, sheet.y, sheet.width, ROW), report.words["nothing"], 36)
        sheet.y += 2 * ROW
    _definitions(sheet, report)
    sheet.end()
    return bytes(buffer.data().data()), sheet.page


def _title(sheet: ReportSheet, report: Report) -> None:
    _whose(sheet, report)
    sheet.text(sheet.box(0, sheet.y, sheet.width, 110), report.title, 76, bold=True)
    sheet.y += 120
    facts = [f"{head}: {text}" for head, text in report.facts]
    sheet.text(sheet.box(0, sheet.y, sheet.width, 54), "   ·   ".join(facts[:3]), 36)
    sheet.y += 56
    sheet.text(sheet.box(0, sheet.y, sheet.width, 48), "   ·   ".join(facts[3:]), 30, ink=QUIET)
    sheet.y += 76


def _whose(sheet: ReportSheet, report: Report) -> None:
    """Write the ministry's name over the title, beside its emblem where there is one."""
    if not report.ministry and not report.emblem:
        return
    start = 0.0
    if report.emblem:
        file = base64.b64decode(report.emblem.partition(",")[2])
        if draw_emblem(sheet.painter, sheet.box(0, sheet.y, EMBLEM, EMBLEM).toRect(), file):
            start = EMBLEM + 30
    high = EMBLEM if start else 60
    sheet.text(sheet.box(start, sheet.y, sheet.width - start, high), report.ministry, 40, bold=True)
    sheet.y += high + 30


def _cards(sheet: ReportSheet, report: Report) -> None:
    wide = sheet.width / CARDS
    for nth, one in enumerate(report.key):
        row, place = divmod(nth, CARDS)
        y = sheet.y + row * (CARD_HEIGHT + 16)
        sheet.painter.fillRect(sheet.box(place * wide, y, wide - 16, CARD_HEIGHT), SHADE)
        value = shown(one.column.kind, one.value)
        sheet.text(sheet.box(place * wide + 30, y + 16, wide - 76, 100), value, 70, bold=True)
        sheet.text(sheet.box(place * wide + 30, y + 118, wide - 76, 50), one.column.head, 32, ink=QUIET)
    sheet.y += -(-len(report.key) // CARDS) * (CARD_HEIGHT + 16) + 40


def _part(sheet: ReportSheet, table: ReportTable, report: Report) -> None:
    picture = CHART_HEIGHT if table.name in DRAWN and len(table.rows) > 1 else 0.0
    weekdays = len({row[0] for row in table.rows}) + 1
    first = HEAT_CELL * weekdays if table.name == "heat" else HEAD + 3 * ROW
    sheet.make_room(90 + picture + first)
    sheet.text(sheet.box(0, sheet.y, sheet.width, 70), table.title, 44, bold=True)
    sheet.y += 84
    if table.name == "heat":
        sheet.text(sheet.box(0, sheet.y, sheet.width, 44), report.words["heat_means"], 26, ink=QUIET)
        sheet.y += 56
        heat(sheet, table)
        return
    if picture:
        bars(sheet, table)
    _table(sheet, table)


def _table(sheet: ReportSheet, table: ReportTable) -> None:
    wide = (sheet.width - NAME_WIDTH) / (len(table.columns) - 1)
    _heads(sheet, table, wide)
    for nth, row in enumerate(table.rows):
        if sheet.make_room(ROW):
            _heads(sheet, table, wide)
        if nth % 2:
            sheet.painter.fillRect(sheet.box(0, sheet.y, sheet.width, ROW), SHADE)
        sheet.text(sheet.box(10, sheet.y, NAME_WIDTH - 20, ROW), shown(table.columns[0].kind, row[0]), 30)
        for place, (column, value) in enumerate(zip(table.columns[1:], row[1:], strict=True)):
            box = sheet.box(NAME_WIDTH + place * wide, sheet.y, wide - 12, ROW)
            sheet.text(box, shown(column.kind, value), 30, at_end=True)
        sheet.y += ROW
    sheet.line(sheet.y)
    sheet.y += 50


def _heads(sheet: ReportSheet, table: ReportTable, wide: float) -> None:
    sheet.text(sheet.box(10, sheet.y, NAME_WIDTH - 20, HEAD), table.columns[0].head, 26, bold=True, wrapped=True)
    for place, column in enumerate(table.columns[1:]):
        box = sheet.box(NAME_WIDTH + place * wide, sheet.y, wide - 12, HEAD)
        sheet.text(box, column.head, 26, bold=True, at_end=True, wrapped=True)
    sheet.y += HEAD
    sheet.line(sheet.y)


def _definitions(sheet: ReportSheet, report: Report) -> None:
    entries = [*report.definitions, (report.words["digest"], report.digest), ("", report.words["digest_means"])]
    heights = [max(44.0, sheet.wrapped_height(text, sheet.width - 520, 28) + 10) for _, text in entries]
    sheet.make_room(min(sum(heights) + 90, HEIGHT - 2 * MARGIN - 100))
    sheet.text(sheet.box(0, sheet.y, sheet.width, 70), report.words["definitions"], 44, bold=True)
    sheet.y += 84
    for (head, text), height in zip(entries, heights, strict=True):
        sheet.make_room(height)
        sheet.text(sheet.box(0, sheet.y, 500, height), head, 28, bold=True, wrapped=True)
        box = sheet.box(520, sheet.y, sheet.width - 520, height)
        sheet.text(box, text, 28, wrapped=True, as_it_is=text == report.digest)
        sheet.y += height


def main() -> int:
    """Draw what standard input holds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    report = from_json(Report, json.loads(sys.stdin.buffer.read()))
    application = QGuiApplication([])
    add_fonts()
    sys.stdout.buffer.write(draw(report))
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
