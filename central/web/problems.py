"""Answer every refusal and fault with a problem document (RFC 9457) that has a stable code."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.types import ExceptionHandlersMap
from sqlalchemy.exc import InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from central.errors import BodyError, BusyError, CentralError
from central.web.addresses import address_of
from central.web.dependencies import parts_of
from common.log.refusals import LOGGED, RefusalLog
from web.service.strict_request import BodyCutException

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
AnyRequest = Request[Any, Any, Any]
Problem = Response[dict[str, object]]
_BATCH_PATH = re.compile(r"/batches/(\d+-\d+)$")
_CODES = {404: "no_such_path", 405: "no_such_method"}
_MISSING = re.compile(r"Missing required (\w+) parameter '([^']+)'")


def refused(request: AnyRequest, error: CentralError) -> Problem:
    """Answer a refusal of our own, and leave a line in the log of refusals."""
    headers = {"Retry-After": str(error.retry_after_s)} if isinstance(error, BusyError) else {}
    if error.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    log_refusal(parts_of(request).refusals, request, error)
    return problem(request, error.status, error.code, error.detail, headers=headers, **error.more)


def invalid(request: AnyRequest, error: ValidationException) -> Problem:
    """Answer a parameter that is missing or wrong, or a body that is empty."""
    fields = _fields(error)
    if any(field["field"] == "body.data" for field in fields):
        return refused(request, BodyError("not_json", "the body is not JSON: it is empty", status=400))
    detail = "; ".join(f"{field['field']}: {field['problem']}" for field in fields) or error.detail
    return problem(request, 422, "invalid", detail, fields=fields)


def refused_by_litestar(request: AnyRequest, error: HTTPException) -> Problem:
    """Answer what Litestar itself refuses."""
    if error.status_code == 413:
        limit = request.route_handler.resolve_request_max_body_size()
        too_large = BodyError("too_large", f"the body is longer than {limit} bytes", status=413)
        return refused(request, too_large)
    if isinstance(error, BodyCutException):
        return refused(request, BodyError("body_cut", error.detail, status=400))
    if error.status_code >= 500:
        return fault(request, error)
    detail = f"{request.method} {request.url.path}: {error.detail}"
    code = _CODES.get(error.status_code, "refused")
    return problem(request, error.status_code, code, detail, headers=error.headers)


def log_refusal(refusals: RefusalLog, request: AnyRequest, error: CentralError) -> None:
    """Leave one line about a request that was refused for who asks or how often; it holds no secret."""
    if error.status not in LOGGED:
        return
    caller = request.scope.get("user")
    refusals.write(
        error.code,
        role=caller.kind if caller else None,
        address=address_of(request),
        method=request.method,
        path=request.scope.get("path_template", "-"),
    )


def problem(
    request: AnyRequest,
    status: int,
    code: str,
    detail: str,
    *,
    headers: Mapping[str, str] | None = None,
    **more: object,
) -> Problem:
    """Return a problem document; about a batch it names the batch and its digest, so that the hall can believe it."""
    document: dict[str, object] = {"type": "about:blank", "title": code.replace("_", " "), "status": status}
    document |= {"code": code, "detail": detail, **more}
    named = _BATCH_PATH.search(request.url.path)
    if named:
        document |= {"batch": named[1], "digest": request.headers.get("Content-Digest", "")}
    return Response(document, status_code=status, headers=dict(headers or {}), media_type=MEDIA_TYPE)


def database_away(request: AnyRequest, error: SQLAlchemyError) -> Problem:
    """Answer the database's trouble, full disks included: the hall must not look for a bad entry in its batch."""
    log.error("the database did not do its work: %s", error)
    return problem(request, 503, "database_away", "the database cannot be used now", headers={"Retry-After": "10"})


def fault(request: AnyRequest, error: Exception) -> Problem:
    """Answer a mistake of ours, and log it: the edge of a request."""
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return problem(request, 500, "internal", "the centre failed on this request; its log says why")


def _fields(error: ValidationException) -> list[dict[str, str]]:
    if missing := _MISSING.search(error.detail):
        return [{"field": f"{missing[1]}.{missing[2]}", "problem": "is missing"}]
    extra = error.extra if isinstance(error.extra, list) else []
    return [
        {"field": ".".join(str(one[part]) for part in ("source", "key") if part in one), "problem": one["message"]}
        for one in extra
    ]


EXCEPTION_HANDLERS: ExceptionHandlersMap = {
    CentralError: refused,
    ValidationException: invalid,
    HTTPException: refused_by_litestar,
    OperationalError: database_away,
    InterfaceError: database_away,
    PoolTimeoutError: database_away,
    Exception: fault,
}
"""The handlers by the exception that each answers."""
