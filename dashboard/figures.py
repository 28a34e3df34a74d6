"""The tables of figures: which parts there are, in which order, and what each of them comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contracts.figure_answers import Figures, FiguresPart, HeatCell
from dashboard.measured import Measured, Targets
from dashboard.piece import Piece, joined, pieces_by, waits_by
from dashboard.ranks import median
from dashboard.stage_rows import DayRows, StageColumns

_HOURS = 24
PartKey = str | int | None
Pieces = Mapping[PartKey, Piece]
_COLUMNS = ("service", "hour", "lane", "visitor_kind", "counter")


def figures_of(stages: StageColumns, targets: Targets) -> Figures:
    """Return the figures of these stages; a service that is no longer offered has no target and is not judged by one.

    >>> from dashboard.stage_rows import StageRow
    >>> row = StageRow("A", "standard", "", 1, 9, True, 60.0, 5.0, 300.0, False)
    >>> found = figures_of(StageColumns.of([row, row._replace(waited_s=1200.0)]), {"A": 900})
    >>> found.mean_s, found.median_s, found.p90_s, found.within
    (630.0, 630.0, 1200.0, 50.0)
    """
    measured = Measured(stages, targets)
    return _total(measured).figures(tells_done=measured.tells_done)


@dataclass(frozen=True)
class DaysPieces:
    """Pieces of some days by all that parts them; those of other days can be joined to them."""

    stages: int
    told: bool
    """Whether any stage told how many transactions were done in it."""
    total: Piece
    parts: Mapping[str, Pieces]
    """By each column that parts stages: service, hour, lane, visitor_kind, counter."""
    steps: Pieces
    heat: Pieces
    """By weekday (ISO) times 24 plus hour; only who came and the waits."""

    @classmethod
    def of(cls, days: Sequence[DayRows], targets: Targets, *, by_month: bool) -> DaysPieces:
        """Return the pieces of these days; the steps are days, or months."""
        stages = StageColumns.joined(of_day for _, of_day in days)
        measured = Measured(stages, targets)
        parts = {name: pieces_by(getattr(stages, name), measured) for name in _COLUMNS}
        steps, heat = pieces_by(_steps(days, by_month=by_month), measured), waits_by(_hours(days), measured)
        return cls(len(stages), measured.told_done, _total(measured), parts, steps, heat)

    def __add__(self, other: DaysPieces) -> DaysPieces:
        """Return the pieces of the days of both."""
        return DaysPieces(
            self.stages + other.stages,
            self.told or other.told,
            self.total + other.total,
            {name: joined(pieces, other.parts[name]) for name, pieces in self.parts.items()},
            joined(self.steps, other.steps),
            joined(self.heat, other.heat),
        )

    @property
    def whole(self) -> Figures:
        """The figures of all of it."""
        return self.total.figures(tells_done=self._tells_done)

    def of_parts(self, pieces: Pieces) -> tuple[FiguresPart, ...]:
        """Return the figures of each part; numbers in their order, no key as an empty one."""
        parts = [
            FiguresPart("" if key is None else str(key), piece.figures(tells_done=self._tells_done))
            for key, piece in pieces.items()
        ]
        return tuple(sorted(parts, key=lambda part: _in_order(part.key)))

    def cells(self) -> tuple[HeatCell, ...]:
        """Return how many came, and how long they waited, by weekday and by the hour in which they began to wait."""
        cells = sorted((key, piece) for key, piece in self.heat.items() if isinstance(key, int))
        return tuple(
            HeatCell(*divmod(key, _HOURS), piece.came, len(piece.waits), median(piece.waits)) for key, piece in cells
        )

    @property
    def _tells_done(self) -> bool:
        return self.told or not self.stages


def _total(measured: Measured) -> Piece:
    return pieces_by([None] * len(measured.stages), measured).get(None) or Piece()


def _steps(days: Sequence[DayRows], *, by_month: bool) -> list[PartKey]:
    keys: list[PartKey] = []
    for day, stages in days:
        keys += [(day.replace(day=1) if by_month else day).isoformat()] * len(stages)
    return keys


def _hours(days: Sequence[DayRows]) -> list[PartKey]:
    keys: list[PartKey] = []  # as numbers: a tuple for each of ten thousand stages would wake the collector of garbage
    for day, stages in days:
        weekday = _HOURS * day.isoweekday()
        keys += [weekday + hour for hour in stages.hour]
    return keys


def _in_order(key: str) -> tuple[int, str]:
    return (int(key), "") if key.isdigit() else (-1, key)
