"""The definitions of the figures: what is counted, from where to where, and how many make one number."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from statistics import median

from contracts.figure_answers import Figures, FiguresPart, HeatCell
from dashboard.stage_rows import DayRows, StageRow

Targets = Mapping[str, float]
"""The waiting time in seconds that each service aims at today."""


def figures_of(rows: Collection[StageRow], targets: Targets) -> Figures:
    """Return the figures of these stages; a service that is no longer offered has no target and is not judged by one.

    >>> row = StageRow("A", "standard", "", 1, 9, True, 60.0, 5.0, 300.0, False)
    >>> found = figures_of([row, row._replace(waited_s=1200.0)], {"A": 900})
    >>> found.mean_s, found.median_s, found.p90_s, found.within
    (630.0, 630.0, 1200.0, 50.0)
    """
    waits = sorted([row.waited_s for row in rows if row.waited_s is not None])
    judged = [
        row.waited_s <= target
        for row in rows
        if row.waited_s is not None and (target := targets.get(row.service)) is not None
    ]
    begins = [row.begin_s for row in rows if row.begin_s is not None]
    serving = [row.served_s for row in rows if row.served_s is not None]
    no_shows = sum([row.no_show for row in rows])
    return Figures(
        came=sum([row.first for row in rows]),
        called=len(waits),
        mean_s=_mean(waits),
        median_s=_median(waits),
        p90_s=round(waits[(9 * len(waits) + 9) // 10 - 1], 1) if waits else None,
        within=_share(sum(judged), len(judged)),
        begin_s=_median(begins),
        served=len(serving),
        serving_mean_s=_mean(serving),
        serving_s=_median(serving),
        no_shows=no_shows,
        no_show=_share(no_shows, len(waits)),
    )


def parts_by(key: Callable[[StageRow], str], rows: Iterable[StageRow], targets: Targets) -> tuple[FiguresPart, ...]:
    """Return the figures of each part, by key; numbers in their order."""
    groups: dict[str, list[StageRow]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return tuple(FiguresPart(part, figures_of(groups[part], targets)) for part in sorted(groups, key=_in_order))


def steps(days: Sequence[DayRows], targets: Targets, *, by_month: bool) -> tuple[FiguresPart, ...]:
    """Return the figures by day or by month; a day on which nobody came is left out."""
    groups: dict[str, list[StageRow]] = {}
    for day, rows in days:
        if rows:
            groups.setdefault((day.replace(day=1) if by_month else day).isoformat(), []).extend(rows)
    return tuple(FiguresPart(key, figures_of(rows, targets)) for key, rows in groups.items())


def heat(days: Sequence[DayRows]) -> tuple[HeatCell, ...]:
    """Return how many came, and how long they waited, by weekday and by the hour in which they began to wait."""
    cells: dict[tuple[int, int], list[StageRow]] = {}
    for day, rows in days:
        weekday = day.isoweekday()
        for row in rows:
            cells.setdefault((weekday, row.hour), []).append(row)
    return tuple(_cell(weekday, hour, cells[weekday, hour]) for weekday, hour in sorted(cells))


def _cell(weekday: int, hour: int, rows: Sequence[StageRow]) -> HeatCell:
    waits = [row.waited_s for row in rows if row.waited_s is not None]
    return HeatCell(weekday, hour, sum([row.first for row in rows]), len(waits), _median(waits))


def _in_order(key: str) -> tuple[int, str]:
    return (int(key), "") if key.isdigit() else (-1, key)


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 1) if values else None


def _median(values: Sequence[float]) -> float | None:
    return round(median(values), 1) if values else None


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None
