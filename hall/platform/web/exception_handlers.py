"""Every error leaves as an RFC 9457 problem document: of the engine, of the service, of Litestar, or a bug."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from litestar import Request, Response
from litestar.exceptions import (
    HTTPException,
    MethodNotAllowedException,
    NotFoundException,
    ValidationException,
)
from litestar.types import ExceptionHandlersMap

from common.log.refusals import LOGGED
from contracts.queue.answers import FieldProblem
from hall.kernel.refusals import HallError
from hall.platform.live.sse import json_line
from hall.platform.refusals import (
    BodyCutError,
    BodyTooLargeError,
    BodyUnreadableError,
    BugError,
    FieldInvalidError,
    HallAwayError,
    MethodRefusedError,
    PathUnknownError,
    ServiceError,
)
from hall.platform.security.authentication import OPEN_CALLER
from hall.platform.web.bodies import LIMIT_BYTES
from hall.platform.web.problems import MEDIA_TYPE, problem_of
from hall.platform.web.request import HallRequest
from web.service.strict_request import BodyCutException

log = logging.getLogger(__name__)
AnyRequest = Request[Any, Any, Any]


def refuse(request: AnyRequest, refusal: HallError) -> Response[bytes]:
    """Answer a refusal; who is refused for who asks or how often leaves a line in the log, without a secret."""
    answer = problem_answer(refusal)
    if answer.status_code in LOGGED and isinstance(request, HallRequest):
        caller, (method, path), security = request.caller, request.row, request.parts.security
        role = None if caller is OPEN_CALLER else caller.role.value
        security.refusals.write(refusal.code, role=role, address=request.address, method=method, path=path)
        by = request.address if role is None else caller.account or caller.name
        security.trail.count_refusal(refusal.code, role=role or "", by=by)
    return answer


def refuse_parameters(_request: AnyRequest, error: ValidationException) -> Response[bytes]:
    """Answer a part of the address, a header or a whole body that is missing or is not what its type says."""
    problems: Any = error.extra
    fields = tuple(FieldProblem(str(one.get("key", "")), str(one["message"])) for one in problems or ())
    if any(field.field == "data" for field in fields):
        return problem_answer(BodyUnreadableError("the body is empty; a JSON object was expected"))
    detail = "; ".join(f"{field.field}: {field.problem}" for field in fields) or error.detail
    return problem_answer(FieldInvalidError(detail, fields=fields))


def refuse_address(request: AnyRequest, error: HTTPException) -> Response[bytes]:
    """Answer a path that is not there, or not for this method, and what else Litestar finds wrong with a request."""
    path = request.scope["path"]
    if isinstance(error, MethodNotAllowedException):
        return problem_answer(MethodRefusedError(f"{request.method} is not for {path}"))
    if isinstance(error, NotFoundException):
        return problem_answer(PathUnknownError(f"there is no {path} here"))
    if error.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return problem_answer(BodyTooLargeError(f"the body is larger than {LIMIT_BYTES} bytes"))
    if isinstance(error, BodyCutException):
        return problem_answer(BodyCutError(error.detail))
    if error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return report_mistake(request, error)
    return problem_answer(BodyUnreadableError(error.detail))


def report_mistake(request: AnyRequest, error: Exception) -> Response[bytes]:
    """Answer an error that is no refusal: the database is away, or we made a mistake."""
    # The edge of a request: what is wrong is logged whole, told without its inside.
    return problem_answer(_failed(request, error))


def _failed(request: AnyRequest, error: Exception) -> ServiceError:
    if isinstance(request, HallRequest) and isinstance(error, request.parts.database.away):
        # The command queue logs once when the database goes and once when it comes back; each request only says so.
        return HallAwayError("the hall cannot store anything now; nothing was done; try again", retry_after_s=2)
    log.error("%s %s failed", request.method, request.scope.get("path_template", "?"), exc_info=error)
    return BugError("the hall service made a mistake and has logged it")


def problem_answer(error: HallError) -> Response[bytes]:
    """Return a refusal as a problem document."""
    problem = problem_of(error)
    headers = {"Cache-Control": "no-store"}
    if isinstance(error, ServiceError) and error.retry_after_s is not None:
        headers["Retry-After"] = str(error.retry_after_s)
    if problem.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(json_line(problem), status_code=problem.status, headers=headers, media_type=MEDIA_TYPE)


EXCEPTION_HANDLERS: ExceptionHandlersMap = {
    HallError: refuse,
    ValidationException: refuse_parameters,
    HTTPException: refuse_address,
    Exception: report_mistake,
}
