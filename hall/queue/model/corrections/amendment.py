"""Correct the record of a stage that is over; the old values are kept and can be restored (pure)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from contracts.words.hall import CorrectionReason, Outcome, VisitState
from hall.kernel.facts import Changed, CorrectionTakenBack, VisitCorrected
from hall.kernel.ids import ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.refusals import AlreadySoError
from hall.queue.model.corrections.refusals import CorrectionRefusedError, NotOverError
from hall.queue.model.stage import IN_HALL, Stage
from hall.queue.model.visit import Visit

OPEN_ENDED = frozenset({VisitState.FINISHED, VisitState.CLOSED_BY_DAY})
"""States of stages that were served, or were being served when the day closed."""


@dataclass(frozen=True, slots=True)
class StageValues:
    """The values of a stage that can be corrected; `served_s` and `state` follow from them."""

    service: ServiceCode
    state: VisitState
    outcome: Outcome | None
    begun: Moment | None
    ended: Moment | None
    served_s: float


@dataclass(frozen=True, slots=True)
class Amendment:
    """The new values; None leaves a value as it is."""

    position: int
    reason: CorrectionReason
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: Outcome | None = None
    service: ServiceCode | None = None
    remark: str | None = None


def values_of(stage: Stage) -> StageValues:
    """Return what stands of a stage."""
    return StageValues(stage.service, stage.state, stage.outcome, stage.begun, stage.ended, stage.served_s)


def amend(visit: Visit, amendment: Amendment, by: str, *, now: Moment) -> tuple[StageValues, StageValues]:
    """Put a stage right and return what stood before and what stands now; nobody's wait is changed by it."""
    stage = _stage(visit, amendment.position)
    before = values_of(stage)
    after = _amended(visit, stage, before, amendment, now)
    changed = changes(before, after)
    if not changed:
        raise AlreadySoError(f"stage {amendment.position} of {visit.ticket or visit.id} stands like that already")
    put_values(stage, after)
    visit.previous_state = None
    visit.new_facts.append(
        VisitCorrected(
            visit.id, visit.ticket, visit.service, by, amendment.reason, amendment.remark, amendment.position, changed
        )
    )
    return before, after


def take_back(visit: Visit, position: int, before: StageValues, by: str) -> None:
    """Let what stood before the newest correction stand again."""
    stage = _stage(visit, position)
    changed = changes(values_of(stage), before)
    put_values(stage, before)
    visit.new_facts.append(CorrectionTakenBack(visit.id, visit.ticket, visit.service, by, position, changed))


def put_values(stage: Stage, values: StageValues) -> None:
    """Let these values stand."""
    stage.service, stage.state, stage.outcome = values.service, values.state, values.outcome
    stage.begun, stage.ended, stage.served_s = values.begun, values.ended, values.served_s


def changes(before: StageValues, after: StageValues) -> tuple[Changed, ...]:
    """Return what differs, as facts tell it."""
    pairs = {
        "service": (before.service, after.service),
        "state": (before.state.value, after.state.value),
        "outcome": (_word(before.outcome), _word(after.outcome)),
        "begun": (_instant(before.begun), _instant(after.begun)),
        "ended": (_instant(before.ended), _instant(after.ended)),
    }
    return tuple(Changed(what, was, now) for what, (was, now) in pairs.items() if was != now)


def _stage(visit: Visit, position: int) -> Stage:
    if visit.state in IN_HALL:
        raise NotOverError(f"{visit.ticket or visit.id} is {visit.state.value}: put it right at the counter")
    if not 0 <= position < len(visit.stages):
        raise CorrectionRefusedError(f"the visit has {len(visit.stages)} stages, counted from 0; got {position}")
    return visit.stages[position]


def _amended(visit: Visit, stage: Stage, before: StageValues, amendment: Amendment, now: Moment) -> StageValues:
    after = before if amendment.service is None else replace(before, service=amendment.service)
    last = amendment.position == len(visit.stages) - 1
    if amendment.outcome is not None:
        if not last or before.state not in OPEN_ENDED or stage.first_called is None:
            raise CorrectionRefusedError("only the stage in which the visit was finished has an outcome")
        after = replace(after, outcome=amendment.outcome, state=VisitState.FINISHED)
    if amendment.ended_at is not None and not last:
        raise CorrectionRefusedError("this stage ended with a transfer, and the next wait began then")
    if amendment.begun_at is not None or amendment.ended_at is not None:
        after = _timed(stage, after, amendment, now)
    if after.state is VisitState.FINISHED and last and (after.outcome is None or after.begun is None):
        raise CorrectionRefusedError("a visit that was finished has a begin and an outcome: give both")
    return after


def _timed(stage: Stage, after: StageValues, amendment: Amendment, now: Moment) -> StageValues:
    """Return the values with other times; the time for which the visit was parked stays what it was."""
    called, ended = stage.first_called, stage.ended
    if after.state not in OPEN_ENDED or called is None or ended is None:
        raise CorrectionRefusedError("nobody was served in this stage, so that it has no times to correct")
    begun_at = amendment.begun_at or (stage.begun.at if stage.begun else None)
    ended_at = amendment.ended_at or ended.at
    if begun_at is None or not called.at <= begun_at <= ended_at <= now.at:
        raise CorrectionRefusedError("a stage is called, begun and ended in this order, all before now")
    parked_s = max(0.0, ended.seconds_since(stage.begun) - stage.served_s) if stage.begun else 0.0
    begun, end = _moved(called, begun_at), _moved(ended, ended_at)
    served_s = (ended_at - begun_at) / timedelta(seconds=1) - parked_s
    if served_s < 0:
        raise CorrectionRefusedError("the visit was parked for longer than that")
    return replace(after, begun=begun, ended=end, served_s=round(served_s, 3))


def _moved(moment: Moment, at: datetime) -> Moment:
    """Return the moment at another instant, its monotonic reading moved as far."""
    return Moment(at, moment.monotonic_ns + round((at - moment.at) / timedelta(microseconds=1)) * 1000, moment.boot)


def _word(outcome: Outcome | None) -> str | None:
    return outcome.value if outcome else None


def _instant(moment: Moment | None) -> str | None:
    return moment.at.isoformat().replace("+00:00", "Z") if moment else None
