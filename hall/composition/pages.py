"""The web pages at the root, and who may look at them: the browser's cookie decides."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from common.text.digits import WESTERN, in_digits
from contracts.settings.hall_view import BrandView
from hall.people.routes.ministry_sign_in import HANDLERS, MINISTRY
from hall.platform.refusals import ServiceError
from hall.platform.security.authentication import COOKIE
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.exception_handlers import refuse_address
from hall.platform.web.request import HALL, PREFIX, HallRequest
from hall.platform.web.routes.health import HealthView, health_answer
from hall.settings.queries.hall import brand_view
from web.pages import is_for_a_page, missing_page, page, page_handlers
from web.ports import AwayError, Viewer
from web.rendering import Privacy, in_language


def root_handlers() -> list[ControllerRouterHandler]:
    """Return the pages of `web`, the health check at the root for monitors, and the first page."""
    pages = page_handlers(_viewer, _brand, _has_ministry)
    return [*pages, *HANDLERS, show_privacy, show_health_at_root, show_first_page]


async def _viewer(request: Request[Any, Any, Any]) -> Viewer | None:
    parts = _parts(request)
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


def _has_ministry(request: Request[Any, Any, Any]) -> bool:
    return _parts(request).find(MINISTRY) is not None


def _brand(request: Request[Any, Any, Any]) -> BrandView:
    return brand_view(_parts(request).settings().brand)


def refuse_unknown_path(request: Request[Any, Any, Any], error: NotFoundException) -> Response[Any]:
    """Answer a path that is not there: a browser with a page, a program with a problem document."""
    if is_for_a_page(request) and not request.scope["path"].startswith(PREFIX):
        return missing_page(request, _brand(request))
    return refuse_address(request, error)


def _parts(request: Request[Any, Any, Any]) -> Dependencies:
    parts: Dependencies = request.scope[HALL]  # type: ignore[literal-required]  # our own entry
    return parts


@get("/privacy", include_in_schema=False)
async def show_privacy(request: HallRequest) -> Response[str]:
    """Tell a visitor what the hall stores about people, and for how long."""
    settings = request.parts.settings()

    def of(language: str) -> Privacy:
        digits = settings.digits if language == "ar" else WESTERN
        phone_days = in_digits(str(settings.requests.phone_days), digits)
        words_days = in_digits(str(settings.limits.words_days), digits)
        return Privacy(in_language(settings.privacy_notice, language), phone_days, words_days)

    return page(request, "privacy", brand_view(settings.brand), privacy_of=of)


@get("/healthz", include_in_schema=False)
async def show_health_at_root(request: HallRequest) -> Response[HealthView]:
    """Answer as `/api/v1/healthz` does."""
    return health_answer(request.parts)


@get("/", include_in_schema=False)
async def show_first_page() -> Redirect:
    """Lead to the page of the staff."""
    return Redirect("/head")
