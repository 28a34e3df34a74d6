"""What an agent sees of the counter program; tests and robots use it alike."""

from __future__ import annotations

from contracts.words.hall import NextAction, VisitState
from counter_client.program.run import Counter
from counter_client.state.state import Inputs
from tests.helpers.fake_hall_state import step_of


class SeenAtCounter:
    """The visit at the counter and what was said last."""

    counter: Counter

    @property
    def inputs(self) -> Inputs:
        return self.counter.app.inputs

    @property
    def state(self) -> VisitState | None:
        place = self.inputs.workplace
        return place.current.state if place and place.current else None

    def settled(self) -> bool:
        """Return whether nothing is on its way and the hall has named the next step of what is shown."""
        place = self.inputs.workplace
        named = place is None or not place.knows_next or place.next_action in {step_of(place), NextAction.NONE}
        return self.inputs.busy is None and named

    @property
    def ticket(self) -> str:
        """The number of the visit at the counter, empty where nobody is there."""
        place = self.inputs.workplace
        return place.current.ticket if place and place.current else ""

    @property
    def told(self) -> str | None:
        """The code of the notice that is shown, on the sheet where one is open."""
        notice = self.inputs.sheet.notice if self.inputs.sheet else self.inputs.notice
        return notice.code if notice else None
