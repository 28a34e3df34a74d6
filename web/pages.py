"""The web pages: which path shows which template to whom; figures come by script from the service's own contract."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import MediaType, Request, Response, Router, get
from litestar.handlers import HTTPRouteHandler
from litestar.response import Redirect
from litestar.static_files import create_static_files_router

from common.text.languages import LANGUAGE_NAMES, direction
from contracts.settings.hall_view import BrandView
from web.head_pages import COMMANDERS, HEAD_PAGES, HeadPage, pages_for
from web.navigation import places_of
from web.ports import AwayError, BrandSource, ViewerSource
from web.texts import LANGUAGES, VISITOR_LANGUAGES, accepted, chosen, texts

HERE = Path(__file__).resolve().parent
TEMPLATES = sorted((HERE / "templates").iterdir())
"""A template is known by its name alone, whichever folder it lies in."""
FONTS = HERE.parent / "assets" / "fonts"
LANGUAGE_COOKIE = "dawr_language"
YEAR_S = 31_536_000
OPEN_PAGES = {"/enter": "enter", "/t": "phone", "/counter": "counter", "/tablet": "tablet"}
"""Paths of the pages that need no sign-in: the way in, the visitor's page, the counter and the tablet beside it."""
PUBLIC_PAGES = ("phone", "enter", "refused", "damaged", "not_now", "counter", "tablet")
"""Pages that need no sign-in; they carry their own texts only, and no other page carries those."""
SHARED = {"phone": {"survey", "wait"}, "counter": {"device", "span"}, "tablet": {"survey"}}
"""Texts that public pages have in common."""
PHONE_ERRORS = frozenset(
    f"error.{code}"
    for code in (
        "already_so", "not_waiting", "undo_too_late", "nothing_to_undo", "too_many_tries", "unreachable", "hall_away",
        "day_over", "survey_early", "survey_over", "complaints_many", "field_invalid",
    )
)  # fmt: skip
"""The refusals that the visitor's page meets: it carries the texts of no others, for small bytes on slow lines."""
AnyRequest = Request[Any, Any, Any]


def page_handlers(viewer_of: ViewerSource, brand_of: BrandSource) -> list[HTTPRouteHandler | Router]:
    """Return the handlers of all pages and of what they load; `viewer_of` says who looks, `brand_of` whose they are."""
    return [
        *(_for_staff(shown, viewer_of, brand_of) for shown in HEAD_PAGES),
        *(_for_all(path, name, brand_of) for path, name in OPEN_PAGES.items()),
        *static_files(),
    ]


def static_files() -> list[Router]:
    """Return the routers of what pages load: fonts, styles, scripts, pictures."""
    folders = {"/static/fonts": FONTS, "/static": HERE / "static"}
    return [
        create_static_files_router(path, [folder], include_in_schema=False, name=path)
        for path, folder in folders.items()
    ]


def _for_staff(shown: HeadPage, viewer_of: ViewerSource, brand_of: BrandSource) -> HTTPRouteHandler:
    @get(shown.path, include_in_schema=False)
    async def show(request: AnyRequest) -> Response[str] | Redirect:
        try:
            viewer = await viewer_of(request)
        except AwayError as away:
            return page(request, "damaged" if away.damaged else "not_now", brand_of(request), status=503)
        own = pages_for(viewer.role) if viewer is not None else ()
        if shown is HEAD_PAGES[0] and own and own[0] is not shown:
            return Redirect(own[0].path)  # the first page of who may not see the hall's: an auditor's
        if viewer is None or viewer.role not in shown.roles:
            return page(request, "refused", brand_of(request), status=401 if viewer is None else 403)
        return page(request, shown.name, brand_of(request), role=viewer.role)

    return show


def _for_all(path: str, name: str, brand_of: BrandSource) -> HTTPRouteHandler:
    @get(path, include_in_schema=False)
    async def show(request: AnyRequest) -> Response[str]:
        wishes = phone_wishes(request) if name == "phone" else ()
        return page(request, name, brand_of(request), otherwise=wishes)

    return show


def phone_wishes(request: Any) -> tuple[str | None, ...]:  # noqa: ANN401  # the centre's is still of Starlette
    """Return in which languages the visitor's page opens where nobody chose one: the ticket's, then the phone's."""
    return request.query_params.get("ticket"), *accepted(request.headers.get("accept-language", ""))


def page(
    request: AnyRequest,
    name: str,
    brand: BrandView,
    *,
    status: int = 200,
    role: str = "",
    otherwise: tuple[str | None, ...] = (),
) -> Response[str]:
    """Return a page in the language of the address, the cookie, the first of `otherwise` that is ours, or Arabic."""
    asked = request.query_params.get("lang")
    language = chosen(asked, request.cookies.get(LANGUAGE_COOKIE), *otherwise, among=languages_of(name))
    answer = Response(
        rendered(name, language, role, brand=branding(brand, language)),
        status_code=status,
        headers={"Cache-Control": "no-store"},
        media_type=MediaType.HTML,
    )
    if asked == language:
        answer.set_cookie(LANGUAGE_COOKIE, language, max_age=YEAR_S, samesite="strict")
    return answer


def languages_of(name: str) -> tuple[str, ...]:
    """Return the languages in which this page is there."""
    return VISITOR_LANGUAGES if name == "phone" else LANGUAGES


class Branding(NamedTuple):
    """What a page shows of its brand: the ministry's name in its language, and the emblem's address by ground."""

    ministry: str = ""
    light: str = ""
    dark: str = ""


def branding(brand: BrandView, language: str) -> Branding:
    """Return the brand as a page in this language shows it; a third language falls back to English, as elsewhere."""
    wanted = ("ar",) if language == "ar" else (language, "en", "ar")
    ministry = next((brand.ministry[tag] for tag in wanted if brand.ministry.get(tag)), "")
    return Branding(ministry, brand.emblems.get("light", ""), brand.emblems.get("dark", ""))


@cache
def rendered(name: str, language: str, role: str = "", api: str = "", brand: Branding | None = None) -> str:
    """Return a page as HTML for a role of the staff, or for anybody; there are a handful, each made once.

    `api`: where its scripts ask, where that is not the hall that serves it.
    """
    words = texts(language)
    return (
        _environment()
        .get_template(f"{name}.html")
        .render(
            lang=language,
            dir=direction(language),
            t=words,
            commands=role in COMMANDERS,
            shown=name,
            role=role,
            api=api,
            places=places_of(pages_for(role)),
            brand=brand or Branding(),
            languages=[(tag, LANGUAGE_NAMES[tag], direction(tag)) for tag in languages_of(name)],
            words=_as_data({key: text for key, text in words.items() if _goes_with(key, name)}),
        )
    )


def _goes_with(key: str, name: str) -> bool:
    family = key.partition(".")[0]
    if name == "phone" and family == "error":
        return key in PHONE_ERRORS
    if name in PUBLIC_PAGES:
        return family in {name, "error"} | SHARED.get(name, set())
    return family not in PUBLIC_PAGES


def _as_data(words: dict[str, str]) -> str:
    return json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
