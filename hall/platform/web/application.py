"""The Litestar application of the hall's API: one for the process, which serves the hall and its training rooms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from litestar import Litestar, Router
from litestar.datastructures import CacheControlHeader
from litestar.exceptions import NotFoundException
from litestar.routes import HTTPRoute
from litestar.types import ControllerRouterHandler, ExceptionHandler

from hall.platform.security.access import TABLE
from hall.platform.web.bodies import LIMIT_BYTES
from hall.platform.web.exception_handlers import EXCEPTION_HANDLERS, refuse_address
from hall.platform.web.middleware.access_control import AccessControl, check_request
from hall.platform.web.parameters import DEPENDENCIES
from hall.platform.web.request import PREFIX, HallRequest
from hall.platform.web.routes.openapi import CONFIG


def api_application(
    handlers: Sequence[ControllerRouterHandler],
    others: Sequence[ControllerRouterHandler] = (),
    unknown_path: ExceptionHandler[Any] = refuse_address,
) -> Litestar:
    """Return the application with `handlers` below the API's prefix and `others` at the root."""
    api = Router(
        PREFIX,
        route_handlers=list(handlers),
        middleware=[AccessControl],
        before_request=check_request,
        dependencies=DEPENDENCIES,
        cache_control=CacheControlHeader(no_store=True),
    )
    return Litestar(
        [api, *others],
        request_class=HallRequest,
        request_max_body_size=LIMIT_BYTES,
        exception_handlers={**EXCEPTION_HANDLERS, NotFoundException: unknown_path},
        openapi_config=CONFIG,
        logging_config=None,
    )


def rows_of(application: Litestar) -> set[tuple[str, str]]:
    """Return method and path of each route of the API, as the access table writes them."""
    return {
        (method, route.path_format.removeprefix(PREFIX))
        for route in application.routes
        if isinstance(route, HTTPRoute) and route.path.startswith(PREFIX)
        for method in route.methods
        if method != "OPTIONS"
    }


def check_table(application: Litestar) -> None:
    """Refuse to start with a route without a row in the access table, or a row that no route serves."""
    rows = rows_of(application)
    if missing := set(TABLE) - rows:
        raise RuntimeError(f"no route serves {sorted(missing)}")
    if extra := rows - set(TABLE):
        raise RuntimeError(f"the access table has no row for {sorted(extra)}")
