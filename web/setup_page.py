"""The set-up page: a set-up file made by choice and tick, with the printer, the voice and the screen tried out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Litestar, MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import ClientException, NotFoundException
from litestar.params import FromPath, FromQuery, RawBody, SkipValidation

from common.text.languages import direction
from common.text.texts import FOLDER
from web.local_app import check_own_page, local_app
from web.texts import chosen

HERE = Path(__file__).resolve().parent
_BODY_MAX_BYTES = 2 * 1024 * 1024


class Workshop(Protocol):
    """What the page can do on this machine; each call may take seconds and runs off the event loop."""

    def catalogue(self) -> dict[str, Any]:
        """Return what can be ticked: categories, services, governorates, site kinds and usual times."""
        ...

    def check(self, form: dict[str, Any]) -> dict[str, Any]:
        """Return `{"toml", "problems": [{"key", "text", "warning"}]}` of the answers so far; nothing is written."""
        ...

    def save(self, form: dict[str, Any]) -> dict[str, Any]:
        """Write the set-up file and return `{"path", "next": [command lines]}`, or `{"problem"}`."""
        ...

    def printers(self) -> list[dict[str, str]]:
        """Return the printers found: `{"url", "name"}` each."""
        ...

    def sample(self, url: str, paper_mm: int) -> dict[str, Any]:
        """Print a sample ticket and return `{"state"}`, or `{"problem"}`."""
        ...

    def voice(self, ticket: str, counter: int, language: str) -> bytes:
        """Return a spoken call as a WAV file."""
        ...


_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
}
TheWorkshop = NamedDependency[SkipValidation[Workshop]]


def setup_app(workshop: Workshop) -> Litestar:
    """Return the page and its few questions as an application for this machine alone."""
    return local_app([page, ask, voice], {"workshop": workshop}, most_bytes=_BODY_MAX_BYTES)


@get("/", media_type=MediaType.HTML, sync_to_thread=True)
def page(workshop: TheWorkshop, lang: FromQuery[str | None] = None) -> Response[str]:
    """Return the page."""
    return Response(_rendered(chosen(lang), workshop.catalogue()), headers=_HEADERS)


@post("/ask/{what:str}", status_code=200, guards=[check_own_page], sync_to_thread=True)
def ask(workshop: TheWorkshop, what: FromPath[str], body: RawBody) -> dict[str, Any]:
    """Answer one question of the page."""
    if what not in _QUESTIONS:
        raise NotFoundException(f"no such question: {what}")
    try:
        form = _form(body)
    except ValueError as error:
        raise ClientException(str(error)) from error
    return _answer(workshop, what, form)


@get("/voice.wav", media_type="audio/wav", sync_to_thread=True)
def voice(workshop: TheWorkshop, lang: FromQuery[str | None] = None) -> Response[bytes]:
    """Return a spoken call, 404 where there are no clips for it."""
    wav = workshop.voice("A047", 3, chosen(lang))
    return Response(wav, status_code=200 if wav else 404)


_QUESTIONS = {"check", "save", "printers", "sample"}
_PAPERS_MM = (80, 58)
_KINDS: dict[str, type] = {
    **dict.fromkeys(("hall", "brand", "kiosk", "devices", "requests"), dict),
    **dict.fromkeys(("categories", "services", "counters", "agents", "days", "times"), list),
}
_LISTS_OF_TABLES = ("categories", "services", "counters", "agents")
REQUEST_LISTS = ("topic", "directorate", "power")


def _form(body: bytes) -> dict[str, Any]:
    """Return the answers of the page; raise ValueError for what it never sends."""
    try:
        form = json.loads(body or b"{}")
    except (ValueError, RecursionError) as error:
        raise ValueError("not JSON") from error
    if not _is_form(form):
        raise ValueError("not a form of this page")
    if form.get("paper_mm", 80) not in _PAPERS_MM:
        raise ValueError("paper_mm: 80 or 58")
    return dict(form)


def _is_form(form: object) -> bool:
    if not isinstance(form, dict) or not all(isinstance(form.get(key, kind()), kind) for key, kind in _KINDS.items()):
        return False
    lists = [form.get(key, []) for key in _LISTS_OF_TABLES]
    lists += [form.get("requests", {}).get(key, []) for key in REQUEST_LISTS]
    return all(isinstance(tables, list) and all(isinstance(table, dict) for table in tables) for tables in lists)


def _answer(workshop: Workshop, what: str, form: dict[str, Any]) -> dict[str, Any]:
    match what:
        case "check":
            return workshop.check(form)
        case "save":
            return workshop.save(form)
        case "printers":
            return {"printers": workshop.printers()}
        case _:
            return workshop.sample(str(form.get("url", "")), form.get("paper_mm", 80))


def _rendered(language: str, catalogue: dict[str, Any]) -> str:
    words = json.loads((FOLDER / f"setup_{language}.json").read_text(encoding="utf-8"))
    loader = FileSystemLoader(sorted((HERE / "templates").iterdir()))
    template = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("setup.html")
    data = {name: json.dumps(value, ensure_ascii=False).replace("<", "\\u003c") for name, value in
            {"words": words, "catalogue": catalogue}.items()}  # fmt: skip
    return template.render(lang=language, dir=direction(language), t=words, **data)
