"""Files that pages load: browsers keep them and ask each time whether they changed, which costs no content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Any

from litestar import Router
from litestar.datastructures import CacheControlHeader, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.exceptions import NotFoundException
from litestar.middleware import ASGIMiddleware
from litestar.static_files import create_static_files_router
from litestar.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_NAME = 255
"""Bytes of a file's name."""


def static_files(path: str, folders: Sequence[Path], options: Mapping[str, Any] | None = None) -> Router:
    """Return the router of the files in `folders` below `path`; guards read a handler's `options`."""
    return create_static_files_router(
        path,
        list(folders),
        name=path,
        opt=dict(options or {}),
        cache_control=CacheControlHeader(no_cache=True),
        middleware=[NotModified()],
        include_in_schema=False,
    )


def _may_be_a_file(path: str) -> bool:
    """Return whether the system could have a file of this name: to ask it for another one is an error."""
    return "\x00" not in path and all(len(part.encode()) <= LONGEST_NAME for part in path.split("/"))


class NotModified(ASGIMiddleware):
    """Answers 304 without content where the browser names the ETag of the answer: Litestar only sends the ETag."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Serve one request."""
        if not _may_be_a_file(scope["path"]):
            raise NotFoundException
        asked = MutableScopeHeaders(scope).get("if-none-match", "")
        known = {tag.strip().removeprefix("W/") for tag in asked.split(",")}

        unchanged = False

        async def send_if_changed(message: Message) -> None:
            nonlocal unchanged
            if message["type"] == "http.response.start":
                headers = MutableScopeHeaders.from_message(message)
                unchanged = message["status"] == HTTPStatus.OK and headers.get("etag") in known
                if unchanged:
                    message["status"] = HTTPStatus.NOT_MODIFIED
                    del headers["content-length"]
            elif unchanged and message["type"] == "http.response.body":
                message["body"] = b""
            await send(message)

        await next_app(scope, receive, send_if_changed)
