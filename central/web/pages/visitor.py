"""The visitor's own page at the ministry's address: place, wait, call and survey, as the hall told them last."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from central.errors import BodyError, BusyError
from central.halls import registry
from central.halls.visit_places import Found, answer_survey, code_hash, find_place
from central.halls.visitor_moves import ask
from central.web.addresses import address_of
from central.web.bodies import read_message
from central.web.context import Context
from central.web.rate_limit import Shares
from central.web.rendering import brand_of
from contracts.centre.inbox_items import SurveyItem, VisitorMove
from contracts.codec.reader import to_json
from contracts.surveys.answers import LONGEST_WORDS, SurveyRequest
from web.pages import LANGUAGE_COOKIE, branding, phone_wishes, rendered
from web.texts import VISITOR_LANGUAGES, chosen

MOVES_OF_CODE = 4
"""Moves of each kind that the page of one ticket may ask for in a minute."""
OF_CODE, OF_ADDRESS = 20, 1_200
"""Requests a minute: of one ticket's page, which asks ten times, and of one address, behind which a hall may sit."""


def add_visitor_pages(routes: APIRouter, context: Context) -> None:
    """Add `/h/{hall}/t` and what its script asks for."""
    limits, brand = (Shares(OF_CODE), Shares(OF_ADDRESS)), brand_of(context)

    @routes.get("/h/{hall}/t", response_class=HTMLResponse, include_in_schema=False)
    async def page(request: Request, hall: str, lang: str | None = None) -> Response:
        """Show the page; the code is in the fragment, which no server and no log sees."""
        await run_in_threadpool(registry.require_known, context.engine, hall)
        wishes = (lang, request.cookies.get(LANGUAGE_COOKIE), *phone_wishes(request))
        language = chosen(*wishes, among=VISITOR_LANGUAGES)
        return HTMLResponse(rendered("phone", language, api=f"/h/{hall}", brand=branding(brand, language)))

    @routes.get("/h/{hall}/place")
    async def place(request: Request, hall: str, visit_code: Annotated[str, Header(max_length=64)]) -> object:
        """Tell a visitor's own place by the ticket's code: the same answer for a wrong and an old one."""
        _count(context, request, limits, visit_code)
        found = await run_in_threadpool(partial(find_place, now=context.now()), context.engine, hall, visit_code)
        return _place(found, context.now(), context.config.time_zone)

    @routes.post("/h/{hall}/place/survey")
    async def survey(request: Request, hall: str, visit_code: Annotated[str, Header(max_length=64)]) -> object:
        """Take a visitor's answer for the hall."""
        _count(context, request, limits, visit_code)
        asked = await read_message(request, SurveyRequest)
        words = " ".join((asked.words or "").split()) or None
        if words is not None and len(words) > LONGEST_WORDS:
            raise BodyError("invalid", f"words: expected at most {LONGEST_WORDS} characters")
        item = SurveyItem("", asked.face, context.now(), asked.reason, words)
        keep = partial(answer_survey, context.engine, hall, visit_code, item, now=context.now())
        return to_json(await run_in_threadpool(keep))

    for move in VisitorMove:
        _add_move(routes, context, limits, move)


def _add_move(routes: APIRouter, context: Context, limits: tuple[Shares, Shares], move: VisitorMove) -> None:
    of_moves = Shares(MOVES_OF_CODE)

    @routes.post(f"/h/{{hall}}/place/{move.value}", name=f"visitor_{move.name.lower()}")
    async def moved(request: Request, hall: str, visit_code: Annotated[str, Header(max_length=64)]) -> object:
        """Take what the visitor does with the own turn down to the hall, and return the place as it was asked."""
        _count(context, request, (of_moves, limits[1]), visit_code)
        now = context.now()
        found = await run_in_threadpool(partial(find_place, now=now), context.engine, hall, visit_code)
        if found.cut_off:
            raise BodyError("hall_away", "the hall is cut off: it would hear of the move too late", status=409)
        await run_in_threadpool(partial(ask, now=now), context.engine, hall, found.visit, move)
        found = await run_in_threadpool(partial(find_place, now=now), context.engine, hall, visit_code)
        return _place(found, now, context.config.time_zone)


def _place(found: Found, now: datetime, time_zone: str) -> dict[str, Any]:
    visit, places = found.visit, found.places
    waits = visit.state == "waiting"
    wait = {"low_s": visit.low_s, "likely_s": visit.likely_s, "high_s": visit.high_s}
    return {
        "ticket": visit.ticket,
        "service": visit.service,
        "state": visit.state,
        "people_ahead": visit.people_ahead,
        "wait": wait if visit.low_s is not None else None,
        "counter": visit.counter,
        "hall_names": places.hall_names,
        "service_names": places.service_names.get(visit.service, {}),
        "digits": places.digits,
        "recalls": visit.recalls,
        "staffed": visit.staffed,
        "begins_at": visit.begins_at,
        "language": visit.language,
        "survey": to_json(visit.survey) if visit.survey else None,
        "as_of": to_json(found.as_of),
        "time_zone": time_zone,
        "cut_off": found.cut_off,
        "newest_call": to_json(call) if waits and (call := places.newest_calls.get(visit.service)) else None,
        "late": waits and visit.late,
        "undo_s": max(0, int((visit.undo_until - now).total_seconds())) if visit.undo_until else 0,
        "pictogram": places.pictograms.get(visit.service, ""),
        "asked": found.asked,
    }


def _count(context: Context, request: Request, limits: tuple[Shares, Shares], code: str) -> None:
    of_code, of_address = limits
    try:
        of_code.take(code_hash(code), context.now())
        of_address.take(address_of(request), context.now())
    except BusyError as error:
        # As the hall says it: the page is the hall's own.
        raise BusyError("too_many_tries", "asked too often: wait a minute", retry_after_s=60, status=429) from error
