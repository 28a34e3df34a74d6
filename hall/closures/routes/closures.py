"""Close the hall suddenly and open it again: the hall head's side."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from litestar import Response, Router, get, post
from litestar.params import FromPath, JSONBody

from contracts.day.closures import CloseHallRequest, ClosureEffect, ClosuresView, ClosureView
from contracts.words.closures import LONGEST_DAYS, WORDS_LENGTH
from hall.closures.commands.closures import CloseHall, OpenHallAgain, close_hall, open_again
from hall.closures.queries.closures import closure_view, closures_view, effect_of
from hall.closures.work import ClosuresWork
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.platform.web.answers import said
from hall.platform.web.fresh_ids import uuid7
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest


@get("/closures")
async def list_closures(request: HallRequest) -> ClosuresView:
    """Return the sudden closures that stand or are to come."""
    return await request.ask(lambda work, _now: closures_view(work=work))


@post("/closures/check", status_code=200)
async def check_closure(request: HallRequest, data: JSONBody[CloseHallRequest]) -> ClosureEffect:
    """Return whom a closure would touch; nothing is changed."""
    first, until = _span(data, request.parts.clock.now().at)
    return await request.ask(lambda work, now: effect_of(first, until, work=work, now=now))


@post("/closures")
async def close_suddenly(
    request: HallRequest, data: JSONBody[CloseHallRequest], key: OptionalKey
) -> Response[ClosureView]:
    """Close the hall, now or from a time on."""
    at = request.parts.clock.now().at
    first, until = _span(data, at)
    texts = _texts(data, request.parts.settings().languages)
    command = CloseHall(uuid7(at), first, until, data.reason, request.caller.name, at, texts)

    def run(work: ClosuresWork, now: Moment) -> Answer:
        return said(201, closure_view(close_hall(command, work=work, now=now)))

    return await request.run(run, key)


@post("/closures/{closure:str}/end", status_code=200)
async def end_closure(request: HallRequest, closure: FromPath[str], key: OptionalKey) -> Response[ClosuresView]:
    """Open the hall again before the closure's time is over."""
    command = OpenHallAgain(closure, request.caller.name)

    def run(work: ClosuresWork, now: Moment) -> Answer:
        open_again(command, work=work, now=now)
        return said(200, closures_view(work=work))

    return await request.run(run, key)


def _span(body: CloseHallRequest, now: datetime) -> tuple[datetime, datetime]:
    first, until = (at.astimezone(UTC) for at in (body.first or now, body.until))
    if until <= max(first, now):
        raise field_invalid("until", "expected a time that is to come, after `first`")
    if until - first > timedelta(days=LONGEST_DAYS):
        raise field_invalid("until", f"a sudden closure has {LONGEST_DAYS} days at most")
    return max(first, now), until


def _texts(body: CloseHallRequest, languages: tuple[str, ...]) -> dict[str, str]:
    texts = {tag: " ".join(text.split()) for tag, text in body.texts.items() if text.strip()}
    for tag, text in texts.items():
        if tag not in languages:
            raise field_invalid(f"texts.{tag[:40]}", f"this hall speaks {', '.join(languages)}")
        if len(text) > WORDS_LENGTH:
            raise field_invalid(f"texts.{tag}", f"the text is too long ({len(text)} letters; at most {WORDS_LENGTH})")
    return texts


routes = Router("/", route_handlers=[list_closures, check_closure, close_suddenly, end_closure], tags=["day"])
