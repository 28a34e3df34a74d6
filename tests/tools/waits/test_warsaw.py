"""Offices whose counters' states are unknown: the blend stands in for the walk."""

from __future__ import annotations

import csv
import gzip
import random
from pathlib import Path

import pytest

from tests.helpers.wait_files import OFFICE, write, write_offices
from tools.waits.contest import OURS, Contest
from tools.waits.files import data_sets
from tools.waits.warsaw import replay_warsaw


def replayed(folder: Path) -> Contest:
    return replay_warsaw(data_sets(folder)[0], random.Random(1), lambda _text: None)


def tickets(folder: Path) -> list[dict[str, str]]:
    with gzip.open(folder / "warsaw_tickets_made.csv.gz", "rt") as file:
        return list(csv.DictReader(file))


def rewrite(folder: Path, rows: list[dict[str, str]]) -> None:
    write(folder / "warsaw_tickets_made.csv.gz", OFFICE, [[row[column] for column in OFFICE] for row in rows])


def test_every_row_of_the_last_days_is_scored_and_ours_is_better_than_the_formulas(tmp_path):
    write_offices(tmp_path)
    contest = replayed(tmp_path)
    figures = {line.estimator: line.score for line in contest.lines()}
    assert figures.keys() == {"peer_day_average", "peer_published", "les", OURS}
    assert {score.n for score in figures.values()} == {4 * 2 * 60}
    assert all(figures[OURS].mae < score.mae for name, score in figures.items() if name != OURS)
    assert 68 <= figures[OURS].coverage <= 92
    rows = tickets(tmp_path)
    assert {rows[row]["date"] for row, _ in contest.predictions()} == {f"2026-01-{day:02}" for day in range(7, 11)}


def test_what_comes_later_changes_nothing_that_was_said_before(tmp_path):
    """Double the waits of the last day's end: what was said until they were called stays."""
    write_offices(tmp_path)
    whole = dict(replayed(tmp_path).predictions())
    rows = tickets(tmp_path)
    late = [at for at, row in enumerate(rows) if row["date"] == "2026-01-10" and float(row["t"]) > 600]
    assert late
    for at in late:
        rows[at]["y"] = str(2 * float(rows[at]["y"]) + 30)
    rewrite(tmp_path, rows)
    changed = dict(replayed(tmp_path).predictions())
    before = [at for at in whole if at not in late and float(rows[at]["t"]) <= 600]
    assert before
    for at in before:
        assert (whole[at].low, whole[at].likely, whole[at].high) == (
            changed[at].low, changed[at].likely, changed[at].high,
        )  # fmt: skip


@pytest.mark.parametrize("column", ["czas", "counters", "thr60", "thrday", "les"])
def test_what_an_office_does_not_publish_may_be_empty(tmp_path, column):
    write_offices(tmp_path, days=5, many=20)
    rows = tickets(tmp_path)
    for row in rows:
        row[column] = ""
    rewrite(tmp_path, rows)
    assert replayed(tmp_path).lines()[-1].score.n == 2 * 2 * 20


def test_the_day_s_average_is_held_within_its_bounds(tmp_path):
    write_offices(tmp_path, days=2, many=2)
    rows = tickets(tmp_path)
    for row, thrday in zip(rows, ["-1", "", "100", "0.5"] * 2, strict=True):
        row.update(thrday=thrday, n="5", y="0")
    rewrite(tmp_path, rows)
    figures = next(line.score for line in replayed(tmp_path).lines() if line.estimator == "peer_day_average")
    assert figures.mae == pytest.approx((6 / 0.02 * 2 + 6 / 3 + 6 / 0.5) / 4)
