"""Every queue and counter of the hall as it stands, with devices and alerts for staff."""

from __future__ import annotations

from collections.abc import Sequence

from litestar import Router, get

from contracts.codec.message import replace
from contracts.queue.queues_view import DeviceNow, QueuesView
from hall.devices.queries import with_tickets_left
from hall.kernel.moment import Moment
from hall.kernel.partner import PartnerScope
from hall.people.routes.device_states import DEVICE_STATES
from hall.platform.security.access import PUBLIC_MACHINES, Role
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.request import HallRequest
from hall.queue.routes.from_other_capabilities import EXPECTED_WAITS
from hall.queue.routes.partner_scope import queues_in_scope
from hall.reporting.queries.alerts import staff_view, standing_alerts
from hall.reporting.queries.figures import queues_view
from hall.reporting.work import ReportingWork

LEADS = frozenset({Role.HEAD, Role.ADMIN})
"""Roles that read complaints."""


def queues(role: Role, work: ReportingWork, now: Moment, parts: Dependencies, scope: PartnerScope | None) -> QueuesView:
    """Return the queues as this role, and a partner's people, may see them."""
    public = role in PUBLIC_MACHINES
    devices = () if public else _devices(work, now, parts)
    stream = parts.hub.stream
    view = queues_view(
        work=work, now=now, stream=stream, seq=work.seq, estimate=parts.get(EXPECTED_WAITS).newest, devices=devices
    )
    if not public:
        view = staff_view(view, parts.health.reasons(), work=work, now=now)
        if role not in LEADS:
            view = replace(view, complaints=())
        view = replace(view, standing=standing_alerts(view, work.alerts.seen()))
        return view if scope is None else queues_in_scope(view, scope)
    return replace(
        view,
        services=tuple(replace(service, longest_ticket="") for service in view.services),
        counters=tuple(replace(counter, agent=None, agent_names={}) for counter in view.counters),
    )


def _devices(work: ReportingWork, now: Moment, parts: Dependencies) -> Sequence[DeviceNow]:
    return parts.get(DEVICE_STATES).told(with_tickets_left(work.identities.devices(), work=work), now)


@get("/queues")
async def show_queues(request: HallRequest) -> QueuesView:
    """Return every queue and counter as it stands."""
    role, parts, scope = request.caller.role, request.parts, request.partner()
    return await request.ask(lambda work, now: queues(role, work, now, parts, scope))


routes = Router("/", route_handlers=[show_queues], tags=["hall"])
