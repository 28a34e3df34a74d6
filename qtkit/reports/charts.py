"""The pictures of a report: waits as bars, and the week's hours as a field of shades."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor

from contracts.reporting.report import ReportTable, Value
from qtkit.reports.sheet import DEEP, INK, LIGHT, LINE, PALE, QUIET, ReportSheet

CHART_HEIGHT, AXIS, LABELS = 460.0, 110.0, 60.0
HEAT_CELL, HEAT_NAME = 78.0, 240.0
_MINUTE_S = 60
_LABELS, _MANY = 32, 8
"""How many labels fit under a chart; of more than a few rows only the first word of each."""
_STEPS_MIN = (1, 2, 5, 10, 15, 30, 60, 120)


def minutes(value: Value) -> str:
    """Return a duration in whole minutes, half a minute rounded up as people do."""
    return "–" if not isinstance(value, int | float) else str(int(value / _MINUTE_S + 0.5))


def top_of(values: Sequence[float]) -> tuple[int, int]:
    """Return the highest mark of an axis over these seconds and the step between marks, in minutes.

    >>> top_of([400.0, 1250.0]), top_of([])
    ((25, 5), (1, 1))
    """
    most_min = max(values, default=0.0) / _MINUTE_S
    step = next((step for step in _STEPS_MIN if most_min <= 5 * step), 240)
    return max(step, int(-(-most_min // step)) * step), step


def bars(sheet: ReportSheet, table: ReportTable) -> None:
    """Draw the median wait and the wait of nine in ten of each row, side by side, with the legend above."""
    median, p90 = 4, 5
    values = [row[at] for row in table.rows for at in (median, p90)]
    top, step = top_of([value for value in values if isinstance(value, int | float)])
    y, height = sheet.y, CHART_HEIGHT - LABELS - 70
    _legend(sheet, ((table.columns[median].head, DEEP), (table.columns[p90].head, LIGHT)))
    base = y + 70 + height
    for mark in range(0, top + 1, step):
        at = base - height * mark / top
        sheet.line(at, LINE)
        sheet.text(sheet.box(0, at - 36, AXIS - 15, 34), str(mark), 26, ink=QUIET)
    room = (sheet.width - AXIS) / max(1, len(table.rows))
    wide = min(70.0, 0.36 * room)
    for nth, row in enumerate(table.rows):
        start = AXIS + nth * room + room / 2
        for value, ink, shift in ((row[median], DEEP, -wide), (row[p90], LIGHT, 0.0)):
            if isinstance(value, int | float):
                tall = height * value / (_MINUTE_S * top)
                sheet.painter.fillRect(sheet.box(start + shift, base - tall, wide - 4, tall), ink)
        every = -(-len(table.rows) // _LABELS)
        if nth % every == 0:
            label = str(row[0]).split()[0] if len(table.rows) > _MANY else str(row[0])
            sheet.text(
                sheet.box(start - every * room / 2, base + 8, every * room, 40), label, 26, ink=QUIET, centred=True
            )
    sheet.y += CHART_HEIGHT + 30


def _legend(sheet: ReportSheet, parts: Sequence[tuple[str, QColor]]) -> None:
    start = AXIS
    for text, ink in parts:
        sheet.painter.fillRect(sheet.box(start, sheet.y + 12, 26, 26), ink)
        sheet.text(sheet.box(start + 40, sheet.y, 500, 50), text, 28)
        start += 480


def heat(sheet: ReportSheet, table: ReportTable) -> None:
    """Draw the hours of the week: the darker, the longer half of them waited; below it how many came."""
    weekdays = list(dict.fromkeys(row[0] for row in table.rows))
    hours = sorted({str(row[1]) for row in table.rows})
    cells = {(row[0], row[1]): row for row in table.rows}
    longest = max((row[4] for row in table.rows if isinstance(row[4], int | float)), default=1.0) or 1.0
    sheet.make_room(HEAT_CELL * (len(weekdays) + 1))
    wide = min(210.0, (sheet.width - HEAT_NAME) / max(1, len(hours)))
    for nth, hour in enumerate(hours):
        sheet.text(sheet.box(HEAT_NAME + nth * wide, sheet.y, wide, 50), hour, 28, ink=QUIET, centred=True)
    sheet.y += 54
    for weekday in weekdays:
        sheet.text(sheet.box(0, sheet.y, HEAT_NAME, HEAT_CELL), str(weekday), 30)
        for nth, hour in enumerate(hours):
            row = cells.get((weekday, hour))
            if row is not None:
                _cell(sheet, HEAT_NAME + nth * wide, wide, row, longest)
        sheet.y += HEAT_CELL
    sheet.y += 30


def _cell(sheet: ReportSheet, start: float, wide: float, row: Sequence[Value], longest: float) -> None:
    share = row[4] / longest if isinstance(row[4], int | float) else 0.0
    box = sheet.box(start, sheet.y, wide - 4, HEAT_CELL - 4)
    sheet.painter.fillRect(box, _shade(share))
    ink = QColor("white") if share > _DARK else INK
    half = (HEAT_CELL - 4) / 2
    sheet.text(sheet.box(start, sheet.y + 2, wide - 4, half), minutes(row[4]), 30, bold=True, ink=ink, centred=True)
    sheet.text(sheet.box(start, sheet.y + half - 2, wide - 4, half), f"{row[2]:g}", 24, ink=ink, centred=True)


_DARK = 0.55


def _shade(share: float) -> QColor:
    channels = ((PALE.red(), DEEP.red()), (PALE.green(), DEEP.green()), (PALE.blue(), DEEP.blue()))
    red, green, blue = (round(light + (deep - light) * share) for light, deep in channels)
    return QColor(red, green, blue)
