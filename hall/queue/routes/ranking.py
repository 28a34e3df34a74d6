"""How visits are ranked: by whom a group is served, why one was next, and by how much a lane is ahead."""

from __future__ import annotations

import uuid

from fastapi import APIRouter
from starlette.responses import Response

from contracts.queue.answers import LanesView, VisitView, WhyView
from contracts.queue.bodies import GroupRequest, HeadStartRequest
from contracts.words.hall import Lane
from hall.kernel.callers import Answer
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said, told
from hall.platform.web.problems import field_invalid
from hall.queue.commands.change_head_start import MOST_MIN, ChangeHeadStart, change_head_start
from hall.queue.commands.link_group import LinkGroup, link_group
from hall.queue.model.calling.why_next import reason_of
from hall.queue.model.refusals import LaneUnknownError
from hall.queue.queries.sentences import why_sentences
from hall.queue.queries.visit_view import visit_view
from hall.queue.work import QueueWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["visits"])
LARGEST_GROUP = 50


@routes.post("/visits/group", openapi_extra=documented(GroupRequest, VisitView, many=True))
async def link(call: Call) -> Response:
    """Let visits go to one counter."""
    body = await call.read(GroupRequest)
    if len(body.visits) > LARGEST_GROUP:
        raise field_invalid("visits", f"expected at most {LARGEST_GROUP} visits")
    names = tuple(VisitId(name[:100].lower()) for name in body.visits)
    command = LinkGroup(str(uuid.uuid4()), names, call.caller.name)

    def run(work: QueueWork, now: Moment) -> Answer:
        return said(200, [visit_view(visit, notes=True) for visit in link_group(command, work=work, now=now)])

    return await call.run(run)


@routes.get("/visits/{visit}/why", openapi_extra=documented(answer=WhyView))
async def why_next(call: Call) -> Response:
    """Tell why the visit was next at its newest call."""
    visit = call.visit()

    def ask(work: QueueWork, _now: Moment) -> WhyView:
        text = work.visits.get(visit).stage.why
        if not text:
            return WhyView(visit, None, {})
        reason = reason_of(text)
        return WhyView(visit, reason.word, why_sentences(reason))

    return told(await call.ask(ask))


@routes.get("/lanes", openapi_extra=documented(answer=LanesView))
async def lanes(call: Call) -> Response:
    """Return by what lanes are ranked."""
    return told(await call.ask(lambda work, _now: _lanes(work.settings)))


@routes.post("/lanes/{lane}/head-start", openapi_extra=documented(HeadStartRequest, LanesView))
async def set_head_start(call: Call) -> Response:
    """Change by how much a lane is ahead."""
    body = await call.read(HeadStartRequest)
    if not 0 <= body.minutes <= MOST_MIN:
        raise field_invalid("minutes", f"expected 0 to {MOST_MIN}")
    command = ChangeHeadStart(_lane(call), body.minutes, call.caller.name)

    def run(work: QueueWork, now: Moment) -> Answer:
        change_head_start(command, work=work, now=now)
        return said(200, _lanes(work.settings))

    return await call.run(run)


def _lane(call: Call) -> Lane:
    name: str = call.path_params["lane"]
    known = {lane.value: lane for lane in Lane}
    if name not in known:
        raise LaneUnknownError(f"there is no lane {name[:40]!r}; the lanes are {', '.join(known)}")
    return known[name]


def _lanes(settings: HallSettings) -> LanesView:
    starts = {lane.value: settings.head_start_s(lane) // 60 for lane in Lane}
    return LanesView(starts, {lane.value: turns for lane, turns in settings.lane_ratio.items()})
