"""Problem documents (RFC 9457): what is sent of a refusal."""

from __future__ import annotations

from http import HTTPStatus

from contracts.queue.answers import FieldProblem, Problem
from hall.kernel.refusals import HallError
from hall.platform.refusals import FieldInvalidError, ServiceError, status_of

MEDIA_TYPE = "application/problem+json"


def problem_of(error: HallError) -> Problem:
    """Return the problem document of a refusal."""
    status = status_of(error.code)
    fields, wait_s = (error.fields, error.retry_after_s) if isinstance(error, ServiceError) else ((), None)
    phrase = HTTPStatus(status).phrase
    return Problem(phrase, status, error.code, error.detail, fields=fields, retry_after_s=wait_s)


def field_invalid(field: str, problem: str) -> FieldInvalidError:
    """Return the refusal of one field; `problem` says what was expected."""
    return FieldInvalidError(f"{field}: {problem}" if field else problem, fields=(FieldProblem(field, problem),))
