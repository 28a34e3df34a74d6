"""Figures that were asked for lately, told again at once while nothing that they are made of has changed."""

from __future__ import annotations

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from contracts.figure_answers import FiguresView
from dashboard.figures import DaysPieces
from dashboard.figures_view import Asked, view_of
from dashboard.measured import Targets
from dashboard.revisions import ClosedDay, revisions
from dashboard.stage_rows import KeptStages

T = TypeVar("T")
KEPT = 144
"""Of each period, each measure for itself: some ten kilobytes each, and a megabyte or two for each that today is in
the midst of."""


class FiguresDesk:
    """Keeps the newest answers; may be asked from any thread.

    What is kept is never old: it is held against the newest fact of each of its days, and the targets of today.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._shelves: defaultdict[str, OrderedDict[Hashable, tuple[Hashable, Any]]] = defaultdict(OrderedDict)
        """By period: who looks day by day at a quarter of a year does not make the years be forgotten."""
        self._turn = threading.Lock()

    def answer(
        self,
        asked: Asked,
        *,
        source: KeptStages,
        targets: Targets,
        at: datetime,
        today: date,
        closed: Callable[[date, date], Mapping[date, ClosedDay]],
    ) -> FiguresView:
        """Return the figures of the period as of `at`; `closed` gives days that may have changed since their close."""
        first, last = asked.days
        aims = tuple(sorted(targets.items()))

        def of(first: date, last: date) -> DaysPieces:
            return asked.pieces(asked.stages(source, first, last), targets)

        def make() -> FiguresView:
            if first < today <= last:
                # What was before today is not gone through again whenever a visitor comes.
                yesterday = today - timedelta(days=1)
                state = (source.state(first, yesterday), aims)
                before = self.remembered(asked.period, ("before", *question), state, partial(of, first, yesterday))
                pieces = before + of(today, last)
            else:
                pieces = of(first, last)
            changed = closed(first, last)
            days = asked.stages(source, first, last) if changed else []
            return view_of(asked, pieces, at=at, revised=revisions(asked.service, days, changed, targets))

        question = ("visits", asked.days, asked.service)
        return replace(self.remembered(asked.period, question, (source.state(first, last), aims), make), at=at)

    def remembered(self, period: str, question: Hashable, state: Hashable, make: Callable[[], T]) -> T:
        """Return the newest answer to a question of a period where it was made of the same state, else make it anew."""
        with self._turn:
            shelf = self._shelves[period]
            known = shelf.get(question)
        answer: T = known[1] if known is not None and known[0] == state else make()
        with self._turn:
            shelf[question] = (state, answer)
            shelf.move_to_end(question)
            while len(shelf) > self._kept:
                shelf.popitem(last=False)
        return answer
