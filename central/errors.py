"""Refusals of the centre, each with a stable code, and what goes with them in a problem document.

CentralError
    TokenError             401, who calls is not known
    ForbiddenError         403, known, but not allowed here
    NotFoundError          404
    BodyError              400, 413, 415 or 422, the request itself is wrong
    StreamError            409, the batch does not continue what the centre has
    SchemaError            426, the batch is written in a version not read here
    BusyError              429 or 503, ask again later
ConfigError                the settings are wrong; nothing was started
"""

from __future__ import annotations

from collections.abc import Mapping


class ConfigError(Exception):
    """The settings are wrong: one line for each problem."""


class CentralError(Exception):
    """A refusal: `status` and `code` for programs, `detail` one sentence for people, `more` further members."""

    status = 400

    def __init__(
        self, code: str, detail: str, *, status: int | None = None, more: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.status = status or self.status
        self.more = dict(more or {})


class TokenError(CentralError):
    """Who calls is not known."""

    status = 401


class ForbiddenError(CentralError):
    """Who calls is known, but may not do this."""

    status = 403


class NotFoundError(CentralError):
    """There is no such thing."""

    status = 404


class BodyError(CentralError):
    """The request is wrong; the sender must correct it."""

    status = 422


class StreamError(CentralError):
    """The batch does not continue what the centre has: code gap, fork or lease."""

    status = 409


class SchemaError(CentralError):
    """The batch is written in a version that is not read here."""

    status = 426


class BusyError(CentralError):
    """Not now; `retry_after_s` says when."""

    status = 503

    def __init__(self, code: str, detail: str, *, retry_after_s: int, status: int | None = None) -> None:
        super().__init__(code, detail, status=status)
        self.retry_after_s = retry_after_s
