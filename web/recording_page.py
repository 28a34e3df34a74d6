"""The recording page: a person speaks the board's clips one after the other, and each take is judged at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from common.text.languages import direction
from common.text.texts import FOLDER
from web.local_requests import is_of_this_machine
from web.texts import chosen

HERE = Path(__file__).resolve().parent
TAKE_MAX_BYTES = 8 * 1024 * 1024
"""Forty seconds of two channels at 48 kHz: a clip takes two."""
_HEADERS = {"Cache-Control": "no-store", "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'"}


class Studio(Protocol):
    """What the page records; each call may take seconds and runs off the event loop."""

    def clips(self) -> list[dict[str, Any]]:
        """Return `{"language", "clip", "text", "meaning", "state"}` of each clip, in the order of reading."""
        ...

    def take(self, language: str, clip: str, wav: bytes) -> dict[str, Any]:
        """Judge a take and keep it where it is right: `{"faults", "level_db", …}`, or `{"problem"}`."""
        ...

    def wav(self, language: str, clip: str) -> bytes:
        """Return the clip as a WAV file, empty where there is none."""
        ...


def recording_app(studio: Studio) -> Starlette:
    """Return the page and its few questions as an application for this machine alone."""

    async def page(request: Request) -> Response:
        return HTMLResponse(_rendered(chosen(request.query_params.get("lang"))), headers=_HEADERS)

    async def clips(request: Request) -> Response:
        if not is_of_this_machine(request.headers):
            return JSONResponse({"problem": "only this page itself may ask"}, 403)
        return JSONResponse(await run_in_threadpool(studio.clips), headers=_HEADERS)

    async def take(request: Request) -> Response:
        return await _taken(studio, request)

    async def wav(request: Request) -> Response:
        language, clip = request.path_params["language"], request.path_params["clip"]
        content = await run_in_threadpool(studio.wav, language, clip)
        return Response(content, media_type="audio/wav", headers=_HEADERS) if content else Response(status_code=404)

    return Starlette(
        routes=[
            Route("/", page),
            Route("/clips", clips),
            Route("/clips/{language}/{clip}", take, methods=["POST"]),
            Route("/clips/{language}/{clip}.wav", wav),
            Mount("/static/fonts", StaticFiles(directory=HERE.parent / "assets" / "fonts")),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ]
    )


async def _taken(studio: Studio, request: Request) -> Response:
    if not is_of_this_machine(request.headers):
        return JSONResponse({"problem": "only this page itself may ask"}, 403)
    if int(request.headers.get("content-length") or TAKE_MAX_BYTES + 1) > TAKE_MAX_BYTES:
        return JSONResponse({"problem": "too much at once"}, 413)
    try:
        body = await request.body()
    except ClientDisconnect:
        return JSONResponse({"problem": "the take was cut off"}, 400)
    language, clip = request.path_params["language"], request.path_params["clip"]
    answer = await run_in_threadpool(studio.take, language, clip, body)
    return JSONResponse(answer, 400 if "problem" in answer else 200)


def _rendered(language: str) -> str:
    words = json.loads((FOLDER / f"recording_{language}.json").read_text(encoding="utf-8"))
    loader = FileSystemLoader(sorted((HERE / "templates").iterdir()))
    template = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("recording.html")
    in_page = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    return template.render(lang=language, dir=direction(language), t=words, words=in_page)
