"""One request as the routes see it, and the way every request goes: admit, run, answer or refuse."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import time
from collections.abc import Callable, Coroutine
from contextlib import AbstractContextManager, nullcontext
from http import HTTPStatus
from typing import Any, TypeVar

from fastapi import Request
from fastapi.routing import APIRoute
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from common.log.refusals import LOGGED
from common.server.http_protocol import note_enrolled
from contracts.codec.reader import to_json
from hall.kernel.callers import Answer, Key
from hall.kernel.ids import CounterId, VisitId
from hall.kernel.moment import Moment
from hall.kernel.partner import PartnerScope
from hall.kernel.refusals import HallError
from hall.platform.live.sse import json_line
from hall.platform.refusals import BodyCutError, BugError, HallAwayError, ServiceError
from hall.platform.security.access import OPEN, TABLE, Caller, admit, own_counter, scope_of
from hall.platform.security.authentication import COOKIE, OPEN_CALLER
from hall.platform.web.bodies import check_text, gather, parse
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.problems import field_invalid, problem_response

log = logging.getLogger(__name__)
PREFIX = "/api/v1"
KEY_LENGTH = 200
NO_STORE = {"Cache-Control": "no-store"}
_NO_STORE = (b"cache-control", b"no-store")
_JSON = (b"content-type", b"application/json")
T = TypeVar("T")
N = TypeVar("N", str, int)
Command = Callable[[Any, Moment], Answer]
"""What the writer does. Routes name what they need of it; mypy checks them in `hall.composition.work_of_routes`."""


class Call(Request):
    """A request whose caller is known; its body is read once and never beyond the limit."""

    caller: Caller = OPEN_CALLER
    template: str
    """The path as the contract writes it, below `/api/v1`."""
    _raw: bytes | None = None

    @property
    def parts(self) -> Dependencies:
        """What the routes stand on."""
        parts: Dependencies = self.scope["app"].state.parts
        return parts

    async def raw(self) -> bytes:
        """Return the body's bytes; raise BodyTooLargeError or BodyCutError."""
        if self._raw is None:
            try:
                self._raw = await gather(self.stream(), self.headers.get("content-length"))
            except ClientDisconnect:
                raise BodyCutError("the connection ended before the body did") from None
        return self._raw

    @property
    def address(self) -> str:
        """The address that the request came from; empty where there is none."""
        return self.client.host if self.client else ""

    async def read(self, cls: type[T]) -> T:
        """Return the JSON body as a `cls` of the contract."""
        return parse(cls, await self.raw())

    def counter(self) -> CounterId:
        """Return the path's counter: a number of this hall, and the caller's own where he has one."""
        text = self.path_params["n"]
        if not (text.isascii() and text.isdigit() and len(text) <= 6):
            raise field_invalid("n", f"expected a counter's number, got {text[:40]!r}")
        number = CounterId(int(text))
        own_counter(self.caller, number)
        return self.parts.settings().counter(number).number

    def visit(self) -> VisitId:
        """Return the path's visit; what is no UUID names no visit and is found nowhere."""
        text: str = self.path_params["visit"]
        check_text(text, "visit")
        return VisitId(text[:100].lower())

    def partner(self) -> PartnerScope | None:
        """Return what alone the caller may see where he works for a partner of the hall, or None."""
        return scope_of(self.caller, self.parts.settings())

    async def run(self, command: Command, *, untold: str = "") -> Response:
        """Have the one writer do a command, once for each idempotency key; return its answer when it is on disk.

        `untold` names the field of the body that not even the key's digest may tell by trying.
        """
        answer = await self.answer_of(command, untold=untold)
        return answered(answer)

    async def answer_of(self, command: Command, *, untold: str = "") -> Answer:
        """Do as `run`, but return the answer as it was stored."""
        key = self._key(without_field(await self.raw(), untold))
        return await asyncio.wrap_future(self.parts.database.commands.submit(command, key))

    async def run_and_show(
        self,
        command: Callable[[Any, Moment], N],
        show: Callable[[N, Any, Moment], object],
        status: int = 200,
        *,
        untold: str = "",
    ) -> Response:
        """Do as `run`, but answer with what `show` reads of the number or name that the command returns.

        Only that number or name is stored for a repetition: what people say of themselves stands in tables that are
        erased in time, and in no stored answer.
        """
        stored = await self.answer_of(lambda work, now: said(status, command(work, now)), untold=untold)
        named: N = json.loads(stored.body)
        return answered(said(status, await self.ask(lambda work, now: show(named, work, now))))

    async def run_unkept(self, command: Command) -> Response:
        """Do as `run`, but store the answer under no key, whatever the client sends: it holds what no database may."""
        return answered(await asyncio.wrap_future(self.parts.database.commands.submit(command, None)))

    async def do(self, command: Command) -> None:
        """Have the one writer do a command that is the service's own, beside what the client asked."""
        await asyncio.wrap_future(self.parts.database.commands.submit(command, None))

    async def ask(self, question: Callable[[Any, Moment], T]) -> T:
        """Ask the database in one consistent read, beside the writer."""
        return await asyncio.wrap_future(self.parts.database.reads.read(question))

    def _key(self, body: bytes) -> Key | None:
        text = self.headers.get("idempotency-key")
        if text is None:
            return None
        if not (0 < len(text) <= KEY_LENGTH and text.isascii() and text.isprintable() and " " not in text):
            raise field_invalid("Idempotency-Key", f"expected 1 to {KEY_LENGTH} visible characters")
        # Keyed: a plain digest of a sign-in's body would let whoever steals the database try every PIN.
        digest = self.parts.security.secret.derive(
            "body", self.method, self.scope["path"], hashlib.sha256(body).hexdigest()
        ).hex()
        return Key(self.caller.scope, text, digest)


def without_field(body: bytes, field: str) -> bytes:
    """Return a body that was read already without one field of its own.

    >>> without_field(b'{"service": "A", "phone": "91234567"}', "phone"), without_field(b'{"service": "A"}', "phone")
    (b'{"service": "A"}', b'{"service": "A"}')
    """
    value = json.loads(body) if field and body.strip() else {}
    if field not in value:
        return body
    return json.dumps({name: item for name, item in value.items() if name != field}).encode()


def said(status: int, value: object) -> Answer:
    """Return an answer of the contract as status and JSON, as it is stored and sent."""
    return Answer(status, json_line(to_json(value)))


NO_CONTENT = Answer(204, b"")


def answered(answer: Answer) -> Response:
    """Return an answer over HTTP."""
    return ReadyAnswer(answer)


class ReadyAnswer(Response):
    """A stored answer as it is sent: bytes that need no rendering, and headers that need no looking through."""

    def __init__(self, answer: Answer) -> None:  # what it would do is done below: it takes ten times as long
        self.status_code, self.body, self.background = answer.status, answer.body, None
        length = (b"content-length", b"%d" % len(answer.body))
        self.raw_headers = [_NO_STORE] if answer.status == HTTPStatus.NO_CONTENT else [_NO_STORE, length]
        if answer.body:
            self.raw_headers.append(_JSON)


def told(value: object) -> Response:
    """Return a dataclass of the contract as a 200."""
    return answered(said(200, value))


Endpoint = Callable[[Call], Coroutine[Any, Any, Response]]


class HallRoute(APIRoute):
    """A route that knows its row of the access table; a path without a row cannot be built."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the way of every request: admit, run, count; refusals and bugs leave as problem documents."""
        endpoint: Endpoint = self.endpoint
        method = next(iter(self.methods or ()))
        template = self.path_format.removeprefix(PREFIX)
        is_open = TABLE[method, template] == OPEN

        async def handle(request: Request) -> Response:
            started = time.perf_counter()
            call = request if isinstance(request, Call) else Call(request.scope, request.receive)
            call.template = template
            try:
                call.caller = OPEN_CALLER if is_open else await admitted(call)
                with counted(call):
                    await keep_in_scope(call)
                    answer = await endpoint(call)
            except HallError as refusal:
                answer = problem_response(refusal)
                log_refusal(call, refusal, answer.status_code)
            except Exception as error:  # the edge of a request: what is wrong is logged whole, told without its inside
                answer = problem_response(failed(call, error))
            call.parts.health.meters.count(method, template, answer.status_code, time.perf_counter() - started)
            return answer

        return handle


def failed(call: Call, error: Exception) -> ServiceError:
    """Return what the client is told of an error that is no refusal: the database is away, or we made a mistake."""
    if isinstance(error, call.parts.database.away):
        # The command queue logs once when the database goes and once when it comes back; each request only says so.
        return HallAwayError("the hall cannot store anything now; nothing was done; try again", retry_after_s=2)
    log.error("%s %s failed", call.method, call.template, exc_info=error)
    return BugError("the hall service made a mistake and has logged it")


async def admitted(call: Call) -> Caller:
    """Return the caller of a request to a path that is not open; raise the refusal that stops him."""
    parts = call.parts
    cookie = call.cookies.get(COOKIE) if "cookie" in call.headers else None
    unsafe = call.method == "POST"
    caller = await parts.security.authenticator.of_request(call.headers, cookie, parts.clock.now(), unsafe=unsafe)
    call.caller = caller  # known from here on, also to the log of refusals
    admit(caller, call.method, call.template)
    note_enrolled(call.scope)
    return caller


def counted(call: Call) -> AbstractContextManager[None]:
    """Count a request of a known caller by its token; who needs none is counted by address where it matters."""
    if call.caller is OPEN_CALLER:
        return nullcontext()
    now_s = call.parts.clock.now().monotonic_ns / 1e9
    return call.parts.limits.quotas.counted(call.caller.scope, call.caller.name, (call.method, call.template), now_s)


def log_refusal(call: Call, refusal: HallError, status: int) -> None:
    """Leave one line about a request that was refused for who asks or how often; it holds no secret."""
    if status in LOGGED:
        role = None if call.caller is OPEN_CALLER else call.caller.role.value
        call.parts.security.refusals.write(
            refusal.code, role=role, address=call.address, method=call.method, path=call.template
        )


async def keep_in_scope(call: Call) -> None:
    """Refuse a partner's people what is not the partner's."""
    scope = call.partner()
    if scope is None:
        return
    body = await call.raw() if call.method == "POST" else b""
    check = call.parts.security.partner_check(call.method, call.template, call.path_params, body)
    if check is not None:
        await call.ask(lambda work, _now: check(scope, call.caller, work))


def documented(
    body: type | None = None, answer: type | None = None, *, status: int = 200, many: bool = False
) -> dict[str, Any]:
    """Return what OpenAPI says of a route (for `openapi_extra`): its body and its answer, by the contract's classes."""
    response: dict[str, Any] = {"description": HTTPStatus(status).phrase}
    if answer is not None:
        schema = {"type": "array", "items": schema_of(answer)} if many else schema_of(answer)
        response["content"] = {"application/json": {"schema": schema}}
    described: dict[str, Any] = {"responses": {str(status): response}}
    if body is not None:
        described["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema_of(body)}}}
    return described


def asks(name: str, **schema: Any) -> dict[str, Any]:  # noqa: ANN401 - parts of a JSON schema
    """Return what OpenAPI says of a part of the query."""
    return {"in": "query", "name": name, "schema": {"type": "string", **schema}}


def schema_of(cls: type) -> dict[str, str]:
    """Return the reference to a contract class in the OpenAPI document."""
    return {"$ref": f"#/components/schemas/{cls.__name__}"}
