"""The web pages at the root, and who may look at them: the browser's cookie decides."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from contracts.settings.hall_view import BrandView
from hall.platform.refusals import ServiceError
from hall.platform.security.authentication import COOKIE
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.health import health_answer
from hall.settings.queries.hall import brand_view
from web.pages import page_routes
from web.ports import AwayError, Viewer


def install(app: FastAPI) -> None:
    """Serve the pages of `web`, the health for monitors that look at the root, and a way in."""
    app.router.routes += [*page_routes(_viewer, _brand), Route("/healthz", _healthz), Route("/", _front)]


async def _viewer(request: Request) -> Viewer | None:
    parts: Dependencies = request.app.state.parts
    try:
        caller = await parts.security.authenticator.of_request(
            {}, request.cookies.get(COOKIE), parts.clock.now(), unsafe=False
        )
    except ServiceError as refusal:  # no cookie, an old one or a forged one: the page says how to sign in
        if COOKIE in request.cookies:
            address = request.client.host if request.client else ""
            parts.security.refusals.write(
                refusal.code, role=None, address=address, method="GET", path=request.scope["path"]
            )
        return None
    except parts.database.away as away:
        raise AwayError(damaged="database_damaged" in parts.health.reasons()) from away
    return Viewer(caller.role.value, caller.name)


def _brand(request: Request) -> BrandView:
    parts: Dependencies = request.app.state.parts
    return brand_view(parts.settings().brand)


async def _healthz(request: Request) -> Response:
    parts: Dependencies = request.app.state.parts
    return health_answer(parts)


async def _front(_request: Request) -> Response:
    return RedirectResponse("/head")
