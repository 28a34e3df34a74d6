"""A call centre, replayed call by call: the walk is one feature of the blend."""

from __future__ import annotations

import csv
import gzip
import random
from pathlib import Path

import pytest

from tests.helpers.wait_files import CALLS, write, write_calls
from tools.waits.contest import OURS, Contest
from tools.waits.files import WaitsFileError, data_sets
from tools.waits.technion import replay_technion


def replayed(folder: Path) -> Contest:
    return replay_technion(data_sets(folder)[0], random.Random(1), lambda _text: None)


def calls(folder: Path) -> list[dict[str, str]]:
    with gzip.open(folder / "technion_made.csv.gz", "rt") as file:
        return list(csv.DictReader(file))


def rewrite(folder: Path, rows: list[dict[str, str]]) -> None:
    write(folder / "technion_made.csv.gz", CALLS, [[row[column] for column in CALLS] for row in rows])


def test_calls_that_queued_and_were_answered_are_scored_and_ours_is_better_than_the_formulas(tmp_path):
    write_calls(tmp_path, days=20)
    contest = replayed(tmp_path)
    figures = {line.estimator: line.score for line in contest.lines()}
    assert figures.keys() == {"peer_own_queue", "peer_whole_hall", "les", OURS}
    assert all(figures[OURS].mae < score.mae for name, score in figures.items() if name != OURS)
    assert 65 <= figures[OURS].coverage <= 92
    rows = calls(tmp_path)
    wanted = {
        at for at, row in enumerate(rows)
        if row["queued"] == "True" and row["outcome"] == "AGENT" and row["date"] > "1999-01-12"
    }  # fmt: skip
    assert {row for row, _ in contest.predictions()} == wanted


def test_what_comes_later_changes_nothing_that_was_said_before(tmp_path):
    """Leave out the end of the last day: what was said before it stays."""
    write_calls(tmp_path)
    whole = dict(replayed(tmp_path).predictions())
    rows = calls(tmp_path)
    kept = [row for row in rows if row["date"] < "1999-01-10" or float(row["arr"]) < 32_000]
    assert kept == rows[: len(kept)] != rows
    rewrite(tmp_path, kept)
    cut = replayed(tmp_path).predictions()
    assert cut
    for at, one in cut:
        assert (whole[at].low, whole[at].likely, whole[at].high) == (one.low, one.likely, one.high)


def test_figures_are_in_seconds(tmp_path):
    write_calls(tmp_path)
    contest = replayed(tmp_path)
    assert contest.unit_s == 1.0
    assert all(one.waited == float(calls(tmp_path)[row]["wait"]) for row, one in list(contest.predictions())[:20])


def test_a_row_that_cannot_be_is_named(tmp_path):
    write_calls(tmp_path, days=2, many=5)
    rows = calls(tmp_path)
    rows[3]["arr"] = "morning"
    rewrite(tmp_path, rows)
    with pytest.raises(WaitsFileError, match=r"technion_made\.csv\.gz, line 5: arr should be a number"):
        replayed(tmp_path)
