"""The OpenAPI document: paths from the routes, roles from the access table, schemas from the contract's structs."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.responses import Response

from contracts import live, offline, training
from contracts.appointments import figures as official_figures
from contracts.appointments import officials
from contracts.codec.message import Message
from contracts.complaints import answers
from contracts.day import answers as day_answers
from contracts.day import arrangements, opening
from contracts.devices import kiosk_figures, kiosk_use, paper
from contracts.enquiries import answers as enquiry_answers
from contracts.enquiries import figures
from contracts.queue import answers as hall_answers
from contracts.queue import bodies, corrections, queues_view, reception
from contracts.queue.answers import Problem
from contracts.reporting import figures as figure_answers
from contracts.reporting import plan, scheduled_reports, story, trust
from contracts.requests import answers as request_answers
from contracts.requests import bodies as request_bodies
from contracts.requests import figures as request_figures
from contracts.settings import hall_view, kiosks
from contracts.surveys import answers as survey_answers
from contracts.surveys import figures as survey_figures
from contracts.waits import accuracy, outlook
from hall.platform.live.sse import json_line
from hall.platform.security.access import OPEN, TABLE
from hall.platform.web.call import PREFIX, Call, HallRoute, schema_of
from hall.platform.web.problems import MEDIA_TYPE

_MODULES = (
    hall_answers,
    hall_view,
    kiosks,
    kiosk_figures,
    kiosk_use,
    paper,
    queues_view,
    reception,
    scheduled_reports,
    arrangements,
    day_answers,
    enquiry_answers,
    opening,
    outlook,
    accuracy,
    figure_answers,
    request_figures,
    figures,
    official_figures,
    trust,
    story,
    survey_answers,
    survey_figures,
    training,
    plan,
    answers,
    corrections,
    officials,
    offline,
    bodies,
    request_answers,
    request_bodies,
    live,
)
_PROBLEM = {"description": "A problem document", "content": {MEDIA_TYPE: {"schema": schema_of(Problem)}}}
_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "minLength": 1, "maxLength": 200},
    "description": "The same key with the same body gives the same answer; kept until the day is closed.",
}


def document(app: FastAPI) -> dict[str, Any]:
    """Return the document; built once, at the first request (it needs all schemas)."""
    if app.openapi_schema is None:
        paths = get_openapi(title="Dawr hall service", version=app.version, routes=app.routes)
        for path, item in paths["paths"].items():
            for method, operation in item.items():
                _complete(operation, method.upper(), path)
        paths["components"] = {
            "schemas": _schemas(),
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        }
        app.openapi_schema = paths
    return app.openapi_schema


async def openapi_json(call: Call) -> Response:
    """Return the OpenAPI document."""
    return Response(json_line(document(call.app)), media_type="application/json")


def _complete(operation: dict[str, Any], method: str, path: str) -> None:
    roles = TABLE[method, path.removeprefix(PREFIX)]
    named = [
        {"name": name, "in": "path", "required": True, "schema": _part(name)} for name in re.findall(r"\{(\w+)\}", path)
    ]
    asked = operation.get("parameters", [])
    operation["parameters"] = named + asked + ([_KEY] if method == "POST" else [])
    operation["responses"]["default"] = _PROBLEM
    operation["x-roles"] = sorted(role.value for role in roles)
    operation["security"] = [] if roles == OPEN else [{"bearer": []}]


def _part(name: str) -> dict[str, str]:
    return {"type": "integer" if name == "n" else "string"}


def _schemas() -> dict[str, Any]:
    classes = [cls for module in _MODULES for cls in _messages(module)]
    return msgspec.json.schema_components(classes, ref_template="#/components/schemas/{name}")[1]


def _messages(module: ModuleType) -> list[type]:
    return [
        item
        for item in vars(module).values()
        if isinstance(item, type) and issubclass(item, Message) and item.__module__ == module.__name__
    ]


__all__ = ["HallRoute", "document", "openapi_json"]
