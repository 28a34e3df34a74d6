"""`waits replay`, from the folder to the figures, on made-up halls, offices and call centres."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path
from statistics import fmean

import pytest

from hall.waits.model.calibration import CorrectedRange, SimulatedWait
from tests.helpers.wait_files import write_calls, write_hall, write_offices
from tools.waits.contest import Contest, Offer
from tools.waits.replay import run, verdicts

FIGURES = {
    "data", "estimator", "n", "mae", "median_error", "p90_error", "bias", "coverage_80", "width_80", "late_share", "ms",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_hall(tmp_path)
    write_offices(tmp_path)
    write_calls(tmp_path)
    return tmp_path


def test_each_data_set_and_estimator_has_a_line_of_figures(folder, capsys):
    assert run(["replay", str(folder), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    halls = {"peer_own_queue", "peer_whole_hall", "les", "ours"}
    assert {(line["data"], line["estimator"]) for line in lines} == {
        *(("hall_small", name) for name in halls),
        *(("technion", name) for name in halls),
        *(("warsaw", name) for name in ("peer_day_average", "peer_published", "les", "ours")),
    }
    assert all(line.keys() - {"coverage_printed"} == FIGURES for line in lines)
    printed = {line["data"] for line in lines if "coverage_printed" in line}
    assert printed == {"hall_small", "warsaw"}, "seconds are not rounded to five minutes"


def test_the_figures_follow_from_the_predictions_and_the_file(folder, capsys, tmp_path):
    """Mean error and coverage of ours, computed again from what it said of each ticket."""
    said = tmp_path / "said.csv"
    assert run(["replay", str(folder), "--json", "--only", "hall_small", "--predictions", str(said)]) == 0
    ours = next(line for line in map(json.loads, capsys.readouterr().out.splitlines()) if line["estimator"] == "ours")
    with gzip.open(folder / "hall_small_visits.csv.gz", "rt") as file:
        visits = list(csv.DictReader(file))
    scored = {}
    for row, visit in enumerate(visits):
        waited = float(visit["called_min"]) - float(visit["issued_min"]) if visit["called_min"] else 0.0
        if int(visit["day"]) >= 7 and waited > 1:  # 60 % of twelve days, rounded down, teach
            scored[row] = waited
    with said.open() as file:
        told = {int(line["row"]): line for line in csv.DictReader(file)}
    assert told.keys() == scored.keys()
    assert ours["n"] == len(scored)
    assert ours["mae"] == pytest.approx(fmean(abs(float(told[r]["likely"]) - w) for r, w in scored.items()), abs=0.01)
    held = [float(told[r]["low"]) <= w <= float(told[r]["high"]) for r, w in scored.items()]
    assert ours["coverage_80"] == pytest.approx(100 * fmean(held), abs=0.5)


def test_without_json_a_table_is_followed_by_a_verdict(folder, capsys):
    assert run(["replay", str(folder), "--only", "warsaw"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].split()[:4] == ["data", "estimator", "n", "MAE"]
    assert len(out) == 1 + 4 + 2
    assert out[5].startswith("warsaw (min): ours ")
    assert "below les" in out[5]


def test_two_runs_say_the_same(folder, capsys, tmp_path):
    for name in ("one", "two"):
        assert run(["replay", str(folder), "--json", "--only", "technion", "--predictions", str(tmp_path / name)]) == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    capsys.readouterr()


def test_a_folder_without_data_sets_is_refused_in_one_sentence(tmp_path, capsys):
    assert run(["replay", str(tmp_path)]) == 2
    assert "holds no data set" in capsys.readouterr().err
    assert run(["replay", str(tmp_path / "nowhere")]) == 2
    assert "is no folder" in capsys.readouterr().err


def test_an_odd_row_is_named_by_file_and_line(folder, capsys):
    path = folder / "warsaw_tickets_made.csv.gz"
    with gzip.open(path, "rt") as file:
        lines = file.read().splitlines()
    lines[17] = lines[17].replace(",", ",x", 2)
    with gzip.open(path, "wt") as file:
        file.write("\n".join(lines))
    assert run(["replay", str(folder), "--only", "warsaw"]) == 2
    assert "warsaw_tickets_made.csv.gz, line 18: t should be a number" in capsys.readouterr().err


def test_a_range_that_does_not_hold_is_said_so():
    contest = Contest("hall_x")
    for row in range(250):
        offer = Offer(row, True, CorrectedRange(0, 60, 120), {"les": SimulatedWait(600)}, (("hour", 9),))
        contest.settle(offer, 300)
    first, second = verdicts(contest)
    assert "ours 20 % below les" in first
    assert "DOES NOT HOLD: 0.0 %" in first
    assert "1 groups of 200 and more, 1 further than 7 points: hour 9 0 % of 250" in second
    assert verdicts(Contest("empty")) == ["empty: nothing to score"]
