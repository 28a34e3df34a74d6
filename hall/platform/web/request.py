"""One request as the handlers see it: who asks, and the way to the hall's one writer and to its readers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any, TypeVar

from litestar import Response
from litestar.datastructures import State

from hall.kernel.callers import Answer, Key
from hall.kernel.moment import Moment
from hall.kernel.partner import PartnerScope
from hall.platform.security.access import Caller, scope_of
from hall.platform.security.authentication import OPEN_CALLER
from hall.platform.web.answers import said, stored_answer
from hall.platform.web.bodies import parse
from hall.platform.web.dependencies import Dependencies
from web.service.strict_request import StrictRequest

PREFIX = "/api/v1"
HALL = "hall"
"""Where a request's scope carries the hall that answers: one application serves it and its training rooms."""
T = TypeVar("T")
N = TypeVar("N", str, int)
Command = Callable[[Any, Moment], Answer]
"""What the writer does. Handlers name the work that they need; `hall.composition.work_of_routes` proves it to mypy."""


class HallRequest(StrictRequest[Caller, None, State]):
    """A request whose caller is known; its JSON bodies are read strictly, by the contract."""

    @property
    def parts(self) -> Dependencies:
        """What the handlers stand on."""
        parts: Dependencies = self.scope[HALL]  # type: ignore[literal-required]  # our own entry
        return parts

    @property
    def caller(self) -> Caller:
        """Who asks; nobody on an open path."""
        return self.scope.get("user") or OPEN_CALLER

    @property
    def row(self) -> tuple[str, str]:
        """The method and the path as the contract and the access table write it, below `/api/v1`."""
        return self.method, self.scope["path_template"].removeprefix(PREFIX)

    @property
    def address(self) -> str:
        """The address that the request came from; empty where there is none."""
        return self.client.host if self.client else ""

    def read_json(self, kind: type[T], content: bytes) -> T:
        """Return a JSON body as `kind`; raise BodyUnreadableError, or FieldInvalidError with every wrong field."""
        return parse(kind, content)

    def partner(self) -> PartnerScope | None:
        """Return what alone the caller may see where he works for a partner of the hall, or None."""
        return scope_of(self.caller, self.parts.settings())

    async def run(self, command: Command, key: Key | None) -> Response[Any]:
        """Have the one writer do a command, once for each idempotency key; return its answer when it is on disk."""
        return stored_answer(await self.answer_of(command, key))

    async def answer_of(self, command: Command, key: Key | None) -> Answer:
        """Do as `run`, but return the answer as it was stored."""
        return await asyncio.wrap_future(self.parts.database.commands.submit(command, key))

    async def run_and_show(
        self,
        command: Callable[[Any, Moment], N],
        show: Callable[[N, Any, Moment], object],
        key: Key | None,
        status: int = 200,
    ) -> Response[Any]:
        """Do as `run`, but answer with what `show` reads of the number or name that the command returns.

        Only that number or name is stored for a repetition: what people write about themselves is in tables that are
        erased in time, and in no stored answer.
        """
        stored = await self.answer_of(lambda work, now: said(status, command(work, now)), key)
        named: N = json.loads(stored.body)
        return stored_answer(said(status, await self.ask(lambda work, now: show(named, work, now))))

    async def do(self, command: Command) -> None:
        """Have the one writer do a command that is the service's own, beside what the client asked."""
        await self.answer_of(command, None)

    async def ask(self, question: Callable[[Any, Moment], T]) -> T:
        """Ask the database in one consistent read, beside the writer."""
        return await asyncio.wrap_future(self.parts.database.reads.read(question))
