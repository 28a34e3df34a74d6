"""The web pages: which path shows which template to which role; the pages' scripts read the data over the HTTP API."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from litestar import MediaType, Request, Response, Router, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect

from contracts.settings.hall_view import BrandView
from web.head_pages import HEAD_PAGES, HeadPage, pages_for
from web.ports import AwayError, BrandSource, MinistryCheck, ViewerSource
from web.rendering import LANGUAGE_COOKIE, Privacy, branding, languages_of, phone_wishes, rendered
from web.service.static_files import static_files
from web.texts import chosen

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "assets" / "fonts"
YEAR_S = 31_536_000
OPEN_PAGES = {"/enter": "enter", "/t": "phone", "/counter": "counter", "/tablet": "tablet"}
"""Paths of the pages that need no sign-in: sign-in page, visitor's page, counter, and the tablet beside a counter."""
AnyRequest = Request[Any, Any, Any]


def has_no_ministry(_request: AnyRequest) -> bool:
    """Return that the ministry's accounts do not sign in."""
    return False


def page_handlers(
    viewer_of: ViewerSource, brand_of: BrandSource, has_ministry: MinistryCheck = has_no_ministry
) -> list[HTTPRouteHandler | Router]:
    """Return the handlers of all pages and static files.

    `viewer_of` finds the viewer, `brand_of` the brand; `has_ministry`: whether the ministry's accounts sign in.
    """
    return [
        *(_for_staff(shown, viewer_of, brand_of) for shown in HEAD_PAGES),
        *(_for_all(path, name, brand_of, has_ministry) for path, name in OPEN_PAGES.items()),
        show_help,
        show_help_page,
        *static_routes(),
    ]


@get("/help", include_in_schema=False, sync_to_thread=True)
def show_help(request: AnyRequest) -> Response[str]:
    """Show the list of the help's pages."""
    return _help(request, "")


@get("/help/{name:str}", include_in_schema=False, sync_to_thread=True)
def show_help_page(request: AnyRequest, name: FromPath[str]) -> Response[str]:
    """Show a page of the help, or the list where there is no such page."""
    return _help(request, name)


def _help(request: AnyRequest, name: str) -> Response[str]:
    from web.help_pages import help_html  # noqa: PLC0415 - markdown-it, for a page that is seldom read

    asked = request.query_params.get("lang")
    language = chosen(asked, request.cookies.get(LANGUAGE_COOKIE))
    found = help_html(name, language)
    answer = Response(
        found or help_html("", language),
        status_code=200 if found else 404,
        headers={"Cache-Control": "no-store"},
        media_type=MediaType.HTML,
    )
    return _kept(answer, asked, language)


def static_routes() -> list[Router]:
    """Return the routers of the static files: fonts, styles, scripts, pictures."""
    return [static_files("/static/fonts", [FONTS]), static_files("/static", [HERE / "static"])]


def _for_staff(shown: HeadPage, viewer_of: ViewerSource, brand_of: BrandSource) -> HTTPRouteHandler:
    @get(shown.path, include_in_schema=False)
    async def show(request: AnyRequest) -> Response[str] | Redirect:
        try:
            viewer = await viewer_of(request)
        except AwayError as away:
            return page(request, "damaged" if away.damaged else "not_now", brand_of(request), status=503)
        own = pages_for(viewer.role) if viewer is not None else ()
        if shown is HEAD_PAGES[0] and own and own[0] is not shown:
            return Redirect(own[0].path)  # the first page that an auditor may see
        if viewer is None:
            return Redirect("/enter", query_params=_sign_in(request))
        if viewer.role not in shown.roles:
            return page(request, "refused", brand_of(request), status=403, role=viewer.role)
        return page(request, shown.name, brand_of(request), role=viewer.role)

    return show


def _sign_in(request: AnyRequest) -> dict[str, str]:
    language = request.query_params.get("lang")
    return {"to": request.scope["path"], **({"lang": language} if language else {})}


def is_for_a_page(request: AnyRequest) -> bool:
    """Return whether a browser asks for a page, and no program for data."""
    return request.method == "GET" and "text/html" in request.headers.get("accept", "")


def missing_page(request: AnyRequest, brand: BrandView) -> Response[str]:
    """Return the page that says that there is none at this address."""
    return page(request, "missing", brand, status=404)


def _for_all(path: str, name: str, brand_of: BrandSource, has_ministry: MinistryCheck) -> HTTPRouteHandler:
    @get(path, include_in_schema=False)
    async def show(request: AnyRequest) -> Response[str]:
        wishes = _phone_wishes(request) if name == "phone" else ()
        return page(request, name, brand_of(request), otherwise=wishes, ministry=has_ministry(request))

    return show


def _phone_wishes(request: AnyRequest) -> tuple[str | None, ...]:
    return phone_wishes(request.query_params.get("ticket"), request.headers.get("accept-language", ""))


def page(
    request: AnyRequest,
    name: str,
    brand: BrandView,
    *,
    status: int = 200,
    role: str = "",
    otherwise: tuple[str | None, ...] = (),
    privacy_of: Callable[[str], Privacy] | None = None,
    ministry: bool = False,
) -> Response[str]:
    """Return a page in the language of the address, the cookie, the first supported one of `otherwise`, or Arabic."""
    asked = request.query_params.get("lang")
    language = chosen(asked, request.cookies.get(LANGUAGE_COOKIE), *otherwise, among=languages_of(name))
    answer = Response(
        rendered(
            name,
            language,
            role,
            brand=branding(brand, language),
            privacy=privacy_of(language) if privacy_of is not None else None,
            ministry=ministry,
        ),
        status_code=status,
        headers={"Cache-Control": "no-store"},
        media_type=MediaType.HTML,
    )
    return _kept(answer, asked, language)


def _kept(answer: Response[str], asked: str | None, language: str) -> Response[str]:
    """Let the browser remember a language that its reader asked for."""
    if asked == language:
        answer.set_cookie(LANGUAGE_COOKIE, language, max_age=YEAR_S, samesite="strict")
    return answer
