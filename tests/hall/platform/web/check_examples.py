"""Runs in the acceptance environment: says which examples of the OpenAPI document at argv[1] break their schemas."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openapi_schema_validator import OAS31Validator


def problems(document: dict[str, Any]) -> Iterator[str]:
    """Yield a line for each example of a body or an answer that is not what its schema says."""
    for operation in (one for item in document["paths"].values() for one in item.values()):
        for part in (operation.get("requestBody", {}), *operation["responses"].values()):
            content = part.get("content", {}).get("application/json", {})
            if "example" in content:
                schema = {**content["schema"], "components": document["components"]}
                for error in OAS31Validator(schema).iter_errors(content["example"]):
                    yield f"{operation['operationId']}: {error.message[:200]}"


if __name__ == "__main__":
    sys.exit("\n".join(problems(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))) or None)
