"""The recording page: a person speaks the board's clips one after the other, and each take is judged at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Litestar, MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, RawBody, SkipValidation

from common.text.languages import direction
from common.text.texts import FOLDER
from web.local_app import check_own_page, local_app
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


TheStudio = NamedDependency[SkipValidation[Studio]]
_CLIP = "/clips/{language:str}/{clip:str}"


def recording_app(studio: Studio) -> Litestar:
    """Return the page and its few questions as an application for this machine alone."""
    return local_app([page, clips, take, wav], {"studio": studio}, most_bytes=TAKE_MAX_BYTES)


@get("/", media_type=MediaType.HTML, sync_to_thread=True)
def page(lang: FromQuery[str | None] = None) -> Response[str]:
    """Return the page."""
    return Response(_rendered(chosen(lang)), headers=_HEADERS)


@get("/clips", guards=[check_own_page], sync_to_thread=True)
def clips(studio: TheStudio) -> Response[list[dict[str, Any]]]:
    """Return all clips, in the order of reading."""
    return Response(studio.clips(), headers=_HEADERS)


@post(_CLIP, guards=[check_own_page], sync_to_thread=True)
def take(studio: TheStudio, language: FromPath[str], clip: FromPath[str], body: RawBody) -> Response[dict[str, Any]]:
    """Judge a take of a clip and keep it where it is right."""
    answer = studio.take(language, clip, body)
    return Response(answer, status_code=400 if "problem" in answer else 200)


@get(_CLIP, media_type="audio/wav", sync_to_thread=True)
def wav(studio: TheStudio, language: FromPath[str], clip: FromPath[str]) -> Response[bytes]:
    """Return a clip by the name of its file, `CLIP.wav`; 404 where there is none."""
    content = studio.wav(language, clip.removesuffix(".wav")) if clip.endswith(".wav") else b""
    return Response(content, headers=_HEADERS, status_code=200 if content else 404)


def _rendered(language: str) -> str:
    words = json.loads((FOLDER / f"recording_{language}.json").read_text(encoding="utf-8"))
    loader = FileSystemLoader(sorted((HERE / "templates").iterdir()))
    template = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("recording.html")
    in_page = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    return template.render(lang=language, dir=direction(language), t=words, words=in_page)
