"""Schemathesis asks a hall as each role what the role may ask, and everything as nobody.

No answer is a server error or unlike the document. That a role is refused all other operations, `test_access.py` tries.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest

from hall.platform.security.access import Role
from tests.helpers.hall_in_a_thread import RunningHall
from tests.helpers.schemathesis_run import requests_sent

pytestmark = [pytest.mark.full, pytest.mark.process, pytest.mark.timeout(900), pytest.mark.allow_logs]
NEVER_ENDS = "/api/v1/live"


def described_to(role: Role | None, document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with the operations of the role and those that are open to all; all of them for nobody."""
    if role is None:
        return document
    paths = {
        path: {method: one for method, one in item.items() if role.value in one["x-roles"] or not one["x-roles"]}
        for path, item in document["paths"].items()
    }
    return document | {"paths": {path: item for path, item in paths.items() if item}}


@pytest.mark.parametrize("role", [*Role, None], ids=lambda role: role.value if role else "nobody")
def test_no_role_meets_a_server_error_or_an_answer_that_is_not_described(
    hall: RunningHall, tmp_path: Path, role: Role | None, caplog: pytest.LogCaptureFixture
) -> None:
    hall.tokens |= {"counter": hall.tokens["counter1"], "agent": hall.sign_in()}
    for service in ("A", "A", "A"):
        hall.issue(service)
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps(described_to(role, hall.get("/openapi.json").json())), encoding="utf-8")
    sent = requests_sent(hall.base, document, hall.tokens[role.value] if role else "", without=NEVER_ENDS)
    assert sent > 500
    assert not [one for one in hall.hall.parts.health.meters.requests if one[2] >= 500]
    assert not [one.getMessage() for one in caplog.records if one.levelno >= logging.ERROR]
