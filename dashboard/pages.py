"""The web pages: which path shows which template to whom; figures come by script from the service's own contract."""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from dashboard.ports import ViewerSource
from dashboard.wording import chosen, direction, texts

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "assets" / "fonts"
LANGUAGE_COOKIE = "dawr_language"
HEAD_ROLES = frozenset({"head", "admin", "analyst"})
COMMAND_ROLES = frozenset({"head", "admin"})
YEAR_S = 31_536_000


def page_routes(viewer_of: ViewerSource) -> list[BaseRoute]:
    """Return the routes of all pages and of what they load; `viewer_of` says who looks."""

    async def head(request: Request) -> Response:
        viewer = await viewer_of(request)
        if viewer is None or viewer.role not in HEAD_ROLES:
            return page(request, "refused", status=401 if viewer is None else 403)
        return page(request, "head", commands=viewer.role in COMMAND_ROLES)

    return [
        Route("/head", head),
        Route("/enter", enter),
        Route("/t", phone),
        Mount("/static/fonts", StaticFiles(directory=FONTS)),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]


async def enter(request: Request) -> Response:
    """Return the page that turns the token of its fragment into the browser's session."""
    return page(request, "enter")


async def phone(request: Request) -> Response:
    """Return the visitor's page; his code is in the fragment, which no server and no log sees."""
    return page(request, "phone")


def page(request: Request, name: str, *, status: int = 200, commands: bool = False) -> HTMLResponse:
    """Return a page in the language of the address, the cookie, or Arabic."""
    asked = request.query_params.get("lang")
    language = chosen(asked, request.cookies.get(LANGUAGE_COOKIE))
    answer = HTMLResponse(rendered(name, language, commands=commands), status, {"Cache-Control": "no-store"})
    if asked == language:
        answer.set_cookie(LANGUAGE_COOKIE, language, max_age=YEAR_S, samesite="strict")
    return answer


@cache
def rendered(name: str, language: str, *, commands: bool) -> str:
    """Return a page as HTML; there are a handful, each made once."""
    words = texts(language)
    prefixes = (f"{name}.", "head.", "state.", "break.", "day.", "kind.", "device.", "paper.", "alert.", "error.")
    return (
        _environment()
        .get_template(f"{name}.html")
        .render(
            lang=language,
            dir=direction(language),
            t=words,
            commands=commands,
            words=_as_data(words, prefixes if name == "head" else (f"{name}.", "error.")),
        )
    )


def _as_data(words: dict[str, str], prefixes: Collection[str]) -> str:
    chosen_words = {key: text for key, text in words.items() if key.startswith(tuple(prefixes))}
    return json.dumps(chosen_words, ensure_ascii=False).replace("<", "\\u003c")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined)
