"""The staffing plan as a CSV file that says what it stands on, when it was made and by whom, with a digest."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from contracts.reporting.plan import PlanView
from figures.reports.figures_csv import MARK, Stamp, safe
from figures.reports.seal import Kind, sealed

MEANINGS = ("counters", "apart", "agents", "needs")


def plan_csv(view: PlanView, stamp: Stamp, texts: Mapping[str, str]) -> bytes:
    """Return the file in the language of `texts`: a row for each half hour, a column for each service."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerows([safe(cell) for cell in row] for row in _rows(view, stamp, texts))
    return sealed((MARK + file.getvalue()).encode(), Kind.CSV)


def _rows(view: PlanView, stamp: Stamp, t: Mapping[str, str]) -> Iterator[list[object]]:
    codes = [one.service for one in view.services]
    yield [t["figures.hall"], stamp.hall]
    yield [t["plan.week"], view.first.isoformat(), view.last.isoformat()]
    yield [t["figures.made"], stamp.at.isoformat(timespec="seconds"), stamp.by]
    yield [t["plan.days"], view.days]
    yield [t["plan.aim"], view.aim]
    yield [t["plan.breaks"], view.break_share]
    yield []
    names = [stamp.services.get(code, code) for code in codes]
    yield [
        t["plan.day"], t["plan.begins"], t["plan.arrivals"], t["plan.counters"], t["plan.apart"], t["plan.agents"],
        t["plan.prayer"], *names,
    ]  # fmt: skip
    for day in view.week:
        for slot in day.slots:
            needs = {need.service: need.counters for need in slot.needs}
            prayer = t[f"reason.{slot.prayer}"] if slot.prayer else ""
            yield [
                day.day.isoformat(), slot.begins, slot.arrivals, slot.counters, slot.apart, slot.agents, prayer,
                *(needs.get(code, 0) for code in codes),
            ]  # fmt: skip
    yield []
    for serving in view.services:
        name = stamp.services.get(serving.service, serving.service)
        yield [t["plan.counter_s"], name, serving.counter_s, serving.stages, t[f"plan.from_{serving.origin}"]]
    yield []
    for one in MEANINGS:
        yield [t[f"plan.{one}"], t[f"plan.{one}_means"]]
