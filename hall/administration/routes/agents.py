"""Agents over HTTP: add one with a PIN, give another PIN, end an agent's access; and the agent's own change of PIN."""

from __future__ import annotations

import secrets
from asyncio import to_thread
from typing import Annotated, Any

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody, PathParameter

from contracts.administration.agents import AddAgentRequest, AgentEnded, AgentPin, AgentsView, OwnPinRequest
from hall.administration.commands.change_settings import ChangeSettings, change_settings
from hall.administration.model.refusals import AgentTakenError
from hall.administration.queries import agents_view
from hall.administration.work import AdministrationWork
from hall.counters.commands.agent_access import change_own_pin, give_pin
from hall.counters.routes.sign_in import check_pin
from hall.kernel.callers import Answer
from hall.kernel.ids import AgentId, CounterId
from hall.kernel.moment import Moment
from hall.kernel.pins import PIN_DIGITS, keeps_pin_rule
from hall.people.commands.accounts import is_account_name
from hall.people.model.pins import check_pin_choice
from hall.platform.refusals import PinWrongError
from hall.platform.web.answers import NO_CONTENT, said
from hall.platform.web.bodies import check_text
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.settings.setup.changes import Item


def agent_id(agent: Annotated[str, PathParameter(description="The agent's sign-in name.")]) -> AgentId:
    """Return the path's agent."""
    check_text(agent, "agent")
    return AgentId(agent[:64])


@get("/agents")
async def list_agents(request: HallRequest) -> AgentsView:
    """Return the hall's agents."""
    return await request.ask(lambda work, now: agents_view(work=work, now=now))


@post("/agents")
async def add_agent(request: HallRequest, data: JSONBody[AddAgentRequest]) -> AgentPin:
    """Add an agent; the answer holds the PIN, this once."""
    code = data.code.strip().lower()
    if not is_account_name(code):
        raise field_invalid("code", "expected 2 to 40 of a-z, 0-9, dot, - and _, a letter first")
    item = Item("agent", "", {"code": code, "names": data.names, "services": list(data.services)})
    pin = _fresh_pin()
    hashed, by = await to_thread(request.parts.security.pins.hash_now, pin, code), request.caller.name

    def run(work: AdministrationWork, now: Moment) -> Answer:
        standing = work.settings_records.set_up()
        if standing.find_agent(AgentId(code)) is not None:
            raise AgentTakenError(f"{code} is another agent's sign-in name; choose another one")
        change_settings(ChangeSettings(standing.version, (item,), by), work=work, now=now)
        give_pin(AgentId(code), hashed, by, work=work)
        return NO_CONTENT

    await request.do(run)
    return AgentPin(code, pin)


@post("/agents/{agent:str}/pin", status_code=200)
async def give_agent_pin(request: HallRequest, agent_id: NamedDependency[AgentId]) -> AgentPin:
    """Give an agent another PIN, which the answer holds this once."""
    pin = _fresh_pin()
    hashed, by = await to_thread(request.parts.security.pins.hash_now, pin, agent_id), request.caller.name

    def run(work: AdministrationWork, _now: Moment) -> Answer:
        give_pin(agent_id, hashed, by, work=work)
        return NO_CONTENT

    await request.do(run)
    request.parts.security.authenticator.forget()
    return AgentPin(agent_id, pin)


@post("/agents/{agent:str}/end", status_code=200)
async def end_agent(request: HallRequest, agent_id: NamedDependency[AgentId], key: OptionalKey) -> Response[AgentEnded]:
    """Remove an agent who leaves: PIN and session are out at once."""
    by = request.caller.name

    def run(work: AdministrationWork, now: Moment) -> Answer:
        standing = work.settings_records.set_up()
        standing.agent(agent_id)
        item = Item("agent", agent_id, None)
        change_settings(ChangeSettings(standing.version, (item,), by), work=work, now=now)
        return said(200, AgentEnded(work.settings_records.set_up().version))

    done = await request.run(run, key)
    request.parts.security.authenticator.forget()
    return done


@post("/counters/{n:str}/pin", status_code=204)
async def change_agent_pin(
    request: HallRequest, data: JSONBody[OwnPinRequest], counter: NamedDependency[CounterId]
) -> None:
    """Change the own PIN at the counter; a wrong old one counts as at sign-in."""
    agent = AgentId(request.caller.name)
    check_pin_choice(data.new)
    known = await check_pin(request, counter, agent, data.old)
    hashed = await to_thread(request.parts.security.pins.hash_now, data.new, agent)

    def run(work: AdministrationWork, _now: Moment) -> Answer:
        if not change_own_pin(agent, known, hashed, work=work):
            raise PinWrongError("the PIN was changed meanwhile: sign in again")
        return NO_CONTENT

    await request.do(run)


def _fresh_pin() -> str:
    while not keeps_pin_rule(pin := f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}"):
        pass
    return pin


HANDLERS: list[Any] = [list_agents, add_agent, give_agent_pin, end_agent, change_agent_pin]
routes = Router(
    "/", route_handlers=HANDLERS, dependencies={"agent_id": Provide(agent_id, sync_to_thread=False)}, tags=["agents"]
)
