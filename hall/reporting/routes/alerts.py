"""The hall head says that he has seen an alert; what is over is forgotten, so that it asks anew."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.day.arrangements import AlertRequest
from contracts.queue.queues_view import QueuesView
from hall.devices.workers.heartbeats import HEARTBEATS
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said
from hall.reporting.commands.acknowledge_alert import AcknowledgeAlert, acknowledge_alert
from hall.reporting.routes.queues import queues
from hall.reporting.work import ReportingWork
from hall.reporting.workers.alert_watch import standing_alert_names

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])


@routes.post("/alerts/acknowledge", openapi_extra=documented(AlertRequest, QueuesView))
async def acknowledge(call: Call) -> Response:
    """Say that an alert was seen."""
    alert, by, role, parts = (await call.read(AlertRequest)).alert, call.caller.name, call.caller.role, call.parts
    scope = call.partner()

    def run(work: ReportingWork, now: Moment) -> Answer:
        there = standing_alert_names(work, now, parts.get(HEARTBEATS), parts.health.reasons())
        acknowledge_alert(AcknowledgeAlert(alert, by, there), work=work, now=now)
        return said(200, queues(role, work, now, parts, scope))

    return await call.run(run)
