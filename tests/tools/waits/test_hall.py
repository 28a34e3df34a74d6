"""A hall's days, replayed ticket by ticket."""

from __future__ import annotations

import csv
import gzip
import random
from pathlib import Path

import pytest

from tests.helpers.wait_files import VISITS, write, write_hall
from tools.waits.contest import OURS, Contest
from tools.waits.files import WaitsFileError, data_sets
from tools.waits.hall import replay_hall


def replayed(folder: Path) -> Contest:
    told: list[str] = []
    contest = replay_hall(data_sets(folder)[0], random.Random(1), told.append)
    assert told
    return contest


def visits(folder: Path) -> list[dict[str, str]]:
    with gzip.open(folder / "hall_small_visits.csv.gz", "rt") as file:
        return list(csv.DictReader(file))


def rewrite(folder: Path, rows: list[dict[str, str]]) -> None:
    write(folder / "hall_small_visits.csv.gz", VISITS, [[row[column] for column in VISITS] for row in rows])


def test_ours_is_better_than_each_usual_formula_in_a_hall_it_has_never_seen(tmp_path):
    write_hall(tmp_path, days=20, many=70)
    figures = {line.estimator: line.score for line in replayed(tmp_path).lines()}
    assert figures.keys() == {"peer_own_queue", "peer_whole_hall", "les", OURS}
    assert all(figures[OURS].mae < 0.8 * score.mae for name, score in figures.items() if name != OURS)
    assert 65 <= figures[OURS].coverage <= 95, "a few hundred tickets; the recorded halls are held to 77 to 83"


def test_what_comes_later_changes_nothing_that_was_said_before(tmp_path):
    """Cut the last day after noon: what was said until then stays, whatever became of it."""
    write_hall(tmp_path)
    whole = dict(replayed(tmp_path).predictions())
    rows = visits(tmp_path)
    last = max(int(row["day"]) for row in rows)
    kept = [row for row in rows if int(row["day"]) < last or float(row["issued_min"]) < 560]
    for row in kept:
        if int(row["day"]) == last and row["called_min"] and float(row["called_min"]) > 560:
            row.update(called_min="700.0", finished_min="700.5", came="0")
    rewrite(tmp_path, kept)
    cut = dict(replayed(tmp_path).predictions())
    common = [
        row for row in cut if row in whole and (kept[row]["day"] != str(last) or cut[row].waited == whole[row].waited)
    ]
    said = [(one.low, one.likely, one.high) for one in (whole[row] for row in common)]
    assert said == [(one.low, one.likely, one.high) for one in (cut[row] for row in common)]
    assert any(kept[row]["day"] == str(last) for row in common)


def test_who_is_called_at_once_is_not_scored_and_who_never_is_neither(tmp_path):
    write_hall(tmp_path)
    rows = visits(tmp_path)
    scored = {row for row, _ in replayed(tmp_path).predictions()}
    assert scored
    for row in scored:
        assert float(rows[row]["called_min"]) - float(rows[row]["issued_min"]) > 1
        assert int(rows[row]["day"]) >= 7


def test_a_service_that_the_set_up_does_not_name_is_replayed_all_the_same(tmp_path):
    write_hall(tmp_path)
    rows = visits(tmp_path)
    for row in rows[::7]:
        row["service"] = "Z"
    rewrite(tmp_path, rows)
    assert any(name == "ours" for name in (line.estimator for line in replayed(tmp_path).lines()))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"called_min": "1"}, "line 2: called_min lies before issued_min"),
        ({"finished_min": "1"}, "line 2: finished_min lies before called_min"),
        ({"issued_min": ""}, "line 2: issued_min is empty"),
        ({"counter": "one"}, "line 2: counter should be a number"),
    ],
)
def test_a_row_that_cannot_be_is_named(tmp_path, change, problem):
    write_hall(tmp_path, days=2, many=3)
    rows = visits(tmp_path)
    rows[0].update(change)
    rewrite(tmp_path, rows)
    with pytest.raises(WaitsFileError, match=f"hall_small_visits.csv.gz, {problem}"):
        replayed(tmp_path)
