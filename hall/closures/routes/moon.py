"""The moon at the hall: what the head is asked while the centre cannot be reached, and the head's own act."""

from __future__ import annotations

from datetime import timedelta

from litestar import Response, Router, get, post
from litestar.params import FromPath, JSONBody

from contracts.day.moon import FollowMoonRequest, MoonActView, MoonView
from contracts.words.moon import DAYS_OFF, LONGEST_DAYS, MOST_AHEAD
from hall.calendar.service_day import local
from hall.closures.commands.moon import FollowMoon, TakeMoonBack, follow_moon, take_moon_back
from hall.closures.queries.moon import moon_act_view, moon_view
from hall.closures.work import ClosuresWork
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.platform.web.answers import said
from hall.platform.web.fresh_ids import uuid7
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest

CUT_OFF = frozenset({"centre_away", "centre_held"})


def _is_cut_off(request: HallRequest) -> bool:
    return not request.parts.centre_is_set or not CUT_OFF.isdisjoint(request.parts.health.reasons())


@get("/moon")
async def show_moon(request: HallRequest) -> MoonView:
    """Return what the head is asked, and the acts that stand."""
    cut_off = _is_cut_off(request)
    return await request.ask(lambda work, now: moon_view(work=work, now=now, cut_off=cut_off))


@post("/moon")
async def begin_month(
    request: HallRequest, data: JSONBody[FollowMoonRequest], key: OptionalKey
) -> Response[MoonActView]:
    """Set hours, days off and Hijri date for the month or feast that begins on this day."""
    now, (before, after) = request.parts.clock.now(), DAYS_OFF[data.event]
    if not 0 <= (data.begins - local(now, request.parts.settings()).date()).days <= MOST_AHEAD:
        raise field_invalid("begins", f"expected today or one of the next {MOST_AHEAD} days")
    first = data.first or data.begins - timedelta(days=before)
    last = data.last or data.begins + timedelta(days=after)
    if abs((first - data.begins).days) > LONGEST_DAYS:
        raise field_invalid("first", f"expected a day at most {LONGEST_DAYS} days from `begins`")
    if not 0 <= (last - first).days < LONGEST_DAYS:
        raise field_invalid("last", f"expected `first` or a day after it, {LONGEST_DAYS} days at most")
    command = FollowMoon(uuid7(now.at), data.event, data.begins, first, last, request.caller.name, now.at)

    def run(work: ClosuresWork, now: Moment) -> Answer:
        return said(201, moon_act_view(follow_moon(command, work=work, now=now)))

    return await request.run(run, key)


@post("/moon/{act:str}/end", status_code=200)
async def undo_month(request: HallRequest, act: FromPath[str], key: OptionalKey) -> Response[MoonView]:
    """Let what stood before hold again."""
    command, cut_off = TakeMoonBack(act, request.caller.name), _is_cut_off(request)

    def run(work: ClosuresWork, now: Moment) -> Answer:
        take_moon_back(command, work=work, now=now)
        return said(200, moon_view(work=work, now=now, cut_off=cut_off))

    return await request.run(run, key)


routes = Router("/", route_handlers=[show_moon, begin_month, undo_month], tags=["day"])
