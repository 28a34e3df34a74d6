"""Figures as a file: read back by a CSV reader, with a digest that a changed figure breaks."""

from __future__ import annotations

import csv
import hashlib
import io
from datetime import UTC, date, datetime

import pytest

from contracts.reporting.figures import FiguresView
from figures.period import Asked
from figures.reports.figures_csv import Stamp, figures_csv
from figures.stage_rows import StageRow
from tests.helpers.figures_asked import figured
from web.texts import texts

NOW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
ROW = StageRow("A", "standard", "", 1, 9, True, 60, 5, 300, False)
STAMP = Stamp("قاعة مسقط", {"A": "Lands", "B": "=1+1"}, "muna", NOW)


def view(service: str | None = None, period: str = "week") -> FiguresView:
    day, other = date(2026, 11, 24), ROW._replace(service="B", visitor_kind="citizen", counter=None, hour=10)
    return figured(Asked(period, day, service), [(day, [ROW, other])], {"A": 30})


def rows(file: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"))))


def test_it_says_what_it_is_and_tells_every_figure_of_every_part() -> None:
    found = rows(figures_csv(view(), STAMP, texts("en"), "en"))
    assert found[:4] == [
        ["Hall", "قاعة مسقط"],
        ["Period", "Week", "2026-11-22", "2026-11-28"],
        ["Service", "All services"],
        ["Created", "2026-11-24T08:30:00+00:00", "muna"],
    ]
    assert found[4][0] == "Rounded up"
    head = found[6]
    total = dict(zip(head, found[7], strict=True))
    assert (total["Part"], total["Visits"], total["Median wait (s)"], total["Within target (%)"]) == (
        "All", "2", "60.0", "0.0",
    )  # fmt: skip
    parts = [row[:3] for row in found[8 : found.index([], 8)]]
    assert ["Service", "A", "Lands"] in parts
    assert ["Ticket type", "standard", "Standard"] in parts
    assert ["Visitor kind", "", "Not asked"] in parts
    assert ["Visitor kind", "citizen", "Citizen"] in parts
    assert ["Counter", "", "No counter"] in parts
    assert ["Day", "2026-11-24", "2026-11-24"] in parts
    assert ["2", "9", "1", "1", "60.0"] in found
    assert any(row[0] == "90% waited less than" and "nine of ten" in row[1] for row in found if row)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_its_digest_is_that_of_every_byte_above_it(language: str) -> None:
    file = figures_csv(view(), STAMP, texts(language), language)
    above, _, last = file.rstrip(b"\r\n").rpartition(b"\r\n")
    digest = hashlib.sha256(above + b"\r\n").hexdigest()
    assert last.decode() == f"SHA-256,{digest}"
    assert file.startswith(b"\xef\xbb\xbf")


def test_a_name_is_no_formula() -> None:
    assert ["Service", "B", "'=1+1"] in [row[:3] for row in rows(figures_csv(view(), STAMP, texts("en"), "en"))]


def test_what_was_not_measured_is_an_empty_cell_and_a_filter_is_named() -> None:
    found = rows(figures_csv(view("B", "year"), STAMP, texts("en"), "en"))
    assert found[2] == ["Service", "'=1+1"]
    total = dict(zip(found[6], found[7], strict=True))
    assert total["Within target (%)"] == "", "the service has no target"
    assert ["Month", "2026-11-01", "2026-11-01"] in [row[:3] for row in found]
