"""Pages that are served on the machine on which they are used: what may ask them, and how they refuse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from litestar import Litestar, Request, Response, Router
from litestar.connection import ASGIConnection
from litestar.di import Provide
from litestar.exceptions import HTTPException, PermissionDeniedException
from litestar.handlers.base import BaseRouteHandler
from litestar.types import ControllerRouterHandler

from web.service.static_files import static_files
from web.service.strict_request import WholeRequest

HERE = Path(__file__).resolve().parent


def local_app(handlers: Sequence[ControllerRouterHandler], given: Mapping[str, object], *, most_bytes: int) -> Litestar:
    """Return an application for this machine alone; `given`: what the handlers ask for by name."""
    return Litestar(
        [
            # WORKAROUND for Litestar 2.25: of two plain functions at one path, registered with the application one by
            # one, the first would be put into a thread twice, and answer with a coroutine.
            Router("", route_handlers=handlers),
            static_files("/static/fonts", [HERE.parent / "assets" / "fonts"]),
            static_files("/static", [HERE / "static"]),
        ],
        request_class=WholeRequest,
        dependencies={name: _provided(part) for name, part in given.items()},
        exception_handlers={HTTPException: _refused},
        request_max_body_size=most_bytes,
        openapi_config=None,
        logging_config=None,
    )


def check_own_page(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Raise unless the page itself asks: another site's page must not write files here."""
    if not is_of_this_machine(connection.headers):
        raise PermissionDeniedException("only this page itself may ask")


def is_of_this_machine(headers: Mapping[str, str]) -> bool:
    """Return whether a request comes from the page itself, under this machine's own name."""
    host = headers.get("host", "")
    return host.partition(":")[0] in {"127.0.0.1", "localhost"} and headers.get("origin", f"http://{host}") == (
        f"http://{host}"
    )


def _provided(part: object) -> Provide:
    return Provide(lambda: part, sync_to_thread=False)


def _refused(_: Request[Any, Any, Any], error: HTTPException) -> Response[dict[str, str]]:
    """Answer a refusal in words."""
    problem = "too much at once" if error.status_code == 413 else error.detail
    return Response({"problem": problem}, status_code=error.status_code)
