"""Figures over HTTP: of a day that was lived, before anything happened, and who may ask."""

from __future__ import annotations

import csv
import hashlib
import io

import pytest

from figures.reports import report_pdf
from figures.reports.figures_csv import COLUMNS
from figures.reports.seal import Verdict, verdict
from tests.helpers.hall_in_a_thread import RunningHall, good, refused
from tests.helpers.lived_day import live_a_day


def test_a_day_that_was_lived_is_told_by_every_part(hall: RunningHall) -> None:
    live_a_day(hall)
    view = good(hall.get("/figures", "head"))
    assert (view["period"], view["first"]) == ("day", view["last"])
    assert (view["total"]["came"], view["total"]["called"], view["total"]["served"]) == (40, 40, 40)
    assert [part["key"] for part in view["services"]] == ["A", "B"]
    assert {part["key"] for part in view["visitor_kinds"]} == {"", "citizen"}
    for parts in ("services", "hours", "lanes", "visitor_kinds", "counters", "steps"):
        assert sum(part["figures"]["called"] for part in view[parts]) == 40
    year = good(hall.get(f"/figures?period=year&day={view['first']}", "analyst"))
    assert year["total"] == view["total"]
    assert [part["key"] for part in year["steps"]] == [f"{view['first'][:7]}-01"]
    assert good(hall.get("/figures?service=B", "admin"))["total"]["came"] == view["services"][1]["figures"]["came"]


def test_before_anything_happened_there_is_nothing_to_say(hall: RunningHall) -> None:
    view = good(hall.get("/figures?period=month", "head"))
    assert (view["total"]["came"], view["total"]["median_s"]) == (0, None)
    assert view["services"] == view["steps"] == view["heat"] == []


def test_the_same_figures_leave_as_a_file_that_is_named_and_signed_by_its_digest(hall: RunningHall) -> None:
    live_a_day(hall, many=5)
    view = good(hall.get("/figures?period=month", "head"))
    answer = hall.get("/figures.csv?period=month&lang=en", "head")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    name = f"dawr-test-hall-month-{view['first']}.csv"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    found = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert found[0] == ["Hall", "Test Hall"]
    assert found[7][3:] == ["" if (value := view["total"][column]) is None else str(value) for column in COLUMNS]
    above = answer.content[: answer.content.rindex(b"SHA-256,")]
    assert found[-1] == ["SHA-256", hashlib.sha256(above).hexdigest()]
    arabic = hall.get("/figures.csv", "head").content.decode("utf-8-sig")
    assert arabic.startswith("القاعة,قاعة الاختبار")
    assert hall.get("/figures.csv", "board").status_code == 403


@pytest.mark.parametrize(
    ("query", "field"), [("period=decade", "period"), ("day=0001-01-01", "day"), ("day=9999-12-31", "day")]
)
def test_periods_that_cannot_be_are_refused(hall: RunningHall, query: str, field: str) -> None:
    problem = refused(hall.get(f"/figures?{query}", "head"), "field_invalid", 422)
    assert [one["field"] for one in problem["fields"]] == [field]


def test_a_board_has_no_business_with_it(hall: RunningHall) -> None:
    assert hall.get("/figures", "board").status_code == 403


@pytest.mark.parametrize(("kind", "begins"), [("xlsx", b"PK"), ("pdf", b"%PDF-")])
def test_the_same_figures_leave_as_workbook_and_on_paper(hall: RunningHall, kind: str, begins: bytes) -> None:
    live_a_day(hall, many=6)
    answer = hall.get(f"/figures.{kind}?period=month&lang=en", "analyst")
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert verdict(answer.content) is Verdict.RIGHT
    assert answer.headers["content-disposition"].endswith(f'.{kind}"')
    assert hall.get(f"/figures.{kind}", "board").status_code == 403


def test_a_report_that_cannot_be_drawn_is_refused_with_why(hall: RunningHall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_pdf, "PROGRAM", ("/no/such/python",))
    refused(hall.get("/figures.pdf", "head"), "report_not_made", 503)
