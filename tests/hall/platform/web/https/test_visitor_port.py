"""The plain port lets nothing through that leads out of the folders of a ticket's page."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from hall.platform.web.https.visitor_port import VisitorPort


def asked(path: str) -> tuple[list[str], int]:
    """Return the paths that reached the app, and the status of the answer."""
    reached: list[str] = []
    statuses: list[int] = []

    async def app(scope: Any, _receive: Any, send: Any) -> None:
        reached.append(scope["path"])
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    async def receive() -> Any:
        return {"type": "http.request", "body": b""}

    scope: Any = {"type": "http", "method": "GET", "path": path, "headers": []}
    asyncio.run(VisitorPort(app, with_tickets=True)(scope, receive, send))
    return reached, statuses[0]


@pytest.mark.parametrize(
    "path", ["/static/common/../../head", "/static/visitor/..", "/api/v1/brand/../hall", "/static/fonts/a/../../../t"]
)
def test_a_path_with_two_dots_reaches_nothing(path: str) -> None:
    assert asked(path) == ([], 404)


@pytest.mark.parametrize("path", ["/static/common/base.css", "/api/v1/brand/light", "/t"])
def test_what_a_ticket_needs_reaches_the_hall(path: str) -> None:
    assert asked(path) == ([path], 200)
