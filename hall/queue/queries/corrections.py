"""The corrections of some days, and the stages whose times can hardly be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from contracts.queue.corrections import CorrectionsView, CorrectionView, DoubtfulStage, ValuesView
from contracts.words.hall import CorrectionReason, VisitState
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.kernel.settings import HallSettings
from hall.queue.model.corrections.amendment import StageValues
from hall.queue.model.corrections.ports import HasCorrections, StoredCorrection

SHORT_S = 20
"""Seconds; nobody is served in less: the agent pressed Begin and Finish one right after the other."""
LONG_TIMES = 3
"""A stage that lasts this many times its expected serving time was probably left open."""
LISTED = 200


@dataclass(frozen=True, slots=True)
class EndedStage:
    """One stage that was served, or being served when its day closed."""

    visit: str
    ticket: str
    position: int
    service: str
    state: VisitState
    counter: int | None
    agent: str | None
    called_at: datetime | None
    begun_at: datetime | None
    ended_at: datetime
    served_s: float
    begun_late: bool = False
    """It was marked: serving began long after the call, as if the begin had been forgotten."""


class EndedStages(Protocol):
    """Gives stages of past and present days."""

    def outliers(self, first: date, last: date, short_s: float, long_s: float) -> Sequence[EndedStage]:
        """Return stages served for less or for longer than that, begun long after the call, or ended by the day."""
        ...


class CorrectionsViewWork(HasCorrections, HasSettings, Protocol):
    """What the view of corrections reads."""


def corrections_view(
    first: date, last: date, *, work: CorrectionsViewWork, stages: EndedStages, now: Moment
) -> CorrectionsView:
    """Return the corrections to the visits of these days, and stages that may need one."""
    settings = work.settings
    least = min((service.expected_serving_s for service in settings.services), default=0)
    found = stages.outliers(first, last, SHORT_S, LONG_TIMES * least)
    corrections = work.corrections.between(first, last)
    # A stage keeps its mark of a late begin after the begin was corrected; it is no longer listed as doubtful.
    begins = {(one.visit, one.position) for one in corrections if _put_begin_right(one)}
    found = [replace(one, begun_late=False) if (one.visit, one.position) in begins else one for one in found]
    doubtful = [(one, why) for one in found if (why := _why(one, settings)) is not None]
    return CorrectionsView(
        now.at,
        first,
        last,
        tuple(map(correction_view, corrections)),
        tuple(_doubtful(one, why) for one, why in doubtful[:LISTED]),
        max(0, len(doubtful) - LISTED),
    )


def _put_begin_right(one: StoredCorrection) -> bool:
    return one.taken_back_by is None and one.before.begun != one.after.begun


def correction_view(one: StoredCorrection) -> CorrectionView:
    """Return one correction as the page shows it."""
    return CorrectionView(
        one.visit, one.number, one.service_day, one.ticket, one.position, CorrectionReason(one.reason), one.remark,
        one.by, one.at, _values(one.before), _values(one.after), one.taken_back_by, one.taken_back_at,
    )  # fmt: skip


def _values(values: StageValues) -> ValuesView:
    return ValuesView(
        values.service,
        values.state.value,
        values.outcome.value if values.outcome else None,
        values.begun.at if values.begun else None,
        values.ended.at if values.ended else None,
        round(values.served_s),
    )


def _why(one: EndedStage, settings: HallSettings) -> str | None:
    """Return what is doubtful of the stage, or None."""
    if one.state is VisitState.CLOSED_BY_DAY:
        return "closed_by_day"
    if one.served_s < SHORT_S:
        return "too_short"
    usual = next((each.expected_serving_s for each in settings.services if each.code == one.service), None)
    if usual is not None and one.served_s > LONG_TIMES * usual:
        return "left_open"
    return "begun_late" if one.begun_late else None


def _doubtful(one: EndedStage, why: str) -> DoubtfulStage:
    return DoubtfulStage(
        one.visit, one.ticket, one.position, one.service, one.counter, one.agent, one.called_at, one.begun_at,
        one.ended_at, round(one.served_s), why,
    )  # fmt: skip
