"""Complete the OpenAPI document that Litestar writes: who may call an operation, its refusals, and examples.

Hall and centre give it their rules; everything else comes from the handlers and from the contract's types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.openapi import OpenAPIConfig
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import Components, SecurityScheme
from litestar.routes import HTTPRoute
from msgspec import to_builtins
from msgspec.json import schema_components

from contracts.codec.message import Request
from contracts.queue.answers import Problem
from web.service.openapi_examples import TEXTS, example_of
from web.service.reference_page import Reference

PROBLEM = "application/problem+json"
JSON = "application/json"
TOKEN, SESSION = "bearer", "session"
"""The two ways to say who calls: a token in a header, a browser's cookie."""
WHAT_STATUSES_MEAN: Mapping[int, str] = {
    400: "The request cannot be read",
    401: "Who calls is not known",
    403: "Who calls may not do this",
    404: "There is no such thing",
    409: "It does not fit the present state",
    413: "The body is too large",
    415: "The body is written in a way that is not read here",
    422: "A parameter or a field is missing or wrong",
    423: "Locked after too many wrong tries",
    426: "The body is written in a version that is not read here",
    429: "Asked too often",
    500: "A mistake of this service; its log says more",
    503: "Not now: ask again after Retry-After seconds",
}
Document = dict[str, Any]


@dataclass(frozen=True)
class Rules:
    """What the document says of one operation beside what its handler says."""

    security: tuple[str, ...]
    """Ways to say who calls, each enough alone; none where the path is open."""
    refusals: Iterable[int]
    refusals_of_parameters: Iterable[int] = ()
    """What an operation refuses beside these where it has parameters."""
    body_type: str = ""
    """The media type of a body that the handler reads for itself."""
    parameters: Mapping[str, object] = field(default_factory=dict)
    """Examples of parameters by name."""
    more: Mapping[str, object] = field(default_factory=dict)
    """Entries of our own, `x-…`."""


def refusals(*statuses: int) -> dict[int, ResponseSpec]:
    """Return what `responses` of a handler documents for these statuses of refusals."""
    return {
        status: ResponseSpec(
            Problem, generate_examples=False, description=WHAT_STATUSES_MEAN[status], media_type=PROBLEM
        )
        for status in statuses
    }


def openapi_config(title: str, description: str, cookie: str, reference: Reference) -> OpenAPIConfig:
    """Return how Litestar writes the document; `cookie` is the name of a session's, `reference` shows it."""
    return OpenAPIConfig(
        title=title,
        version="1",
        description=description,
        components=Components(
            security_schemes={
                TOKEN: SecurityScheme(type="http", scheme="bearer", description="The token of a program or a person."),
                SESSION: SecurityScheme(
                    type="apiKey", security_scheme_in="cookie", name=cookie, description="The session of a browser."
                ),
            }
        ),
        operation_id_creator=lambda handler, _method, _path: handler.handler_name,
        use_handler_docstrings=True,
        render_plugins=[reference],
        openapi_router=reference.router(),
    )


@lru_cache(maxsize=4)
def document(application: Litestar, rules_of: Callable[[str, str], Rules]) -> Document:
    """Return the complete document of an application, made once; `rules_of` takes a method and a path."""
    written: Document = _with_any_of(to_builtins(application.openapi_schema.to_schema()))
    schemas = written["components"]["schemas"]
    schemas |= schema_components([Problem], ref_template="#/components/schemas/{name}")[1]
    schemas["Problem"]["examples"] = [to_builtins(Problem("Not Found", 404, "visit_unknown", "there is no such visit"))]
    for path, item in written["paths"].items():
        for method, operation in item.items():
            handler = _handler(application, method.upper(), path)
            rules = rules_of(method.upper(), path)
            _describe(operation, rules, handler)
            _close(operation, handler, schemas)
            _give_examples(operation, rules, schemas)
    return written


def _with_any_of(part: Any) -> Any:  # noqa: ANN401
    """Return the part with `anyOf` for unions: Litestar writes `oneOf`, which a word of an enum or text breaks."""
    if isinstance(part, dict):
        return {"anyOf" if name == "oneOf" else name: _with_any_of(one) for name, one in part.items()}
    return [_with_any_of(one) for one in part] if isinstance(part, list | tuple) else part


def _handler(application: Litestar, method: str, path: str) -> HTTPRouteHandler:
    return next(
        handler
        for route in application.routes
        if isinstance(route, HTTPRoute) and route.path_format == path
        for handler in route.route_handlers
        if method in handler.http_methods
    )


def _describe(operation: Document, rules: Rules, handler: HTTPRouteHandler) -> None:
    operation["summary"] = operation["description"].partition("\n")[0].rstrip(".")
    operation["security"] = [{scheme: []} for scheme in rules.security]
    operation |= rules.more
    if rules.body_type:
        binary = {"type": "string", "format": "binary"}
        operation["requestBody"] = {"required": True, "content": {rules.body_type: {"schema": binary}}}
    if (body := handler.parsed_data_field) is not None and body.has_default:
        operation["requestBody"]["required"] = False
    answers = operation["responses"]
    answers.get("204", {}).pop("content", None)
    own = {int(status) for status, answer in answers.items() if PROBLEM in answer.get("content", {})}
    of_parameters = rules.refusals_of_parameters if operation.get("parameters") else ()
    answers |= {str(status): _refusal(status) for status in own.union(rules.refusals, of_parameters)}


def _refusal(status: int) -> Document:
    content = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {"description": f"{WHAT_STATUSES_MEAN[status]}.", "content": {PROBLEM: content}}


def _close(operation: Document, handler: HTTPRouteHandler, schemas: Document) -> None:
    """Say of each class in the body of a request that it takes no other fields."""
    body = handler.parsed_data_field
    names = _names(operation["requestBody"]) if body is not None and issubclass(body.annotation, Request) else set()
    seen = set[str]()
    while names - seen:
        name = (names - seen).pop()
        seen.add(name)
        if "properties" in schemas[name]:
            schemas[name]["additionalProperties"] = False
        names |= _names(schemas[name])


def _names(part: object) -> set[str]:
    if isinstance(part, dict):
        own = {part["$ref"].rpartition("/")[2]} if "$ref" in part else set()
        return own.union(*map(_names, part.values()))
    return set[str]().union(*map(_names, part)) if isinstance(part, list) else set()


def _give_examples(operation: Document, rules: Rules, schemas: Document) -> None:
    for parameter in operation.get("parameters", ()):
        name = parameter["name"]
        if name in rules.parameters:
            parameter["example"] = rules.parameters[name]
        elif parameter["in"] == "path":
            parameter["example"] = example_of(parameter["schema"], schemas, name)
    answers = [one for status, one in operation["responses"].items() if status.startswith("2")]
    for part in (operation.get("requestBody", {}), *answers):
        for media_type, content in part.get("content", {}).items():
            if media_type == JSON and "schema" in content:
                content["example"] = example_of(content["schema"], schemas)
            elif (text := TEXTS.get(media_type.partition(";")[0])) is not None:
                content["example"] = text
