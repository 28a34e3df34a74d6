"""Examples for an OpenAPI document, made from its schemas: a value that people know for each name of a field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]
SAMPLES: Mapping[str, Any] = {
    "agent": "salim",
    "agents": ["salim"],
    "attempt": "01a21000-8800-7438-96ab-ab4dab87baef",
    "code": "48213907",
    "colour": "#0f6b3c",
    "counter": 3,
    "detail": "service: is missing",
    "device": "01a21000-8800-7438-96ab-ab4dab87bb01",
    "directorate": "lands",
    "email": "head@example.om",
    "field": "service",
    "first": "2026-11-24",
    "governorate": "muscat",
    "hall": "seeb",
    "language": "ar",
    "last": "2026-11-26",
    "n": 3,
    "name": "kiosk at the door",
    "number": "SEEB-2026-000017",
    "official": "director",
    "phone": "+96891234567",
    "pin": "471829",
    "prefix": "A",
    "problem": "is missing",
    "seq": 41,
    "service": "A",
    "services": ["A"],
    "status_url": "https://seeb.hall.example.om/t#7KQ4M2XD",
    "stream": "9f2c",
    "subject": "Transfer of a title deed",
    "text": "The office is closed on Thursday.",
    "ticket": "A047",
    "time_zone": "Asia/Muscat",
    "token": "TOKEN",
    "url": "https://seeb.hall.example.om/",
    "visit": "01a21000-8800-7438-96ab-ab4dab87baef",
    "visits": ["01a21000-8800-7438-96ab-ab4dab87baef"],
}
"""By the name of a field, where its type takes it."""
TEXTS: Mapping[str, str] = {
    "text/csv": "service,visits\nA,46\n",
    "text/event-stream": 'id: 9f2c:41\nevent: fact\ndata: {"seq":41}\n\n',
    "text/plain": "dawr_visits_waiting 3\n",
}
"""By media type."""
_FORMATS = {
    "date": "2026-11-24",
    "date-time": "2026-11-24T05:00:01Z",
    "time": "09:30:00",
    "uri": "https://seeb.hall.example.om/",
    "uuid": "01a21000-8800-7438-96ab-ab4dab87baef",
}
_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "string": str, "integer": int, "number": (int, float), "boolean": bool, "array": list, "object": dict,
}  # fmt: skip
MOST_LEVELS = 8


def example_of(schema: Schema, schemas: Mapping[str, Schema], name: str = "", level: int = 0) -> Any:  # noqa: ANN401
    """Return a value that the schema describes; `schemas` are the components, `name` is the field that it stands in.

    >>> example_of({"$ref": "#/Call"}, {"Call": {"type": "object", "properties": {"ticket": {"type": "string"}}}})
    {'ticket': 'A047'}
    """
    if "$ref" in schema:
        return example_of(schemas[schema["$ref"].rpartition("/")[2]], schemas, name, level)
    if choices := schema.get("oneOf") or schema.get("anyOf"):
        real = [one for one in choices if one.get("type") != "null"] or choices
        return example_of(real[0], schemas, name, level)
    if values := schema.get("enum"):
        return values[0]
    if "const" in schema:
        return schema["const"]
    kind = schema.get("type", "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if level >= MOST_LEVELS and kind in {"array", "object"}:
        return [] if kind == "array" else {}
    if kind == "object":
        return _object(schema, schemas, level)
    if kind == "array":
        return _array(schema, schemas, name, level)
    return _scalar(schema, kind, name)


def _object(schema: Schema, schemas: Mapping[str, Schema], level: int) -> dict[str, Any]:
    fields = schema.get("properties", {})
    if fields:
        return {name: example_of(field, schemas, name, level + 1) for name, field in fields.items()}
    values = schema.get("additionalProperties")
    if not isinstance(values, Mapping):
        return {}
    return {"en": "Title deed"} if values.get("type") == "string" else {
        "A": example_of(values, schemas, "", level + 1)
    }  # fmt: skip


def _array(schema: Schema, schemas: Mapping[str, Schema], name: str, level: int) -> list[Any]:
    items = schema.get("items")
    return [example_of(items, schemas, name.removesuffix("s"), level + 1)] if isinstance(items, Mapping) else []


def _scalar(schema: Schema, kind: str, name: str) -> Any:  # noqa: ANN401
    if schema.get("format") in _FORMATS:
        return _FORMATS[schema["format"]]
    known = SAMPLES.get(name)
    if isinstance(known, _TYPES.get(kind, ())) and not (kind == "integer" and isinstance(known, bool)):
        return known
    if schema.get("default") is not None:
        return schema["default"]
    if kind in {"integer", "number"}:
        return int(schema.get("minimum", 0)) or 1
    return False if kind == "boolean" else "text" if kind == "string" else None
