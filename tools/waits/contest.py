"""Compare estimators in a replay: each says its wait when a ticket is issued, the outcome comes later.

A formula says one figure; to hold its range against ours it gets the same rolling correction. Nothing is known before
its time: a formula learns an outcome when the visit is called.
"""

from __future__ import annotations

import csv
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import TextIO

from hall.waits.model.calibration import CorrectedRange, RollingCorrection, SimulatedWait
from hall.waits.model.wait_score import ScoredRange, WaitScore, score
from hall.waits.model.waiting_time import ExpectedWait, rounded_outward

OURS = "ours"


@dataclass(frozen=True, slots=True)
class Offer:
    """What the estimators said of one ticket, in seconds; `groups` are its service, lane and hour."""

    row: int
    scored: bool
    ours: CorrectedRange
    formulas: Mapping[str, SimulatedWait]
    groups: tuple[tuple[str, Hashable], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one estimator on one data set."""

    data: str
    estimator: str
    score: WaitScore
    coverage_printed: float | None
    """Coverage of the range as the ticket shows it: rounded outward (ours alone, where waits are minutes)."""
    ms: float
    """Processor time of one estimate."""

    def as_json(self) -> dict[str, object]:
        """Return the line as `--json` prints it."""
        figures = {
            name: round(value, 3) if isinstance(value, float) else value for name, value in asdict(self.score).items()
        }
        renamed = {"coverage": "coverage_80", "width": "width_80", "late": "late_share"}
        line: dict[str, object] = {"data": self.data, "estimator": self.estimator}
        line |= {renamed.get(name, name): value for name, value in figures.items()}
        line["ms"] = round(self.ms, 3)
        if self.coverage_printed is not None:
            line["coverage_printed"] = round(self.coverage_printed, 3)
        return line


@dataclass
class Contest:
    """All that was said and came of it on one data set; `unit_s` is the unit of its figures in seconds."""

    data: str
    unit_s: float = 60.0
    spent_ms: dict[str, float] = field(default_factory=dict)
    asked: int = 0
    _corrections: dict[str, RollingCorrection] = field(default_factory=dict)
    _told: dict[str, list[ScoredRange]] = field(default_factory=dict)
    _printed: list[ScoredRange] = field(default_factory=list)
    _rows: list[tuple[int, ScoredRange, tuple[tuple[str, Hashable], ...]]] = field(default_factory=list)

    def settle(self, offer: Offer, waited_s: float) -> None:
        """Learn the outcome of a ticket; the other formulas learn their errors here, ours has learnt its own."""
        for name, said in offer.formulas.items():
            correction = self._corrections.setdefault(name, RollingCorrection())
            if offer.scored:
                spread = correction.correct(said)
                self._add(name, ScoredRange(spread.low_s, said.likely_s, spread.high_s, waited_s))
            correction.learn(said, waited_s)
        if offer.scored:
            ours = offer.ours
            told = ScoredRange(ours.low_s, ours.likely_s, ours.high_s, waited_s)
            self._add(OURS, told)
            self._rows.append((offer.row, self._in_unit(told), offer.groups))
            printed = rounded_outward(ExpectedWait(round(ours.low_s), round(ours.likely_s), round(ours.high_s)))
            self._printed.append(ScoredRange(printed.low_s, printed.likely_s, printed.high_s, waited_s))

    def timed(self, name: str, spent_s: float) -> None:
        """Count the time of one estimate."""
        self.spent_ms[name] = self.spent_ms.get(name, 0.0) + 1000 * spent_s
        self.asked += name == OURS

    def lines(self) -> list[Line]:
        """Return the figures of every estimator, ours last."""
        found = []
        printed = score(self._printed)
        for name in (*(name for name in self._told if name != OURS), OURS):
            figures = score(self._told.get(name, ()))
            if figures is not None:
                of_printed = printed.coverage if printed and name == OURS and self.unit_s >= 60 else None
                found.append(
                    Line(self.data, name, figures, of_printed, self.spent_ms.get(name, 0.0) / max(1, self.asked))
                )
        return found

    def cells(self, least: int = 200) -> dict[tuple[str, Hashable], tuple[int, float]]:
        """Return (tickets, percent within the range) of each service, lane and hour with at least `least` tickets."""
        told: dict[tuple[str, Hashable], list[bool]] = {}
        for _, one, groups in self._rows:
            for group in groups:
                told.setdefault(group, []).append(one.held)
        return {group: (len(held), 100 * sum(held) / len(held)) for group, held in told.items() if len(held) >= least}

    def predictions(self) -> Iterable[tuple[int, ScoredRange]]:
        """Return what ours said of every scored ticket, by its row in the file."""
        return sorted(((row, told) for row, told, _ in self._rows), key=lambda pair: pair[0])

    def _add(self, name: str, told: ScoredRange) -> None:
        self._told.setdefault(name, []).append(self._in_unit(told))

    def _in_unit(self, told: ScoredRange) -> ScoredRange:
        unit = self.unit_s
        return ScoredRange(told.low / unit, told.likely / unit, told.high / unit, told.waited / unit)


def write_predictions(contests: Iterable[Contest], file: TextIO) -> None:
    """Write a line for every scored ticket: data, row, low, likely, high."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("data", "row", "low", "likely", "high"))
    for contest in contests:
        for row, told in contest.predictions():
            writer.writerow((contest.data, row, *(f"{value:.4f}" for value in (told.low, told.likely, told.high))))
