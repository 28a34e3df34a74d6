"""Let a waiting visit wait for another service: the wrong tile was touched, or the visitor came for something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import Lane
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.queue.commands.current_day import CurrentDayWork, current_day
from hall.queue.commands.issue_ticket import check_quota, check_service
from hall.queue.model.visit import Visit

_OWN = frozenset({Lane.STANDARD, Lane.PREMIUM})
"""Lanes that a visit has from its service; all others belong to the visitor and go with him."""


@dataclass(frozen=True)
class ChangeService:
    """Let `visit` wait for `service`; `by` is the person at reception."""

    visit: VisitId
    service: ServiceCode
    by: str


class ChangeServiceWork(CurrentDayWork, Protocol):
    """What changing a visit's service reads and writes."""


def change_service(command: ChangeService, *, work: ChangeServiceWork, now: Moment) -> Visit:
    """Move the visit into the other queue with its number and its time of issue.

    A full or closed service refuses; not where the newest change is taken back, for the visit was in that queue.
    """
    day = current_day(work, now)
    visit = work.visits.get(command.visit)
    service = work.settings.service(command.service)
    if visit.service != service.code and not visit.goes_back_to(service.code):
        check_service(service, visit.visitor_kind)
        if day is not None and visit.service_day == day.day:
            check_quota(service, day, work)
    visit.change_service(service.code, _lane_in(service.code, visit, work.settings), command.by)
    work.visits.save(visit)
    return visit


def _lane_in(code: ServiceCode, visit: Visit, settings: HallSettings) -> Lane:
    if visit.lane not in _OWN:
        return visit.lane
    before = visit.stage.changed_from
    if before is not None and visit.goes_back_to(code) and before.lane in _OWN:
        return before.lane
    return settings.service(code).lane
