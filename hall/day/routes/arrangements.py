"""What the hall head arranges for the service day: agents' services, services at the kiosks, counters, notices."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from starlette.responses import Response

from contracts.day.arrangements import ArrangementsView, ArrangementView, NoticeRequest, ServicesRequest
from hall.day.commands.move_agent import MoveAgent, move_agent
from hall.day.commands.open_service import OpenService, open_service
from hall.day.commands.reserve_counter import ReserveCounter, reserve_counter
from hall.day.commands.send_notice import SendNotice, send_notice
from hall.day.commands.take_back import TakeBack, take_back
from hall.day.queries.arrangements import arrangement_view, arrangements_view
from hall.day.work import DayWork
from hall.kernel.arrangement import Arrangement
from hall.kernel.callers import Answer
from hall.kernel.ids import AgentId, ServiceCode
from hall.kernel.moment import Moment
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said, told
from hall.platform.web.fresh_ids import uuid7
from hall.platform.web.problems import field_invalid

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["arrangements"])
NOTICE_LENGTH = 200
"""Letters that a board shows in one go and a passer-by reads."""
MADE = documented(answer=ArrangementView, status=201)
Make = Callable[[str, DayWork, Moment], Arrangement]
"""Makes an arrangement under a new id."""


@routes.get("/arrangements", openapi_extra=documented(answer=ArrangementsView))
async def all_arrangements(call: Call) -> Response:
    """Return what is arranged for the service day."""
    set_up = call.parts.set_up()
    return told(await call.ask(lambda work, _now: arrangements_view(work=work, set_up=set_up)))


@routes.post("/arrangements/{arrangement}/undo", openapi_extra=documented(answer=ArrangementsView))
async def undo_arrangement(call: Call) -> Response:
    """Take back an arrangement, whenever it was made."""
    await call.read(Nothing)
    command = TakeBack(call.path_params["arrangement"], call.caller.name)

    def run(work: DayWork, now: Moment) -> Answer:
        take_back(command, work=work, now=now)
        return said(200, arrangements_view(work=work, set_up=call.parts.set_up()))

    return await call.run(run)


@routes.post(
    "/agents/{agent}/services", status_code=201, openapi_extra=documented(ServicesRequest, ArrangementView, status=201)
)
async def services_of_agent(call: Call) -> Response:
    """Move an agent to these services."""
    services = _services(await call.read(ServicesRequest))
    agent, by = AgentId(call.path_params["agent"]), call.caller.name
    return await _make(
        call, lambda made, work, now: move_agent(MoveAgent(made, agent, services, by), work=work, now=now)
    )


@routes.post("/services/{service}/open", status_code=201, openapi_extra=MADE)
async def service_opens(call: Call) -> Response:
    """Give tickets of a service."""
    return await _open(call, open_it=True)


@routes.post("/services/{service}/close", status_code=201, openapi_extra=MADE)
async def service_closes(call: Call) -> Response:
    """Give no more tickets of a service."""
    return await _open(call, open_it=False)


@routes.post(
    "/counters/{n}/reserve", status_code=201, openapi_extra=documented(ServicesRequest, ArrangementView, status=201)
)
async def counter_is_reserved(call: Call) -> Response:
    """Reserve a counter for some of its services."""
    counter, services, by = call.counter(), _services(await call.read(ServicesRequest)), call.caller.name
    return await _make(
        call, lambda made, work, now: reserve_counter(ReserveCounter(made, counter, services, by), work=work, now=now)
    )


@routes.post("/notices", status_code=201, openapi_extra=documented(NoticeRequest, ArrangementView, status=201))
async def notice_to_boards(call: Call) -> Response:
    """Show a notice on the boards."""
    texts = _texts(await call.read(NoticeRequest), call.parts.settings().languages)
    by = call.caller.name
    return await _make(call, lambda made, work, now: send_notice(SendNotice(made, texts, by), work=work, now=now))


async def _open(call: Call, *, open_it: bool) -> Response:
    await call.read(Nothing)
    service, by = ServiceCode(call.path_params["service"]), call.caller.name
    return await _make(
        call, lambda made, work, now: open_service(OpenService(made, service, open_it, by), work=work, now=now)
    )


async def _make(call: Call, make: Make) -> Response:
    made = uuid7(call.parts.clock.now().at)
    return await call.run(lambda work, now: said(201, arrangement_view(make(made, work, now))))


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
