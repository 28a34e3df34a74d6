"""Figures that were asked for lately, told again at once while nothing that they are made of has changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

from contracts.figure_answers import FiguresView
from dashboard.figures_view import Asked, figures_view
from dashboard.measured import Targets
from dashboard.revisions import ClosedDay
from dashboard.stage_rows import KeptStages

T = TypeVar("T")
KEPT = 144
"""Some ten kilobytes each at most: the years of a hall, and what is looked at day by day, each measure for itself."""


class FiguresDesk:
    """Keeps the newest answers; may be asked from any thread.

    What is kept is never old: it is held against the newest fact of each of its days, and the targets of today.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._answers: OrderedDict[Hashable, tuple[Hashable, Any]] = OrderedDict()
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

        def make() -> FiguresView:
            return figures_view(asked, source=source, targets=targets, at=at, closed=closed(*asked.days))

        return replace(self.remembered(question, state, make), at=at)

    def remembered(self, question: Hashable, state: Hashable, make: Callable[[], T]) -> T:
        """Return the newest answer to a question where it was made of the same state, else make it anew."""
        with self._turn:
            known = self._answers.get(question)
        answer: T = known[1] if known is not None and known[0] == state else make()
        with self._turn:
            self._answers[question] = (state, answer)
            self._answers.move_to_end(question)
            while len(self._answers) > self._kept:
                self._answers.popitem(last=False)
        return answer
