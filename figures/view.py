"""The figures of a period as they are shown and sent, for a hall and for the centre alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from contracts.reporting.figures import FiguresPart, FiguresView, HeatCell
from figures.period import Asked, PeriodSlices
from figures.revisions import UNREVISED, Revised
from figures.slices import Part
from figures.tally import WAITING_STEP_S, Tally, middle


def figures_view(
    asked: Asked, found: PeriodSlices, *, at: datetime, transactions: bool = False, revised: Revised = UNREVISED
) -> FiguresView:
    """Return the figures of the period, with the number of `transactions` where those are known (in a hall)."""

    def parts(tallies: Mapping[str, Tally]) -> tuple[FiguresPart, ...]:
        keys = sorted((key for key, tally in tallies.items() if not tally.empty), key=_in_order)
        return tuple(FiguresPart(key, tallies[key].figures(transactions=transactions)) for key in keys)

    (first, last), (days, as_closed) = asked.days, revised
    whole = found.whole
    return FiguresView(
        at=at,
        period=asked.period,
        first=first,
        last=last,
        service=asked.service,
        total=whole.total.figures(transactions=transactions),
        services=parts({code: one.total for code, one in found.services.items()}),
        hours=parts(_by(whole.parts["heat"], lambda key: key.partition("-")[2])),
        lanes=parts(whole.parts["lanes"]),
        visitor_kinds=parts(whole.parts["visitor_kinds"]),
        counters=parts(whole.parts["counters"]),
        steps=parts({day.isoformat(): one.total for day, one in found.steps.items()}),
        heat=_heat(whole.parts["heat"]),
        step_s=WAITING_STEP_S,
        revised=days,
        total_closed=as_closed,
    )


def _by(part: Part, key_of: Callable[[str], str]) -> Part:
    found: Part = {}
    for key, tally in part.items():
        found.setdefault(key_of(key), Tally()).merge(tally)
    return found


def _heat(part: Part) -> tuple[HeatCell, ...]:
    cells = {tuple(map(int, key.split("-"))): tally for key, tally in part.items()}
    return tuple(
        HeatCell(weekday, hour, tally.came, tally.called, middle(tally.waits, WAITING_STEP_S))
        for (weekday, hour), tally in sorted(cells.items())
    )


def _in_order(key: str) -> tuple[int, str]:
    return (int(key), "") if key.isdigit() else (-1, key)
