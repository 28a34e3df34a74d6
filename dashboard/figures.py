"""The definitions of the figures: what is counted, from where to where, and how many make one number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from contracts.figure_answers import Figures, FiguresPart, HeatCell
from dashboard.stage_rows import DayRows, StageColumns

Targets = Mapping[str, float]
"""The waiting time in seconds that each service aims at today."""


def figures_of(stages: StageColumns, targets: Targets) -> Figures:
    """Return the figures of these stages; a service that is no longer offered has no target and is not judged by one.

    >>> from dashboard.stage_rows import StageRow
    >>> row = StageRow("A", "standard", "", 1, 9, True, 60.0, 5.0, 300.0, False)
    >>> found = figures_of(StageColumns.of([row, row._replace(waited_s=1200.0)]), {"A": 900})
    >>> found.mean_s, found.median_s, found.p90_s, found.within
    (630.0, 630.0, 1200.0, 50.0)
    """
    waits = sorted([waited_s for waited_s in stages.waited_s if waited_s is not None])
    judged = [
        waited_s <= target
        for service, waited_s in zip(stages.service, stages.waited_s, strict=True)
        if waited_s is not None and (target := targets.get(service)) is not None
    ]
    begins = [begin_s for begin_s in stages.begin_s if begin_s is not None]
    serving = [served_s for served_s in stages.served_s if served_s is not None]
    no_shows = sum(stages.no_show)
    return Figures(
        came=sum(stages.first),
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


def parts_by(keys: Sequence[str | int | None], stages: StageColumns, targets: Targets) -> tuple[FiguresPart, ...]:
    """Return the figures of each part, by the key of each stage; numbers in their order, no key as an empty one."""
    groups: dict[str | int | None, list[int]] = {}
    for at, key in enumerate(keys):
        groups.setdefault(key, []).append(at)
    named = {"" if key is None else str(key): _picked(stages, places) for key, places in groups.items()}
    return tuple(FiguresPart(part, figures_of(named[part], targets)) for part in sorted(named, key=_in_order))


def _picked(stages: StageColumns, places: Sequence[int]) -> StageColumns:
    """Return the stages at these places, with what figures are made of and no more."""
    return replace(
        StageColumns.of([]),
        service=[stages.service[at] for at in places],
        first=[stages.first[at] for at in places],
        waited_s=[stages.waited_s[at] for at in places],
        begin_s=[stages.begin_s[at] for at in places],
        served_s=[stages.served_s[at] for at in places],
        no_show=[stages.no_show[at] for at in places],
    )


def steps(days: Sequence[DayRows], targets: Targets, *, by_month: bool) -> tuple[FiguresPart, ...]:
    """Return the figures by day or by month; a day on which nobody came is left out."""
    groups: dict[str, list[StageColumns]] = {}
    for day, stages in days:
        if len(stages):
            groups.setdefault((day.replace(day=1) if by_month else day).isoformat(), []).append(stages)
    return tuple(FiguresPart(key, figures_of(StageColumns.joined(all_), targets)) for key, all_ in groups.items())


def heat(days: Sequence[DayRows]) -> tuple[HeatCell, ...]:
    """Return how many came, and how long they waited, by weekday and by the hour in which they began to wait."""
    came: Counter[tuple[int, int]] = Counter()
    waits: dict[tuple[int, int], list[float]] = {}
    for day, stages in days:
        weekday = day.isoweekday()
        for hour, first, waited_s in zip(stages.hour, stages.first, stages.waited_s, strict=True):
            cell = waits.setdefault((weekday, hour), [])
            came[weekday, hour] += first
            if waited_s is not None:
                cell.append(waited_s)
    return tuple(HeatCell(*cell, came[cell], len(waits[cell]), _median(waits[cell])) for cell in sorted(waits))


def _in_order(key: str) -> tuple[int, str]:
    return (int(key), "") if key.isdigit() else (-1, key)


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 1) if values else None


def _median(values: Sequence[float]) -> float | None:
    return round(median(values), 1) if values else None


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None
