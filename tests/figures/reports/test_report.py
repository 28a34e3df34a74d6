"""A report says in words what it is about, and its figures are those of the view."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.codec.reader import from_json, to_json
from contracts.reporting.report import Report
from figures.reports.figures_csv import COLUMNS
from figures.reports.report import KEY_FIGURES, digest_of, report_of
from tests.helpers.figures_asked import STAMPS, report, week
from tests.helpers.replacing import replace
from web.texts import LANGUAGES, texts


def test_it_says_in_words_what_it_is_about() -> None:
    *facts, rounded = report().facts
    assert facts == [
        ("Hall", "Muscat hall"),
        ("Period", "22 November 2026 to 28 November 2026"),
        ("Service", "All services"),
        ("Created", "24 November 2026 08:30"),
        ("Requested by", "Muna"),
    ]
    assert rounded[0] == "Rounded up"
    assert dict(report("en", service="A").facts)["Service"] == "Lands"
    assert report("ar").title == "مؤشرات الأسبوع"
    assert (report("ar").direction, report("en").direction) == ("rtl", "ltr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_of_every_part_is_in_a_table(language: str) -> None:
    view, made = week(), report(language)
    assert [one.value for one in made.key] == [getattr(view.total, name) for name in KEY_FIGURES]
    for name in ("steps", "services", "hours", "lanes", "visitor_kinds", "counters"):
        table = next(table for table in made.tables if table.name == name)
        expected = [tuple(getattr(part.figures, column) for column in COLUMNS) for part in getattr(view, name)]
        assert [row[1:] for row in table.rows] == expected
        assert all(len(row) == len(table.columns) for row in table.rows)
    heat = made.tables[-1]
    assert {row[2:] for row in heat.rows} == {(cell.came, cell.called, cell.median_s) for cell in view.heat}
    assert len(heat.rows) == len(view.heat)


def test_oman_s_week_begins_on_sunday_also_in_the_field_of_hours() -> None:
    assert [row[0] for row in report().tables[-1].rows][:1] == ["Sunday"]


def test_a_day_has_no_table_of_days_and_a_year_one_of_months() -> None:
    assert "steps" not in {table.name for table in report(period="day").tables}
    months = next(table for table in report(period="year").tables if table.name == "steps")
    assert [row[0] for row in months.rows] == ["November 2026"]


def test_the_digest_is_that_of_the_figures_and_not_of_the_hour() -> None:
    view = week()
    assert digest_of(view) == digest_of(replace(view, at=view.at + timedelta(hours=1)))
    assert digest_of(view) != digest_of(replace(view, total=replace(view.total, came=7)))


def test_it_goes_to_another_program_and_comes_back_the_same() -> None:
    assert from_json(Report, to_json(report("ar"))) == report("ar")


def test_only_arabic_paper_has_the_halls_digits() -> None:
    stamp = replace(STAMPS["ar"], digits="arabic_indic")
    assert report_of(week(), stamp, texts("ar"), "ar").digits == "arabic_indic"
    assert report_of(week(), stamp, texts("en"), "en").digits == "western"
