"""Schemathesis asks every operation of a hall, as each role: no answer is a server error or unlike the document."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from hall.platform.security.access import Role
from tests.helpers.hall_in_a_thread import RunningHall
from tests.helpers.schemathesis_run import requests_sent

pytestmark = [pytest.mark.full, pytest.mark.process, pytest.mark.timeout(900), pytest.mark.allow_logs]
NEVER_ENDS = "/api/v1/live"


@pytest.mark.parametrize("role", [*Role, None], ids=lambda role: role.value if role else "nobody")
def test_no_role_meets_a_server_error_or_an_answer_that_is_not_described(
    hall: RunningHall, tmp_path: Path, role: Role | None, caplog: pytest.LogCaptureFixture
) -> None:
    hall.tokens |= {"counter": hall.tokens["counter1"], "agent": hall.sign_in()}
    for service in ("A", "A", "A"):
        hall.issue(service)
    document = tmp_path / "openapi.json"
    document.write_text(hall.get("/openapi.json").text, encoding="utf-8")
    sent = requests_sent(hall.base, document, hall.tokens[role.value] if role else "", without=NEVER_ENDS)
    assert sent > 5_000
    assert not [one for one in hall.hall.parts.health.meters.requests if one[2] >= 500]
    assert not [one.getMessage() for one in caplog.records if one.levelno >= logging.ERROR]
