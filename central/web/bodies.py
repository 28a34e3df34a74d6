"""Read request bodies within limits, and turn them into what the contract names."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TypeVar
from urllib.parse import parse_qs

from fastapi import Request
from starlette.requests import ClientDisconnect

from central.errors import BodyError
from central.intake.line_parser import check_storable
from contracts.centre.sync_api import CODINGS, MAX_COMPRESSED_BYTES
from contracts.codec.reader import ContractError, from_json

T = TypeVar("T")
MAX_MESSAGE_BYTES = 64 * 1024
MAX_FORM_BYTES = 4096
UNSTRIPPED = frozenset({"password", "again"})


async def read_body(request: Request, *, limit: int = MAX_COMPRESSED_BYTES) -> bytes:
    """Return the body; BodyError 413 as soon as it is longer than `limit` bytes, and 400 when it was cut."""
    announced = request.headers.get("Content-Length", "")
    if announced.isascii() and announced.isdigit() and int(announced[:20]) > limit:
        raise _too_large(limit)
    parts, total = [], 0
    try:
        async for part in request.stream():
            total += len(part)
            if total > limit:
                raise _too_large(limit)
            parts.append(part)
    except ClientDisconnect as error:
        raise BodyError("body_cut", "the connection ended before the body did", status=400) from error
    return b"".join(parts)


async def read_form(request: Request) -> dict[str, str]:
    """Return the fields of a page's form, each once and without blanks around it (a password keeps its own)."""
    content = (await read_body(request, limit=MAX_FORM_BYTES)).decode("utf-8", "replace")
    fields = {name: values[0] for name, values in parse_qs(content, max_num_fields=100).items()}
    return {name: value if name in UNSTRIPPED else value.strip() for name, value in fields.items()}


async def read_message(request: Request, cls: type[T], *, limit: int = MAX_MESSAGE_BYTES) -> T:
    """Return a JSON body as `cls`; BodyError names the field that is wrong. Fields of a newer hall are let pass."""
    content = await read_body(request, limit=limit)
    try:
        # Strict UTF-8: json.loads alone would guess other encodings, in which an escape looks otherwise.
        value = json.loads(content.decode("utf-8"))
        if b"\\u" in content:
            check_storable(value)
        return from_json(cls, value)
    except ContractError as error:
        fields = [{"field": error.field, "problem": error.problem}]
        raise BodyError("invalid", str(error), more={"fields": fields}) from error
    except (ValueError, RecursionError) as error:
        raise BodyError("not_json", f"the body is not JSON: {error}", status=400) from error


def coding_in(request: Request) -> str:
    """Return the announced coding of a batch; raise BodyError 415 unless it is read here."""
    coding = request.headers.get("Content-Encoding", "").strip().lower()
    if coding not in CODINGS:
        known = " or ".join(CODINGS)
        raise BodyError(
            "content_encoding", f"send the batch with Content-Encoding: {known}, not {coding!r:.40}", status=415
        )
    return coding


def clock_of(request: Request) -> datetime | None:
    """Return the hall's wall time from `X-Clock`, None when it is missing, naive or unreadable."""
    try:
        instant = datetime.fromisoformat(request.headers.get("X-Clock", ""))
    except ValueError:
        return None
    # OverflowError hides in years 1 and 9999.
    return instant.astimezone(UTC) if instant.tzinfo and 1970 < instant.year < 9000 else None


def _too_large(limit: int) -> BodyError:
    return BodyError("too_large", f"the body is longer than {limit} bytes", status=413)
