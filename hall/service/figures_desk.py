"""Figures that were asked for lately, told again at once while nothing that they are made of has changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from datetime import date, datetime

from contracts.figure_answers import FiguresView
from dashboard.figures_view import Asked, figures_view
from dashboard.measured import Targets
from dashboard.revisions import ClosedDay
from dashboard.stage_rows import KeptStages

KEPT = 48
"""Some ten kilobytes each: the years of a hall, and what is looked at day by day."""


class FiguresDesk:
    """Keeps the newest answers; may be asked from any thread.

    What is kept is never old: it is held against the newest fact of each of its days, and the targets of today.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._answers: OrderedDict[Hashable, tuple[Hashable, FiguresView]] = OrderedDict()
        self._turn = threading.Lock()

    def answer(
        self,
        asked: Asked,
        *,
        source: KeptStages,
        targets: Targets,
        at: datetime,
        closed: Callable[[date, date], Mapping[date, ClosedDay]],
    ) -> FiguresView:
        """Return the figures of the period as of `at`; `closed` gives days that may have changed since their close."""
        question = (asked.period, asked.days, asked.service)
        state = (source.state(*asked.days), tuple(sorted(targets.items())))
        with self._turn:
            known = self._answers.get(question)
        if known is not None and known[0] == state:
            view = replace(known[1], at=at)
        else:
            view = figures_view(asked, source=source, targets=targets, at=at, closed=closed(*asked.days))
        with self._turn:
            self._answers[question] = (state, view)
            self._answers.move_to_end(question)
            while len(self._answers) > self._kept:
                self._answers.popitem(last=False)
        return view
