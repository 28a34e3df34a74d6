"""Complete what Litestar documents of each operation: a summary, who may call it, its refusals, and an example.

Hall and centre give it their rules; the document itself is Litestar's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from litestar.handlers import HTTPRouteHandler
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import Example, OpenAPIMediaType, Operation, RequestBody, Schema
from litestar.openapi.spec.enums import OpenAPIFormat, OpenAPIType
from litestar.plugins import ReceiveRoutePlugin
from litestar.routes import BaseRoute, HTTPRoute
from litestar.utils.helpers import unwrap_partial
from msgspec import UNSET, Struct, UnsetType, to_builtins

PROBLEM = "application/problem+json"


class FieldProblem(Struct, frozen=True):
    """What is wrong with one field of a body, or with one parameter."""

    field: str
    problem: str


class Problem(Struct, frozen=True):
    """A refusal or a fault (RFC 9457); programs go by `code`, people read `detail`."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    fields: list[FieldProblem] | UnsetType = UNSET


WHAT_STATUSES_MEAN: Mapping[int, str] = {
    400: "The request cannot be read",
    401: "Who calls is not known",
    403: "Who calls may not do this",
    404: "There is no such thing",
    409: "It does not fit what is there",
    413: "The body is too large",
    415: "The body is written in a way that is not read here",
    422: "A parameter or a field is missing or wrong",
    426: "The body is written in a version that is not read here",
    429: "Asked too often",
    500: "A mistake of this service; its log says more",
    503: "Not now: ask again after Retry-After seconds",
}


@dataclass(frozen=True)
class Shown:
    """An example of an operation: a body that is sent and an answer, as instances of their types or as plain text.

    `body_type` is the media type of a body that the handler reads for itself.
    """

    body: object = None
    answer: object = None
    body_type: str = ""
    parameters: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Rules:
    """What the documentation of one operation adds to its handler."""

    shown: Shown
    security: tuple[dict[str, list[str]], ...] = ()
    refusals: Iterable[int] = ()


def refusals(*statuses: int) -> dict[int, ResponseSpec]:
    """Return what `responses` of a handler documents for these statuses of refusals."""
    return {status: _refusal(status) for status in statuses}


class DocumentedRoutes(ReceiveRoutePlugin):
    """Completes each route of the document by the rules of its method and path."""

    def __init__(self, rules_of: Callable[[str, str], Rules]) -> None:
        self._rules_of = rules_of

    def receive_route(self, route: BaseRoute) -> None:
        """Complete the handlers of a route that is documented."""
        if isinstance(route, HTTPRoute):
            for handler in route.route_handlers:
                if handler.resolve_include_in_schema():
                    self._complete(handler, route.path_format)

    def _complete(self, handler: HTTPRouteHandler, path: str) -> None:
        (method,) = handler.http_methods
        rules = self._rules_of(method, path)
        summary, _, rest = (unwrap_partial(handler.fn).__doc__ or "").strip().partition("\n")
        handler.summary = summary.rstrip(".")
        handler.description = rest.strip() or summary
        handler.security = rules.security
        own = handler.responses or {}
        handler.responses = {**{status: _refusal(status) for status in rules.refusals}, **own}
        members = {"shown": rules.shown, "status": str(handler.status_code)}
        handler.operation_class = type("Documented", (_DocumentedOperation,), members)


@dataclass
class _DocumentedOperation(Operation):
    shown: ClassVar[Shown]
    status: ClassVar[str]

    def __post_init__(self) -> None:
        shown = self.shown
        if shown.body_type:
            binary = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
            self.request_body = RequestBody(content={shown.body_type: OpenAPIMediaType(binary)}, required=True)
        if isinstance(self.request_body, RequestBody) and shown.body is not None:
            _add_example(self.request_body.content, shown.body)
        answer = (self.responses or {}).get(self.status)
        if shown.answer is not None and answer is not None and not hasattr(answer, "ref"):
            _add_example(answer.content or {}, shown.answer)
        for parameter in self.parameters or []:
            if not hasattr(parameter, "ref") and parameter.name in shown.parameters:
                parameter.example = shown.parameters[parameter.name]


def _add_example(content: Mapping[str, OpenAPIMediaType], shown: object) -> None:
    value: Any = shown if isinstance(shown, str) else to_builtins(shown, str_keys=True)
    for media_type in content.values():
        media_type.examples = {"example": Example(value=value)}


def _refusal(status: int) -> ResponseSpec:
    meaning = WHAT_STATUSES_MEAN[status]
    shown = Problem("about:blank", "the code in words", status, "the_code", meaning)
    return ResponseSpec(
        Problem,
        generate_examples=False,
        description=meaning,
        media_type=PROBLEM,
        examples=[Example(value=to_builtins(shown))],
    )
