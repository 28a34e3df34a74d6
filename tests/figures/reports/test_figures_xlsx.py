"""A workbook, read back by another library: its figures are those of the page, as numbers."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from openpyxl import Workbook, load_workbook

from contracts.reporting.report import DURATION, PERCENT, ReportTable, Value
from figures.reports.figures_xlsx import figures_xlsx
from figures.reports.report import KEY_FIGURES
from figures.reports.seal import Verdict, verdict
from tests.helpers.figures_asked import empty_report, report
from web.texts import LANGUAGES


def opened(file: bytes) -> Workbook:
    return load_workbook(io.BytesIO(file))


def told(table: ReportTable, row: tuple[Value, ...]) -> list[object]:
    """Return what a reader reads in a row: times as times, shares as shares."""
    return [_told(column.kind, value) for column, value in zip(table.columns, row, strict=True)]


def _told(kind: str, value: Value) -> object:
    if value is None or isinstance(value, str):
        return value
    if kind == DURATION:
        return timedelta(seconds=value)
    return pytest.approx(value / 100) if kind == PERCENT else value


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_is_a_sheet_with_the_figures_of_the_page_as_numbers(language: str) -> None:
    made = report(language)
    book = opened(figures_xlsx(made))
    assert book.sheetnames == [made.words["key_figures"], *(t.title for t in made.tables), made.words["about"]]
    for table in made.tables:
        rows = [[cell.value for cell in row] for row in book[table.title].iter_rows()]
        assert rows[0] == [column.head for column in table.columns]
        assert rows[1:] == [told(table, row) for row in table.rows]


def test_times_and_shares_are_shown_as_such() -> None:
    made = report()
    sheet = opened(figures_xlsx(made))[made.words["key_figures"]]
    mean = next(row for row in sheet.iter_rows() if row[0].value == "Mean wait")[1]
    share = next(row for row in sheet.iter_rows() if row[0].value == "Within target")[1]
    assert (mean.number_format, share.number_format) == ("[m]:ss", "0.0%")
    assert share.value == pytest.approx(made.key[KEY_FIGURES.index("within")].value / 100)


def test_arabic_sheets_run_from_right_to_left() -> None:
    assert all(sheet.sheet_view.rightToLeft for sheet in opened(figures_xlsx(report("ar"))))
    assert not any(sheet.sheet_view.rightToLeft for sheet in opened(figures_xlsx(report("en"))))


def test_the_last_sheet_says_what_it_is_and_what_it_means() -> None:
    made = report()
    sheet = opened(figures_xlsx(made))[made.words["about"]]
    lines = {row[0].value: row[1].value for row in sheet.iter_rows() if row[0].value}
    assert lines == dict(made.facts) | dict(made.definitions) | {made.words["digest"]: made.digest}


def test_a_name_is_no_formula() -> None:
    services = opened(figures_xlsx(report()))["By service"]
    assert [(row[0].value, row[0].data_type) for row in services.iter_rows(min_row=2)] == [
        ("Lands", "s"),
        ("=1+1", "s"),
    ]


def test_a_day_without_visits_is_a_workbook_too() -> None:
    assert opened(figures_xlsx(empty_report())).sheetnames[-1] == "About"


def test_it_says_whether_it_was_changed() -> None:
    file = figures_xlsx(report())
    assert verdict(file) is Verdict.RIGHT
    again = io.BytesIO()
    opened(file).save(again)
    assert verdict(again.getvalue()) is Verdict.UNSEALED, "another program has written it again"
