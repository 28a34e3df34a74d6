"""The definitions of the figures: what is counted, from where to where, and how many make one number."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

from contracts.figure_answers import Figures, FiguresPart, HeatCell
from dashboard.measured import Measured
from dashboard.ranks import median, nine_of_ten, share
from dashboard.stage_rows import DayRows

_HOURS = 24
PartKey = str | int | None
Key = TypeVar("Key", bound=Hashable)


def figures_of(measured: Measured) -> Figures:
    """Return the figures of these stages; a service that is no longer offered has no target and is not judged by one.

    >>> from dashboard.stage_rows import StageColumns, StageRow
    >>> row = StageRow("A", "standard", "", 1, 9, True, 60.0, 5.0, 300.0, False)
    >>> found = figures_of(Measured(StageColumns.of([row, row._replace(waited_s=1200.0)]), {"A": 900}))
    >>> found.mean_s, found.median_s, found.p90_s, found.within
    (630.0, 630.0, 1200.0, 50.0)
    """
    return _figures_by([None] * len(measured.stages), measured).get(None) or _NOTHING


def parts_by(keys: Sequence[PartKey], measured: Measured) -> tuple[FiguresPart, ...]:
    """Return the figures of each part, by the key of each stage; numbers in their order, no key as an empty one."""
    found = _figures_by(keys, measured)
    parts = [FiguresPart("" if key is None else str(key), figures) for key, figures in found.items()]
    return tuple(sorted(parts, key=lambda part: _in_order(part.key)))


def steps(days: Sequence[DayRows], measured: Measured, *, by_month: bool) -> tuple[FiguresPart, ...]:
    """Return the figures by day or by month; a day on which nobody came is left out.

    `measured` are all stages of the days, in their order.
    """
    keys: list[PartKey] = []
    for day, stages in days:
        keys += [(day.replace(day=1) if by_month else day).isoformat()] * len(stages)
    return parts_by(keys, measured)


def heat(days: Sequence[DayRows], measured: Measured) -> tuple[HeatCell, ...]:
    """Return how many came, and how long they waited, by weekday and by the hour in which they began to wait.

    `measured` are all stages of the days, in their order.
    """
    keys: list[int] = []  # as numbers: a tuple for each of ten thousand stages would wake the collector of garbage
    for day, stages in days:
        weekday = _HOURS * day.isoweekday()
        keys += [weekday + hour for hour in stages.hour]
    came, waits = measured.came_by(keys), measured.waits.by(keys)
    cells = ((key, waits.get(key, [])) for key in sorted(set(keys)))
    return tuple(HeatCell(*divmod(key, _HOURS), came[key], len(of_key), median(of_key)) for key, of_key in cells)


def _figures_by(keys: Sequence[Key], measured: Measured) -> dict[Key, Figures]:
    came, no_shows = measured.came_by(keys), measured.no_shows_by(keys)
    judged, within = measured.judged_by(keys)
    done = measured.done_by(keys) if measured.tells_done else None
    waits, begins, serving = measured.waits.by(keys), measured.begins.by(keys), measured.serving.by(keys)
    found = {}
    for key in dict.fromkeys(keys):
        waited, served = waits.get(key, []), serving.get(key, [])
        found[key] = Figures(
            came=came[key],
            called=len(waited),
            mean_s=_mean(waited),
            median_s=median(waited),
            p90_s=nine_of_ten(waited),
            within=share(within[key], judged[key]),
            begin_s=median(begins.get(key, [])),
            served=len(served),
            serving_mean_s=_mean(served),
            serving_s=median(served),
            no_shows=no_shows[key],
            no_show=share(no_shows[key], len(waited)),
            transactions=None if done is None else done[key],
        )
    return found


def _in_order(key: str) -> tuple[int, str]:
    return (int(key), "") if key.isdigit() else (-1, key)


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 1) if values else None


_NOTHING = Figures(0, 0, None, None, None, None, None, 0, None, None, 0, None, 0)
