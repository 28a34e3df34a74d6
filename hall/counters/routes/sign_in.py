"""Sign in with a PIN at an enrolled counter, and out again."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from litestar import Response, Router, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from contracts.queue.answers import SignedIn
from contracts.queue.bodies import SignInRequest, SignOutRequest
from hall.calendar.facts import PinLocked
from hall.counters.commands.send_home import SendHome, send_home
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.kernel.callers import Answer
from hall.kernel.ids import AgentId, CounterId
from hall.kernel.moment import Moment
from hall.people.commands.count_wrong_pins import DEVICE, STAFF, PinTry, begin_try, right_try, subject_of, wait_for_try
from hall.platform.live.sse import json_line
from hall.platform.refusals import PinLockedError, PinWrongError
from hall.platform.security.access import Caller, Role
from hall.platform.security.secret import token_hash
from hall.platform.web.answers import NO_CONTENT, said, stored_answer
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest
from hall.queue.work import QueueWork
from web.service.openapi import refusals

EVER = datetime(2000, 1, 1, tzinfo=UTC)
"""Before any hall's first day."""


@post("/counters/{n:str}/sign-in", status_code=200, responses=refusals(423))
async def sign_in_agent(
    request: HallRequest, data: JSONBody[SignInRequest], counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[SignedIn]:
    """Check the agent's PIN and open the counter session."""
    agent = AgentId(data.agent[:100])
    await check_pin(request, counter, agent, data.pin)
    secret = request.parts.security.secret
    session = str(uuid.uuid4())

    def hashed(name: str) -> str:
        return token_hash(secret.token("session", name))

    def run(work: QueueWork, now: Moment) -> Answer:
        first = not work.sessions.signed_in_since(agent, EVER)
        before = work.sessions.of(agent)
        moves = before is not None and before.counter != counter
        opened = sign_in(SignIn(session, counter, agent, data.move), work=work, now=now)
        # An open session goes on with its token, but not with one that was withdrawn with a device, nor with the one
        # that the counter PC of before has: that PC may be stolen.
        keeps = opened.id == session or (not moves and work.identities.owner_of(hashed(opened.id)) is not None)
        name = opened.id if keeps else session
        work.identities.add_session_token(opened.id, hashed(name))
        return said(200, SignedIn(name, counter, agent, first))

    # In the token's place the stored answer has the name from which it follows: the database never holds a token.
    stored = await request.answer_of(run, key)
    if data.move:
        request.parts.security.authenticator.forget()
    return stored_answer(with_token(stored, lambda answer: secret.token("session", str(answer["token"]))))


@post("/counters/{n:str}/sign-out", status_code=204)
async def sign_out_agent(
    request: HallRequest,
    counter: NamedDependency[CounterId],
    key: OptionalKey,
    data: JSONBody[SignOutRequest] = SignOutRequest(),
) -> Response[None]:
    """Close the counter session."""
    by = request.caller.name

    def run(work: QueueWork, now: Moment) -> Answer:
        if data.visit is None:
            sign_out(SignOut(counter, by), work=work, now=now)
        else:
            send_home(SendHome(counter, data.visit, by), work=work, now=now)
        return NO_CONTENT

    done = await request.run(run, key)
    request.parts.security.authenticator.forget()
    return done


@dataclass(frozen=True)
class _Begun:
    """A try that was counted before its slow check; `before`: when its device's try before it was made."""

    tried: PinTry
    at: datetime
    before: datetime | None
    locks: bool
    stored: str | None


async def check_pin(request: HallRequest, counter: CounterId, agent: AgentId, pin: str) -> str | None:
    """Return the hash that the PIN proved right for; raise PinWrongError or PinLockedError, and count wrong tries."""
    begun: list[_Begun] = []

    def begin(work: QueueWork, now: Moment) -> Answer:
        known = any(one.code == agent for one in work.settings.agents)
        tried = PinTry(agent if known else None, _sender(request.caller))
        wait_s = wait_for_try(tried, work.pin_tries, now)
        if wait_s:
            raise PinLockedError(f"too many wrong PINs; the next try is heard in {wait_s} s", retry_after_s=wait_s)
        before = work.pin_tries.of(tried.sender).last_try_at
        locks = begin_try(tried, work.pin_tries, now)
        begun.append(_Begun(tried, now.at, before, locks, work.identities.pin_hash(agent)))
        return NO_CONTENT

    def right(work: QueueWork, _now: Moment) -> Answer:
        right_try(one.tried, work.pin_tries, begun_at=one.at, before=one.before)
        return NO_CONTENT

    await request.do(begin)
    one = begun[-1]
    if await request.parts.security.pins.matches(one.stored, pin, agent):
        await request.do(right)
        return one.stored
    if one.locks:
        await _tell_lock(request, counter, agent)
    raise PinWrongError("agent and PIN do not go together")


def _sender(caller: Caller) -> str:
    """Return under which name the wrong PINs of a counter PC, or of a person at reception, count."""
    if caller.role is Role.COUNTER:
        return subject_of(DEVICE, caller.name)
    return subject_of(STAFF, f"{caller.role.value}/{caller.name}")


async def _tell_lock(request: HallRequest, counter: CounterId, agent: AgentId) -> None:
    def run(work: QueueWork, _now: Moment) -> Answer:
        if any(known.code == agent for known in work.settings.agents):
            work.record(PinLocked(agent, counter))
        return NO_CONTENT

    await request.do(run)


def with_token(stored: Answer, token_of: Callable[[Mapping[str, object]], str]) -> Answer:
    """Return the stored answer with its token, which follows from what else it says."""
    answer = json.loads(stored.body)
    return replace(stored, body=json_line(answer | {"token": token_of(answer)}))


routes = Router("/", route_handlers=[sign_in_agent, sign_out_agent], tags=["counters"])
