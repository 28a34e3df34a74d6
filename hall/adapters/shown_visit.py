"""The visit as its facts and its answer show it: made, and written as JSON, once for each state that is stored."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic_core import to_json as written

from contracts.hall_answers import VisitView
from hall.application.visit_view import visit_view
from hall.domain.visit import Visit


@dataclass(frozen=True, slots=True)
class Shown:
    """A visit with its notes, as a value and as JSON."""

    view: VisitView
    text: bytes


class ShownVisit:
    """Shows the visits of one command; the one that was shown last is not made again while it is as it was stored."""

    def __init__(self) -> None:
        self._last: tuple[Visit, int, Shown] | None = None

    def of(self, visit: Visit) -> Shown:
        """Return the visit, which is as it was stored, as it is shown."""
        last = self._last
        if last is not None and last[0] is visit and last[1] == visit.revision:
            return last[2]
        view = visit_view(visit, notes=True)
        # The same text as by way of `contracts.codec`, in half the time: a visit has nothing that needs it.
        shown = Shown(view, written(view))
        self._last = visit, visit.revision, shown
        return shown
