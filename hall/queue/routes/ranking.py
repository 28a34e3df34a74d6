"""How visits are ranked: by whom a group is served, why one was next, and by how much a lane is ahead."""

from __future__ import annotations

import uuid

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from contracts.queue.answers import LanesView, VisitView, WhyView
from contracts.queue.bodies import GroupRequest, HeadStartRequest
from contracts.words.hall import Lane
from hall.kernel.callers import Answer
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.platform.web.answers import said
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.queue.commands.change_head_start import MOST_MIN, ChangeHeadStart, change_head_start
from hall.queue.commands.link_group import LinkGroup, link_group
from hall.queue.model.calling.why_next import reason_of
from hall.queue.model.refusals import LaneUnknownError
from hall.queue.queries.sentences import why_sentences
from hall.queue.queries.visit_view import visit_view
from hall.queue.work import QueueWork

LARGEST_GROUP = 50


@post("/visits/group", status_code=200)
async def link_visits(
    request: HallRequest, data: JSONBody[GroupRequest], key: OptionalKey
) -> Response[list[VisitView]]:
    """Let visits go to one counter."""
    if len(data.visits) > LARGEST_GROUP:
        raise field_invalid("visits", f"expected at most {LARGEST_GROUP} visits")
    names = tuple(VisitId(name[:100].lower()) for name in data.visits)
    command = LinkGroup(str(uuid.uuid4()), names, request.caller.name)

    def run(work: QueueWork, now: Moment) -> Answer:
        return said(200, [visit_view(visit, notes=True) for visit in link_group(command, work=work, now=now)])

    return await request.run(run, key)


@get("/visits/{visit:str}/why")
async def explain_call(request: HallRequest, visit_id: NamedDependency[VisitId]) -> WhyView:
    """Tell why the visit was next at its newest call."""

    def ask(work: QueueWork, _now: Moment) -> WhyView:
        text = work.visits.get(visit_id).stage.why
        if not text:
            return WhyView(visit_id, None, {})
        reason = reason_of(text)
        return WhyView(visit_id, reason.word, why_sentences(reason))

    return await request.ask(ask)


@get("/lanes")
async def list_lanes(request: HallRequest) -> LanesView:
    """Return by what lanes are ranked."""
    return await request.ask(lambda work, _now: _lanes(work.settings))


@post("/lanes/{lane:str}/head-start", status_code=200)
async def set_head_start_of_lane(
    request: HallRequest, data: JSONBody[HeadStartRequest], lane: FromPath[str], key: OptionalKey
) -> Response[LanesView]:
    """Change by how much a lane is ahead."""
    if not 0 <= data.minutes <= MOST_MIN:
        raise field_invalid("minutes", f"expected 0 to {MOST_MIN}")
    command = ChangeHeadStart(_lane(lane), data.minutes, request.caller.name)

    def run(work: QueueWork, now: Moment) -> Answer:
        change_head_start(command, work=work, now=now)
        return said(200, _lanes(work.settings))

    return await request.run(run, key)


def _lane(name: str) -> Lane:
    known = {lane.value: lane for lane in Lane}
    if name not in known:
        raise LaneUnknownError(f"there is no lane {name[:40]!r}; the lanes are {', '.join(known)}")
    return known[name]


def _lanes(settings: HallSettings) -> LanesView:
    starts = {lane.value: settings.head_start_s(lane) // 60 for lane in Lane}
    return LanesView(starts, {lane.value: turns for lane, turns in settings.lane_ratio.items()})


routes = Router("/", route_handlers=[link_visits, explain_call, list_lanes, set_head_start_of_lane], tags=["visits"])
