"""The hall head says that he has seen an alert; what is over is forgotten, so that it asks anew."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.arrangement_answers import AlertRequest
from contracts.queues_view import QueuesView
from hall.application.acknowledge_alert import AcknowledgeAlert, acknowledge_alert
from hall.application.callers import Answer
from hall.domain.moment import Moment
from hall.service.alert_watch import standing
from hall.service.call import PREFIX, Call, HallRoute, documented, said
from hall.service.heartbeats import HEARTBEATS
from hall.service.queues import queues
from hall.service.reporting_work import ReportingWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])


@routes.post("/alerts/acknowledge", openapi_extra=documented(AlertRequest, QueuesView))
async def acknowledge(call: Call) -> Response:
    """Say that an alert was seen."""
    alert, by, role, parts = (await call.read(AlertRequest)).alert, call.caller.name, call.caller.role, call.parts
    scope = call.partner()

    def run(work: ReportingWork, now: Moment) -> Answer:
        there = standing(work, now, parts.get(HEARTBEATS), parts.health.reasons())
        acknowledge_alert(AcknowledgeAlert(alert, by, there), work=work, now=now)
        return said(200, queues(role, work, now, parts, scope))

    return await call.run(run)
