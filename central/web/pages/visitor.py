"""The visitor's own page at the ministry's address: place, wait, call and survey, as the hall told them last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, TypeAlias

from litestar import Controller, MediaType, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, HeaderParameter, RequestBody
from msgspec import Struct
from sqlalchemy import Engine

from central.config import CentralConfig
from central.errors import BodyError, BusyError
from central.halls import registry
from central.halls.visit_places import Found, answer_survey, code_hash, find_place
from central.halls.visitor_moves import ask
from central.web.addresses import address_of
from central.web.centre_request import CentreRequest
from central.web.dependencies import Config, Database, Now
from central.web.rate_limit import Shares
from central.web.rendering import brand_of
from contracts.centre.inbox_items import SurveyItem, VisitorMove
from contracts.day.closures import ClosingNow
from contracts.queue.answers import NewestCall
from contracts.surveys.answers import LONGEST_WORDS, SurveyRequest, SurveyView
from web.rendering import LANGUAGE_COOKIE, branding, phone_wishes, rendered
from web.service.openapi import refusals
from web.texts import VISITOR_LANGUAGES, chosen

MOVES_OF_CODE = 4
"""Moves of each kind that the page of one ticket may ask for in a minute."""
OF_CODE, OF_ADDRESS = 20, 1_200
"""Requests a minute: of one ticket's page, which asks ten times, and of one address, behind which a hall may sit."""
LIMITS = "dawr_visitor_limits"
"""Where a request's scope has how often this centre's visitors asked."""
VisitCode: TypeAlias = Annotated[str, HeaderParameter(name="Visit-Code", max_length=64)]


_OF_MOVES = refusals(404, 409, 422, 429)


class PlaceWait(Struct, frozen=True):
    """An expected wait in seconds, as the hall told it."""

    low_s: int | None
    likely_s: int | None
    high_s: int | None


class Place(Struct, frozen=True):
    """A visitor's own place; `as_of` is when the hall told it, `cut_off` that it is silent since."""

    ticket: str
    service: str
    state: str
    people_ahead: int
    wait: PlaceWait | None
    counter: int | None
    hall_names: Mapping[str, str]
    service_names: Mapping[str, str]
    digits: str
    recalls: int
    staffed: bool
    begins_at: str
    language: str | None
    survey: SurveyView | None
    as_of: datetime
    time_zone: str
    cut_off: bool
    newest_call: NewestCall | None
    late: bool
    undo_s: int
    pictogram: str
    asked: bool
    closing: ClosingNow | None


@dataclass(frozen=True)
class Limits:
    """How often a ticket's page and an address may ask, and how often each move may be asked for."""

    of_code: Shares = field(default_factory=lambda: Shares(OF_CODE))
    of_address: Shares = field(default_factory=lambda: Shares(OF_ADDRESS))
    of_moves: Mapping[VisitorMove, Shares] = field(
        default_factory=lambda: {move: Shares(MOVES_OF_CODE) for move in VisitorMove}
    )

    def count(self, code: str, address: str, now: datetime, move: VisitorMove | None = None) -> None:
        """Count one request; BusyError 429 when its ticket or its address has had its share of the minute."""
        of_code = self.of_code if move is None else self.of_moves[move]
        try:
            # The address first: beyond its share made-up codes are not counted, or they would push others' counts out.
            self.of_address.take(address, now)
            of_code.take(code_hash(code), now)
        except BusyError as error:
            # As the hall says it: the page is the hall's own.
            detail = "asked too often: wait a minute"
            raise BusyError("too_many_tries", detail, retry_after_s=60, status=429) from error


@dataclass(frozen=True)
class Visitor:
    """A visitor who asks with the ticket's code; each question counts."""

    engine: Engine
    config: CentralConfig
    limits: Limits
    hall: str
    code: str
    address: str
    now: datetime

    def place(self) -> Place:
        """Return the visitor's place: the same refusal for a wrong and an old code."""
        self.limits.count(self.code, self.address, self.now)
        return self._place(self._found())

    def move(self, move: VisitorMove) -> Place:
        """Take what the visitor does with the own turn down to the hall, and return the place as it was asked."""
        self.limits.count(self.code, self.address, self.now, move)
        found = self._found()
        if found.cut_off:
            raise BodyError("hall_away", "the hall is cut off: it would receive the request too late", status=409)
        ask(self.engine, self.hall, found.visit, move, now=self.now)
        return self._place(self._found())

    def answer(self, asked: SurveyRequest) -> SurveyView:
        """Take the visitor's answer for the hall."""
        self.limits.count(self.code, self.address, self.now)
        words = " ".join((asked.words or "").split()) or None
        if words is not None and len(words) > LONGEST_WORDS:
            raise BodyError("invalid", f"words: expected at most {LONGEST_WORDS} characters")
        item = SurveyItem("", asked.face, self.now, asked.reason, words)
        return answer_survey(self.engine, self.hall, self.code, item, now=self.now)

    def _found(self) -> Found:
        return find_place(self.engine, self.hall, self.code, now=self.now)

    def _place(self, found: Found) -> Place:
        visit, places = found.visit, found.places
        waits = visit.state == "waiting"
        return Place(
            ticket=visit.ticket,
            service=visit.service,
            state=visit.state,
            people_ahead=visit.people_ahead,
            wait=PlaceWait(visit.low_s, visit.likely_s, visit.high_s) if visit.low_s is not None else None,
            counter=visit.counter,
            hall_names=places.hall_names,
            service_names=places.service_names.get(visit.service, {}),
            digits=places.digits,
            recalls=visit.recalls,
            staffed=visit.staffed,
            begins_at=visit.begins_at,
            language=visit.language,
            survey=visit.survey,
            as_of=found.as_of,
            time_zone=self.config.time_zone,
            cut_off=found.cut_off,
            newest_call=places.newest_calls.get(visit.service) if waits else None,
            late=waits and visit.late,
            undo_s=max(0, int((visit.undo_until - self.now).total_seconds())) if visit.undo_until else 0,
            pictogram=places.pictograms.get(visit.service, ""),
            asked=found.asked,
            closing=places.closing,
        )


def asking_visitor(
    request: CentreRequest,
    engine: Database,
    config: Config,
    limits: NamedDependency[Limits],
    now: Now,
    hall: FromPath[str],
    visit_code: VisitCode,
) -> Visitor:
    """Return the visitor who asks."""
    return Visitor(engine, config, limits, hall, visit_code, address_of(request), now)


AskingVisitor: TypeAlias = NamedDependency[Visitor]


@get("/h/{hall:str}/t", media_type=MediaType.HTML, include_in_schema=False, sync_to_thread=True)
def visitor_page(
    request: CentreRequest, engine: Database, config: Config, hall: FromPath[str], lang: FromQuery[str | None] = None
) -> str:
    """Show the page; the code is in the fragment, which no server and no log sees."""
    registry.require_known(engine, hall)
    phone = phone_wishes(request.query_params.get("ticket"), request.headers.get("accept-language", ""))
    language = chosen(lang, request.cookies.get(LANGUAGE_COOKIE), *phone, among=VISITOR_LANGUAGES)
    return rendered("phone", language, api=f"/h/{hall}", brand=branding(brand_of(config), language))


class PlaceOfVisit(Controller):
    """What the visitor's page asks for, and what it asks the hall to do."""

    path = "/h/{hall:str}/place"
    tags = ("Visitors",)

    @get(sync_to_thread=True, responses=refusals(404, 422, 429))
    def place(self, visitor: AskingVisitor) -> Place:
        """Return a visitor's own place by the ticket's code."""
        return visitor.place()

    @post("/survey", status_code=200, sync_to_thread=True, responses=refusals(404, 409, 413, 422, 429))
    def survey(self, visitor: AskingVisitor, data: RequestBody[SurveyRequest]) -> SurveyView:
        """Take a visitor's answer for the hall."""
        return visitor.answer(data)

    @post("/late", status_code=200, sync_to_thread=True, responses=_OF_MOVES)
    def late(self, visitor: AskingVisitor) -> Place:
        """Let the hall call others first: the visitor will be late."""
        return visitor.move(VisitorMove.LATE)

    @post("/in-time", status_code=200, sync_to_thread=True, responses=_OF_MOVES)
    def in_time(self, visitor: AskingVisitor) -> Place:
        """Take back that the visitor will be late."""
        return visitor.move(VisitorMove.IN_TIME)

    @post("/cancel", status_code=200, sync_to_thread=True, responses=_OF_MOVES)
    def cancel(self, visitor: AskingVisitor) -> Place:
        """Cancel the visit."""
        return visitor.move(VisitorMove.CANCEL)

    @post("/undo-cancel", status_code=200, sync_to_thread=True, responses=_OF_MOVES)
    def undo_cancel(self, visitor: AskingVisitor) -> Place:
        """Take back the visitor's own cancel."""
        return visitor.move(VisitorMove.UNDO_CANCEL)


def kept_limits(request: CentreRequest) -> Limits:
    """Return the counts of this centre."""
    limits: Limits = request.scope[LIMITS]  # type: ignore[literal-required]  # our own entry
    return limits


def visitor_routes() -> Router:
    """Return the visitor's routes, which share how often somebody may ask."""
    given = {
        "limits": Provide(kept_limits, sync_to_thread=False),
        "visitor": Provide(asking_visitor, sync_to_thread=False),
    }
    return Router("", route_handlers=[visitor_page, PlaceOfVisit], dependencies=given)
