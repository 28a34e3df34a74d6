"""Estimators against each other: what was said, what came of it, and nothing known ahead."""

from __future__ import annotations

import io

import pytest

from hall.waits.model.calibration import CorrectedRange, SimulatedWait
from tools.waits.contest import OURS, Contest, Offer, write_predictions

GROUPS = (("service", "A"), ("hour", 9))


def offer(row: int, *, scored: bool = True, ours: CorrectedRange | None = None) -> Offer:
    return Offer(row, scored, ours or CorrectedRange(300, 600, 900), {"les": SimulatedWait(1200.0)}, GROUPS)


def test_figures_are_in_the_unit_of_the_data_set_and_ours_comes_last():
    contest = Contest("hall_x")
    contest.settle(offer(0), 600)
    contest.settle(offer(1), 1200)
    les, ours = contest.lines()
    assert (les.estimator, ours.estimator) == ("les", OURS)
    assert (les.score.mae, ours.score.mae, ours.score.bias) == (5.0, 5.0, -5.0)
    assert (ours.score.coverage, ours.score.width, ours.score.late) == (50.0, 10.0, 50.0)
    assert (les.coverage_printed, ours.coverage_printed) == (None, 50.0)


def test_seconds_are_not_rounded_for_a_ticket():
    contest = Contest("technion", unit_s=1.0)
    contest.settle(offer(0), 600)
    assert contest.lines()[-1].coverage_printed is None
    assert contest.lines()[-1].score.width == 600.0
    assert "coverage_printed" not in contest.lines()[-1].as_json()


def test_history_teaches_the_formulas_and_is_not_scored():
    contest = Contest("hall_x")
    for row in range(200):
        contest.settle(offer(row, scored=False), 2300 + row)
    assert contest.lines() == []
    contest.settle(offer(200), 2400)
    les = contest.lines()[0].score
    assert (les.mae, les.coverage) == (20.0, 100.0), "its figure stays, its range has learnt"


def test_a_formula_s_range_knows_its_errors_only_up_to_the_call_before():
    contest = Contest("hall_x")
    contest.settle(offer(0), 24_000)
    assert contest.lines()[0].score.coverage == 0.0


def test_the_time_is_that_of_one_estimate():
    contest = Contest("hall_x")
    contest.settle(offer(0), 600)
    for _ in range(4):
        contest.timed(OURS, 0.002)
        contest.timed("les", 0.001)
    assert [line.ms for line in contest.lines()] == [pytest.approx(1.0), pytest.approx(2.0)]


def test_groups_too_small_to_judge_are_left_out():
    contest = Contest("hall_x")
    for row in range(200):
        contest.settle(offer(row), 600 if row % 4 else 1200)
    assert contest.cells() == dict.fromkeys(GROUPS, (200, 75.0))
    assert contest.cells(least=201) == {}


def test_predictions_are_written_by_row_of_the_file_in_its_unit():
    contest, file = Contest("hall_x"), io.StringIO()
    contest.settle(offer(7), 600)
    contest.settle(offer(3, ours=CorrectedRange(60, 90, 240)), 600)
    contest.settle(offer(1, scored=False), 600)
    write_predictions([contest], file)
    assert file.getvalue().splitlines() == [
        "data,row,low,likely,high",
        "hall_x,3,1.0000,1.5000,4.0000",
        "hall_x,7,5.0000,10.0000,15.0000",
    ]


def test_a_line_of_json_names_the_figures_as_the_data_s_page_does():
    contest = Contest("hall_x")
    contest.settle(offer(0), 600)
    line = contest.lines()[-1].as_json()
    assert (line["data"], line["estimator"], line["n"]) == ("hall_x", "ours", 1)
    assert (line["coverage_80"], line["width_80"], line["late_share"], line["coverage_printed"]) == (100, 10, 0, 100)
