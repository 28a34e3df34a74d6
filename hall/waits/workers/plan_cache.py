"""Plans that were asked for lately, told again at once while nothing that they are made of has changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date, datetime

from contracts.codec.message import replace
from contracts.reporting.plan import PlanView
from hall.platform.web.dependencies import DependencyKey

KEPT = 8


class PlanCache:
    """Keeps the newest plans by week; may be asked from any thread. What is kept is held against `state`."""

    def __init__(self) -> None:
        self._plans: OrderedDict[date, tuple[Hashable, PlanView]] = OrderedDict()
        self._turn = threading.Lock()

    def answer(self, week: date, state: Hashable, at: datetime, make: Callable[[], PlanView]) -> PlanView:
        """Return the plan of the week as of `at`, made again when `state` has changed."""
        with self._turn:
            known = self._plans.get(week)
        if known is not None and known[0] == state:
            return replace(known[1], at=at)
        view = make()
        with self._turn:
            self._plans[week] = (state, view)
            self._plans.move_to_end(week)
            while len(self._plans) > KEPT:
                self._plans.popitem(last=False)
        return view


PLAN = DependencyKey[PlanCache]("plan")
