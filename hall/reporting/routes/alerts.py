"""The hall head acknowledges an alert; an alert that is over is forgotten, so that the next one must be seen again."""

from __future__ import annotations

from litestar import Response, Router, post
from litestar.params import JSONBody

from contracts.day.arrangements import AlertRequest
from contracts.queue.queues_view import QueuesView
from hall.devices.workers.heartbeats import HEARTBEATS
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.platform.web.answers import said
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest
from hall.reporting.commands.acknowledge_alert import AcknowledgeAlert, acknowledge_alert
from hall.reporting.routes.queues import queues
from hall.reporting.work import ReportingWork
from hall.reporting.workers.alert_watch import standing_alert_names


@post("/alerts/acknowledge", status_code=200)
async def acknowledge_standing_alert(
    request: HallRequest, data: JSONBody[AlertRequest], key: OptionalKey
) -> Response[QueuesView]:
    """Say that an alert was seen."""
    alert, by, role, parts = data.alert, request.caller.name, request.caller.role, request.parts
    scope = request.partner()

    def run(work: ReportingWork, now: Moment) -> Answer:
        there = standing_alert_names(work, now, parts.get(HEARTBEATS), parts.health.reasons())
        acknowledge_alert(AcknowledgeAlert(alert, by, there), work=work, now=now)
        return said(200, queues(role, work, now, parts, scope))

    return await request.run(run, key)


routes = Router("/", route_handlers=[acknowledge_standing_alert], tags=["hall"])
