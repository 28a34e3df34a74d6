"""Figures of one period, put together from slices: the same answer as from single stages, to the minute."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from contracts.figure_answers import FiguresPart, FiguresView, HeatCell
from dashboard.figures_view import Asked
from dashboard.slices import Part, Slice
from dashboard.tally import WAITING_STEP_S, Tally, middle


@dataclass
class PeriodSlices:
    """What a period is made of: the whole with its parts, the total of each service and of each step."""

    whole: Slice = field(default_factory=Slice)
    services: dict[str, Slice] = field(default_factory=dict)
    steps: dict[date, Slice] = field(default_factory=dict)


def slices_view(asked: Asked, found: PeriodSlices, *, at: datetime) -> FiguresView:
    """Return the figures of the period."""
    first, last = asked.days
    whole = found.whole
    return FiguresView(
        at=at,
        period=asked.period,
        first=first,
        last=last,
        service=asked.service,
        total=whole.total.figures(),
        services=_parts({code: one.total for code, one in found.services.items()}),
        hours=_parts(_by(whole.parts["heat"], lambda key: key.partition("-")[2])),
        lanes=_parts(whole.parts["lanes"]),
        visitor_kinds=_parts(whole.parts["visitor_kinds"]),
        counters=_parts(whole.parts["counters"]),
        steps=_parts({day.isoformat(): one.total for day, one in found.steps.items()}),
        heat=_heat(whole.parts["heat"]),
        step_s=WAITING_STEP_S,
    )


def _by(part: Part, key_of: Callable[[str], str]) -> Part:
    found: Part = {}
    for key, tally in part.items():
        found.setdefault(key_of(key), Tally()).merge(tally)
    return found


def _parts(tallies: Mapping[str, Tally]) -> tuple[FiguresPart, ...]:
    return tuple(
        FiguresPart(key, tallies[key].figures()) for key in sorted(tallies, key=_in_order) if not tallies[key].empty
    )


def _heat(part: Part) -> tuple[HeatCell, ...]:
    cells = {tuple(map(int, key.split("-"))): tally for key, tally in part.items()}
    return tuple(
        HeatCell(weekday, hour, tally.came, tally.called, middle(tally.waits, WAITING_STEP_S))
        for (weekday, hour), tally in sorted(cells.items())
    )


def _in_order(key: str) -> tuple[int, str]:
    return (int(key), "") if key.isdigit() else (-1, key)
