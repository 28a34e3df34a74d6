"""Answers of the contract as they are stored and sent."""

from __future__ import annotations

from typing import Any

from litestar import Response

from hall.kernel.callers import Answer
from hall.platform.live.sse import json_line

NO_CONTENT = Answer(204, b"")


def said(status: int, value: object) -> Answer:
    """Return an answer of the contract as status and JSON, as it is stored and sent."""
    return Answer(status, json_line(value))


def stored_answer(answer: Answer) -> Response[Any]:
    """Return a stored answer over HTTP."""
    return Response(answer.body, status_code=answer.status, media_type="application/json")
