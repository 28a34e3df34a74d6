"""What the hall head arranges for the service day: agents' services, services at the kiosks, counters, notices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from contracts.day.arrangements import ArrangementsView, ArrangementView, NoticeRequest, ServicesRequest
from hall.day.commands.move_agent import MoveAgent, move_agent
from hall.day.commands.open_service import OpenService, open_service
from hall.day.commands.reserve_counter import ReserveCounter, reserve_counter
from hall.day.commands.send_notice import SendNotice, send_notice
from hall.day.commands.take_back import TakeBack, take_back
from hall.day.queries.arrangements import arrangement_view, arrangements_view
from hall.day.work import DayWork
from hall.kernel.arrangement import Arrangement
from hall.kernel.callers import Answer, Key
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.platform.web.answers import said
from hall.platform.web.fresh_ids import uuid7
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest

NOTICE_LENGTH = 200
"""Letters that a board shows in one go and a passer-by reads."""
Make = Callable[[str, DayWork, Moment], Arrangement]
"""Makes an arrangement under a new id."""


@get("/arrangements")
async def list_arrangements(request: HallRequest) -> ArrangementsView:
    """Return what is arranged for the service day."""
    set_up = request.parts.set_up()
    return await request.ask(lambda work, _now: arrangements_view(work=work, set_up=set_up))


@post("/arrangements/{arrangement:str}/undo", status_code=200)
async def undo_arrangement(
    request: HallRequest, arrangement: FromPath[str], key: OptionalKey
) -> Response[ArrangementsView]:
    """Take back an arrangement, whenever it was made."""
    command = TakeBack(arrangement, request.caller.name)

    def run(work: DayWork, now: Moment) -> Answer:
        take_back(command, work=work, now=now)
        return said(200, arrangements_view(work=work, set_up=request.parts.set_up()))

    return await request.run(run, key)


@post("/agents/{agent:str}/services")
async def set_services_of_agent(
    request: HallRequest, data: JSONBody[ServicesRequest], agent: FromPath[str], key: OptionalKey
) -> Response[ArrangementView]:
    """Move an agent to these services."""
    services, by = _services(data), request.caller.name
    return await _make(
        request,
        key,
        lambda made, work, now: move_agent(MoveAgent(made, AgentId(agent), services, by), work=work, now=now),
    )


@post("/services/{service:str}/open")
async def start_service(request: HallRequest, service: FromPath[str], key: OptionalKey) -> Response[ArrangementView]:
    """Give tickets of a service."""
    return await _open(request, key, ServiceCode(service), open_it=True)


@post("/services/{service:str}/close")
async def stop_service(request: HallRequest, service: FromPath[str], key: OptionalKey) -> Response[ArrangementView]:
    """Stop giving tickets of a service."""
    return await _open(request, key, ServiceCode(service), open_it=False)


@post("/counters/{n:str}/reserve")
async def reserve_counter_for_services(
    request: HallRequest, data: JSONBody[ServicesRequest], counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[ArrangementView]:
    """Reserve a counter for some of its services."""
    services, by = _services(data), request.caller.name
    return await _make(
        request,
        key,
        lambda made, work, now: reserve_counter(ReserveCounter(made, counter, services, by), work=work, now=now),
    )


@post("/notices")
async def show_notice(
    request: HallRequest, data: JSONBody[NoticeRequest], key: OptionalKey
) -> Response[ArrangementView]:
    """Show a notice on the boards."""
    texts = _texts(data, request.parts.settings().languages)
    by = request.caller.name
    return await _make(
        request, key, lambda made, work, now: send_notice(SendNotice(made, texts, by), work=work, now=now)
    )


async def _open(request: HallRequest, key: Key | None, service: ServiceCode, *, open_it: bool) -> Response[Any]:
    by = request.caller.name
    return await _make(
        request, key, lambda made, work, now: open_service(OpenService(made, service, open_it, by), work=work, now=now)
    )


async def _make(request: HallRequest, key: Key | None, make: Make) -> Response[Any]:
    made = uuid7(request.parts.clock.now().at)
    return await request.run(lambda work, now: said(201, arrangement_view(make(made, work, now))), key)


def _services(body: ServicesRequest) -> tuple[ServiceCode, ...]:
    if not body.services:
        raise field_invalid("services", "name at least one service")
    return tuple(map(ServiceCode, body.services))


def _texts(body: NoticeRequest, languages: tuple[str, ...]) -> dict[str, str]:
    texts = {tag: " ".join(text.split()) for tag, text in body.texts.items() if text.strip()}
    if not texts:
        raise field_invalid("texts", "write the notice in at least one language")
    for tag, text in texts.items():
        if tag not in languages:
            raise field_invalid(f"texts.{tag[:40]}", f"this hall speaks {', '.join(languages)}")
        if len(text) > NOTICE_LENGTH:
            raise field_invalid(f"texts.{tag}", f"the text is too long ({len(text)} letters; at most {NOTICE_LENGTH})")
    return texts


routes = Router(
    "/",
    route_handlers=[
        list_arrangements,
        undo_arrangement,
        set_services_of_agent,
        start_service,
        stop_service,
        reserve_counter_for_services,
        show_notice,
    ],
    tags=["arrangements"],
)
