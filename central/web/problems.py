"""Answer every refusal and fault with a problem document (RFC 9457) that has a stable code."""

from __future__ import annotations

import logging
import re

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.exceptions import HTTPException

from central.errors import BusyError, CentralError
from central.web.addresses import address_of
from central.web.authentication import caller_now
from common.log.refusals import LOGGED, RefusalLog

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
_BATCH_PATH = re.compile(r"/batches/(\d+-\d+)$")


def problem(
    request: Request, status: int, code: str, detail: str, *, headers: dict[str, str] | None = None, **more: object
) -> JSONResponse:
    """Return a problem document; about a batch it names the batch and its digest, so that the hall can believe it."""
    document: dict[str, object] = {"type": "about:blank", "title": code.replace("_", " "), "status": status}
    document |= {"code": code, "detail": detail, **more}
    named = _BATCH_PATH.search(request.url.path)
    if named:
        document |= {"batch": named[1], "digest": request.headers.get("Content-Digest", "")}
    return JSONResponse(document, status, headers=headers, media_type=MEDIA_TYPE)


def log_refusal(request: Request, error: CentralError) -> None:
    """Leave one line about a request that was refused for who asks or how often; it holds no secret."""
    if error.status not in LOGGED:
        return
    caller = caller_now()
    refusals: RefusalLog = request.app.state.refusals
    refusals.write(
        error.code,
        role=caller.kind if caller else None,
        address=address_of(request),
        method=request.method,
        path=getattr(request.scope.get("route"), "path", "-"),
    )


def add_problem_answers(app: FastAPI) -> None:
    """Make `app` answer every error with a problem document, and leave a line about who was refused."""
    app.state.refusals = RefusalLog()

    @app.exception_handler(CentralError)
    async def _refused(request: Request, error: CentralError) -> JSONResponse:
        headers = {"Retry-After": str(error.retry_after_s)} if isinstance(error, BusyError) else {}
        if error.status == 401:
            headers["WWW-Authenticate"] = "Bearer"
        log_refusal(request, error)
        return problem(request, error.status, error.code, error.detail, headers=headers, **error.more)

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        fields = [{"field": ".".join(map(str, e["loc"])), "problem": e["msg"]} for e in error.errors()]
        said = "; ".join(f"{f['field']}: {f['problem']}" for f in fields)
        return problem(request, 422, "invalid", said, fields=fields)

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> JSONResponse:
        codes = {404: "no_such_path", 405: "no_such_method"}
        detail = f"{request.method} {request.url.path}: {error.detail}"
        headers = dict(error.headers or {})
        return problem(request, error.status_code, codes.get(error.status_code, "refused"), detail, headers=headers)

    @app.exception_handler(OperationalError)
    @app.exception_handler(InterfaceError)
    @app.exception_handler(PoolTimeoutError)
    async def _database(request: Request, error: SQLAlchemyError) -> JSONResponse:
        # The database's trouble, not the batch's: the hall must not look for a bad entry. Full disks, too.
        log.error("the database did not do its work: %s", error)
        return problem(request, 503, "database_away", "the database cannot be used now", headers={"Retry-After": "10"})

    @app.exception_handler(Exception)
    async def _fault(request: Request, error: Exception) -> JSONResponse:
        # The edge of a request; the server logs the traceback.
        del error
        return problem(request, 500, "internal", "the centre failed on this request; its log says why")
