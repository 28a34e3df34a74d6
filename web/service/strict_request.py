"""Read bodies whole and strictly: Litestar's own reading of `data` takes "3" for 3.

Litestar asks the request for its JSON and turns that into the handler's type. Here the request gives an instance of
that type already, which Litestar then hands on as it is.
"""

from __future__ import annotations

from typing import Any, TypeVar

from litestar import Request
from litestar.connection.base import AuthT, StateT, UserT
from litestar.exceptions import ClientException, InternalServerException

T = TypeVar("T")
_CUT = "client disconnected prematurely"
"""What Litestar says of a body that ends early; it takes that for a fault of the server."""


class BodyCutException(ClientException):
    """The connection ended before the body did (400)."""


class WholeRequest(Request[UserT, AuthT, StateT]):
    """A request whose body is there whole."""

    __slots__ = ()

    async def body(self) -> bytes:
        """Return the body's bytes; raise BodyCutException."""
        try:
            return await super().body()
        except InternalServerException as error:
            if error.detail != _CUT:
                raise
            raise BodyCutException("the connection ended before the body did") from None


class StrictRequest(WholeRequest[UserT, AuthT, StateT]):
    """A request whose JSON is an instance of the type that the handler's `data` has."""

    __slots__ = ()

    async def json(self) -> Any:  # noqa: ANN401 - as Litestar has it
        """Return the body as the handler's type; raise the application's own refusal if it is not valid."""
        data = self.route_handler.parsed_data_field
        content = await self.body()
        return await super().json() if data is None else self.read_json(data.annotation, content)

    def read_json(self, kind: type[T], content: bytes) -> T:
        """Return the content as an instance of `kind`, or raise the application's own refusal."""
        raise NotImplementedError
