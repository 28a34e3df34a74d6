"""Figures over HTTP: one hall, all halls, as a file; for readers only."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from central.audit.staff_acts import acts_before
from tests.central.web.conftest import Caller
from tests.helpers.lived_centre import HALLS, fill


def test_one_hall_and_all_halls_tell_their_figures_and_names(hall: Caller) -> None:
    fill(hall.centre.engine, datetime.now(UTC), days=1, many=4)
    code, _, _, english = HALLS[0]
    one = hall.call("GET", f"/v1/figures/{code}/figures?period=day").json()
    everyone = hall.call("GET", "/v1/figures/all/figures?period=decade").json()
    assert one["total"]["came"] == 4
    assert everyone["total"]["came"] == sum(4 + at % 5 for at in range(22))
    assert [step["key"][5:] for step in everyone["steps"]] == ["01-01"]
    assert one["step_s"] == 60
    told = hall.call("GET", f"/v1/figures/{code}/hall").json()
    assert (told["names"]["en"], [one["code"] for one in told["services"]]) == (f"{english} hall", ["A", "B", "C"])
    assert len(hall.call("GET", "/v1/figures/all/hall").json()["services"]) == 3
    lands = hall.call("GET", f"/v1/figures/{code}/figures?period=day&service=A").json()
    assert (lands["service"], [part["key"] for part in lands["services"]]) == ("A", ["A"])


def test_the_file_says_what_it_is_and_carries_a_digest(hall: Caller) -> None:
    fill(hall.centre.engine, datetime.now(UTC), days=1, many=4)
    answer = hall.call("GET", "/v1/figures/mct/figures.csv?period=month&lang=en")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "dawr-mct-month-" in answer.headers["Content-Disposition"]
    text = answer.content.decode("utf-8-sig")
    assert text.splitlines()[0].endswith("Muscat hall")
    assert "SHA-256," in text
    assert 'Rounded up,"Median wait' in text
    arabic = hall.call("GET", "/v1/figures/mct/figures.csv?period=month&lang=ar").content.decode("utf-8-sig")
    assert "تقريب إلى الأعلى" in arabic


@pytest.mark.parametrize(("kind", "begins"), [("xlsx", b"PK"), ("pdf", b"%PDF")])
def test_a_workbook_and_a_report_for_print_of_ten_years_are_made(hall: Caller, kind: str, begins: bytes) -> None:
    fill(hall.centre.engine, datetime.now(UTC), days=1, many=4)
    answer = hall.call("GET", f"/v1/figures/all/figures.{kind}?period=decade&lang=ar")
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert answer.headers["Content-Disposition"].endswith(f'.{kind}"')


def test_a_hall_that_is_not_known_is_refused(hall: Caller) -> None:
    for path in ("/halls/nowhere", "/v1/figures/nowhere/hall"):
        assert hall.refused("GET", path) == (404, "hall_unknown")


@pytest.mark.parametrize("path", ["/v1/figures/all/hall", "/v1/figures/all/figures", "/v1/figures/all/figures.csv"])
def test_strangers_read_nothing(stranger: Caller, path: str) -> None:
    assert stranger.refused("GET", path) == (401, "token_missing")
    assert stranger.call("GET", "/figures").status_code == 303


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_each_file_that_somebody_takes_is_written_down(hall: Caller, kind: str) -> None:
    fill(hall.centre.engine, datetime.now(UTC), days=1, many=4)
    hall.call("GET", "/v1/figures/mct/figures?period=month")
    assert hall.call("GET", f"/v1/figures/mct/figures.{kind}?period=month").status_code == 200
    taken = [act for act in acts_before(hall.centre.engine, None)[0] if act.action == "figures_exported"]
    assert [(act.who, act.detail.partition(" ")[0]) for act in taken] == [(taken[0].who, "mct")]
    assert taken[0].who
    assert taken[0].detail.endswith(f".{kind}")
