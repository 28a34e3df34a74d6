"""Replay recorded waits against every estimator: `waits replay DIR` with the files of halls, offices or call centres.

Each ticket is estimated from what was known when it was issued; the first 60 % of the days teach, the rest is scored.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from common.configuration.command_parser import CommandParser
from tools.waits.contest import OURS, Contest, Line, write_predictions
from tools.waits.files import DataSet, WaitsFileError, data_sets
from tools.waits.hall import replay_hall
from tools.waits.technion import replay_technion
from tools.waits.warsaw import replay_warsaw

SEED = 2026
"""Chance is the same in every run, so that a run can be checked by another."""
NARROW, WIDE = 77.0, 83.0
"""Percent: a range for four in five holds within these."""
CELL = 7.0
_REPLAYS: dict[str, Callable[[DataSet, random.Random, Callable[[str], None]], Contest]] = {
    "hall": replay_hall,
    "warsaw": replay_warsaw,
    "technion": replay_technion,
}
_COLUMNS = ("data", "estimator", "n", "MAE", "median", "P90", "bias", "80 %", "width", "late %", "ms")


def run(argv: list[str]) -> int:
    """Replay every data set of the folder and print the figures; 0 when all could be read."""
    arguments = _parser().parse_args(argv)
    try:
        found = [data for data in data_sets(arguments.folder) if not arguments.only or data.name in arguments.only]
        if not found:
            raise WaitsFileError(
                f"{arguments.folder} holds no data set: hall_NAME_visits.csv.gz (with _away, _bookings and "
                "hall_setup.json), warsaw_tickets_*.csv.gz or technion_*.csv.gz"
            )
        contests = [_REPLAYS[data.kind](data, random.Random(SEED), _tell) for data in found]  # noqa: S311  # waits are drawn, not secrets
        _print(contests, as_json=arguments.json)
        if arguments.predictions:
            with arguments.predictions.open("w", encoding="utf-8", newline="") as file:
                write_predictions(contests, file)
    except (WaitsFileError, OSError) as error:
        print(f"waits: {error}", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(prog="waits", description=__doc__)
    actions = parser.add_subparsers(dest="action", required=True)
    replay = actions.add_parser("replay", help="replay the data sets in a folder", description=__doc__)
    replay.add_argument("folder", type=Path, metavar="DIR", help="the folder with the files")
    replay.add_argument("--json", action="store_true", help="a JSON line for each data set and estimator")
    replay.add_argument("--predictions", type=Path, metavar="FILE", help="write what ours said of every scored ticket")
    replay.add_argument("--only", action="append", metavar="NAME", help="only this data set (may be repeated)")
    return parser


def _tell(text: str) -> None:
    print(f"waits: {text}", file=sys.stderr, flush=True)


def _print(contests: Sequence[Contest], *, as_json: bool) -> None:
    lines = [line for contest in contests for line in contest.lines()]
    if as_json:
        for line in lines:
            print(json.dumps(line.as_json()))
        return
    rows = [_COLUMNS, *map(_row, lines)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_COLUMNS))]
    for row in rows:
        cells = (
            text.ljust(width) if at < 2 else text.rjust(width)
            for at, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join(cells).rstrip())
    for contest in contests:
        for text in verdicts(contest):
            print(text)


def _row(line: Line) -> tuple[str, ...]:
    figures = line.score
    shown = (
        figures.mae,
        figures.median_error,
        figures.p90_error,
        figures.bias,
        figures.coverage,
        figures.width,
        figures.late,
    )
    return (line.data, line.estimator, str(figures.n), *(f"{value:.1f}" for value in shown), f"{line.ms:.2f}")


def verdicts(contest: Contest) -> list[str]:
    """Return in words how ours stands against the others, and where its range does not hold."""
    lines = contest.lines()
    ours = next((line for line in lines if line.estimator == OURS), None)
    if ours is None:
        return [f"{contest.data}: nothing to score"]
    against = ", ".join(
        f"{100 * (1 - ours.score.mae / line.score.mae):.0f} % below {line.estimator}"
        for line in lines
        if line is not ours and line.score.mae > 0
    )
    cells = contest.cells()
    off = [
        f"{kind} {name} {share:.0f} % of {count}"
        for (kind, name), (count, share) in sorted(cells.items(), key=str)
        if abs(share - 80) > CELL
    ]
    unit = "min" if contest.unit_s >= 60 else "s"
    printed = f", as printed {ours.coverage_printed:.1f} %" if ours.coverage_printed is not None else ""
    held = "holds" if NARROW <= ours.score.coverage <= WIDE else "DOES NOT HOLD"
    found = [f"{contest.data} ({unit}): ours {against}; the range {held}: {ours.score.coverage:.1f} %{printed}"]
    further = f"{len(off)} further than {CELL:.0f} points: {'; '.join(off) or '-'}"
    found.append(f"{contest.data}: {len(cells)} groups of 200 and more, {further}")
    return found
