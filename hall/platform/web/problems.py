"""Every error leaves as an RFC 9457 problem document, whoever raised it: the engine, the service, FastAPI or a bug."""

from __future__ import annotations

import json
import logging
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from contracts.codec.reader import to_json
from contracts.queue.answers import FieldProblem, Problem
from hall.kernel.refusals import HallError
from hall.platform.refusals import (
    BugError,
    FieldInvalidError,
    MethodRefusedError,
    PathUnknownError,
    ServiceError,
    status_of,
)

log = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"


def problem_of(error: HallError) -> Problem:
    """Return the problem document of a refusal."""
    status = status_of(error.code)
    fields = error.fields if isinstance(error, ServiceError) else ()
    return Problem(HTTPStatus(status).phrase, status, error.code, error.detail, fields=fields)


def problem_response(error: HallError) -> Response:
    """Return a refusal as an HTTP answer."""
    problem = problem_of(error)
    headers = {"Cache-Control": "no-store"}
    if isinstance(error, ServiceError) and error.retry_after_s is not None:
        headers["Retry-After"] = str(error.retry_after_s)
    if problem.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    body = json.dumps(to_json(problem), ensure_ascii=False).encode()
    return Response(body, problem.status, headers, MEDIA_TYPE)


def field_invalid(field: str, problem: str) -> FieldInvalidError:
    """Return the refusal of one field; `problem` says what was expected."""
    return FieldInvalidError(f"{field}: {problem}" if field else problem, fields=(FieldProblem(field, problem),))


def install(app: FastAPI) -> None:
    """Make `app` answer every error with a problem document."""
    app.add_exception_handler(HallError, _refusal)
    app.add_exception_handler(RequestValidationError, _bad_parameter)
    app.add_exception_handler(HTTPException, _no_such_path)
    app.add_exception_handler(Exception, _bug)


async def _refusal(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HallError)  # noqa: S101  # registered for this class only
    return problem_response(error)


async def _bad_parameter(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101  # registered for this class only
    fields = tuple(FieldProblem(str(item["loc"][-1]), str(item["msg"])) for item in error.errors())
    detail = "; ".join(f"{field.field}: {field.problem}" for field in fields)
    return problem_response(FieldInvalidError(detail, fields=fields))


async def _no_such_path(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  # registered for this class only
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        return problem_response(MethodRefusedError(f"{request.method} is not for {request.url.path}"))
    return problem_response(PathUnknownError(f"there is no {request.url.path} here"))


async def _bug(request: Request, error: Exception) -> Response:
    # The edge of a request: whatever comes here is our mistake; it is logged whole and told without its inside.
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return problem_response(BugError("the hall service made a mistake and has logged it; nothing was changed"))
