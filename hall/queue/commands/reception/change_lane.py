"""Give a waiting visit priority, or take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import Lane, LaneReason
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.queue.model.ports import HasBookings, HasReturns, HasVisits
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class ChangeLane:
    """Give `visit` priority or take it back; `by` is the agent or person, `reason` never the visitor's ground."""

    visit: VisitId
    priority: bool
    by: str
    reason: LaneReason


class ChangeLaneWork(HasBookings, HasReturns, HasSettings, HasVisits, Protocol):
    """What changing a visit's lane reads and writes."""


def change_lane(command: ChangeLane, *, work: ChangeLaneWork, now: Moment) -> Visit:
    """Move the waiting visit to the other lane, and so to its place in the calling order."""
    del now
    visit = work.visits.get(command.visit)
    visit.change_lane(_wanted(visit, work, priority=command.priority), command.by, command.reason)
    work.visits.save(visit)
    return visit


def _wanted(visit: Visit, work: ChangeLaneWork, *, priority: bool) -> Lane:
    """Return the lane asked for; a visit that has no priority keeps the lane it is in."""
    if priority:
        return Lane.PRIORITY
    return _own_lane(visit, work) if visit.lane is Lane.PRIORITY else visit.lane


def _own_lane(visit: Visit, work: ChangeLaneWork) -> Lane:
    """Return the lane that the visit has without priority: an appointment's, a return's, else of its first service."""
    came = visit
    while came.carried_from is not None:  # what it came with, on the day when it came
        came = work.visits.get(came.carried_from)
    if any(booked.visit == came.id for booked in work.appointments.of_day(came.service_day)):
        return Lane.APPOINTMENT
    if work.returns.used_by(came.id) is not None:
        return Lane.RETURNING
    first = visit.stages[0].service
    lane = next((service.lane for service in work.settings.services if service.code == first), Lane.STANDARD)
    if lane in {Lane.STANDARD, Lane.PRIORITY}:
        return Lane.STANDARD if visit.carried_from is None else Lane.RETURNING
    return lane
