"""Figures as a workbook: a sheet for each table, real numbers, and a last sheet that says what it all means."""

from __future__ import annotations

import io
from datetime import timedelta

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from contracts.reporting.report import COUNT, DAYS, DURATION, PERCENT, TEXT, Column, Report, ReportTable, Value
from figures.reports.seal import Kind, sealed

DAY_S = timedelta(days=1).total_seconds()
"""Spreadsheets count time in days."""
_SHOWN = {COUNT: "0", DAYS: "0.0", DURATION: "[m]:ss", PERCENT: "0.0%", TEXT: "@"}
_FIRST_WIDTH, _WIDTH, _MEANS_WIDTH = 26, 14, 100
_FONT = "IBM Plex Sans Arabic"


def figures_xlsx(report: Report) -> bytes:
    """Return the sealed workbook; times are times and shares are shares, so that a spreadsheet can go on with them."""
    file = io.BytesIO()
    # Row by row, as the rows come: the memory of a workbook is that of one row.
    with Workbook(file, {"constant_memory": True, "in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": report.title, "subject": report.facts[1][1]})
        _Sheets(book, report).write()
    return sealed(file.getvalue(), Kind.XLSX)


class _Sheets:
    """The sheets of one workbook."""

    def __init__(self, book: Workbook, report: Report) -> None:
        self._book, self._report = book, report
        plain = {"font_name": _FONT, "valign": "top"}
        self._head = book.add_format({**plain, "bold": True, "text_wrap": True, "bg_color": "#E9EEF0", "bottom": 1})
        self._title = book.add_format({**plain, "bold": True, "font_size": 14})
        self._means = book.add_format({**plain, "text_wrap": True})
        self._formats = {kind: book.add_format({**plain, "num_format": shown}) for kind, shown in _SHOWN.items()}

    def write(self) -> None:
        """Write the key figures, each table, and what it all means."""
        self._key_figures()
        for table in self._report.tables:
            self._table(table)
        self._about()

    def _sheet(self, name: str) -> Worksheet:
        sheet = self._book.add_worksheet(name[:31])
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        if self._report.direction == "rtl":
            sheet.right_to_left()
        return sheet

    def _key_figures(self) -> None:
        sheet = self._sheet(self._report.words["key_figures"])
        sheet.set_column(0, 1, _FIRST_WIDTH)
        sheet.write_string(0, 0, self._report.title, self._title)
        for at, one in enumerate(self._report.key, start=2):
            sheet.write_string(at, 0, one.column.head, self._head)
            self._cell(sheet, at, 1, one.column, one.value)

    def _table(self, table: ReportTable) -> None:
        sheet = self._sheet(table.title)
        sheet.set_column(0, 0, _FIRST_WIDTH)
        sheet.set_column(1, len(table.columns) - 1, _WIDTH)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        for at, column in enumerate(table.columns):
            sheet.write_string(0, at, column.head, self._head)
        for at, row in enumerate(table.rows, start=1):
            for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
                self._cell(sheet, at, place, column, value)

    def _about(self) -> None:
        sheet = self._sheet(self._report.words["about"])
        sheet.set_column(0, 0, _FIRST_WIDTH)
        sheet.set_column(1, 1, _MEANS_WIDTH)
        lines = [*self._report.facts, *self._report.definitions]
        lines += [(self._report.words["digest"], self._report.digest), ("", self._report.words["digest_means"])]
        for at, (head, text) in enumerate(lines):
            sheet.write_string(at, 0, head, self._head)
            sheet.write_string(at, 1, text, self._means)

    def _cell(self, sheet: Worksheet, row: int, place: int, column: Column, value: Value) -> None:
        shown = self._formats[column.kind]
        if isinstance(value, str):
            sheet.write_string(row, place, value, shown)
        elif value is not None:
            sheet.write_number(row, place, value / _UNITS.get(column.kind, 1), shown)


_UNITS = {DURATION: DAY_S, PERCENT: 100}
