"""Answers of the contract as they are stored and sent."""

from __future__ import annotations

from typing import Any

from litestar import Response
from litestar.serialization import default_serializer
from litestar.types import Serializer

from contracts.codec.reader import to_json
from hall.kernel.callers import Answer
from hall.platform.live.sse import json_line

NO_CONTENT = Answer(204, b"")


class ContractResponse(Response[Any]):
    """An answer of the contract, written as every program of this system writes it."""

    def render(  # the parameters are those of Litestar
        self,
        content: Any,  # noqa: ANN401
        media_type: str,  # noqa: ARG002
        enc_hook: Serializer = default_serializer,  # noqa: ARG002
    ) -> bytes:
        """Return the bytes that are sent."""
        return content if isinstance(content, bytes) else json_line(to_json(content))


def said(status: int, value: object) -> Answer:
    """Return an answer of the contract as status and JSON, as it is stored and sent."""
    return Answer(status, json_line(to_json(value)))


def stored_answer(answer: Answer) -> Response[Any]:
    """Return a stored answer over HTTP."""
    return Response(answer.body, status_code=answer.status, media_type="application/json")
