"""Schemathesis asks every operation of a hall, as each role: no answer is a server error or unlike the document."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from hall.platform.security.access import Role
from tests.helpers.acceptance_environment import interpreter
from tests.helpers.hall_in_a_thread import RunningHall

pytestmark = [pytest.mark.full, pytest.mark.process, pytest.mark.timeout(900), pytest.mark.allow_logs]
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
NEVER_ENDS = "/api/v1/live"
RUN_S = 850


@pytest.mark.parametrize("role", [*Role, None], ids=lambda role: role.value if role else "nobody")
def test_no_role_meets_a_server_error_or_an_answer_that_is_not_described(
    hall: RunningHall, tmp_path: Path, role: Role | None
) -> None:
    python = interpreter("schemathesis")
    hall.tokens |= {"counter": hall.tokens["counter1"], "agent": hall.sign_in()}
    for service in ("A", "A", "A"):
        hall.issue(service)
    document = tmp_path / "openapi.json"
    document.write_text(hall.get("/openapi.json").text, encoding="utf-8")
    header = ["--header", f"Authorization: Bearer {hall.tokens[role.value]}"] if role else []
    done = subprocess.run(
        [python.with_name("schemathesis"), "run", document, "--url", hall.base, *header,
         "--checks", CHECKS, "--phases", "examples,coverage,fuzzing", "--max-examples", "5", "--seed", "1",
         "--exclude-path", NEVER_ENDS, "--continue-on-failure", "--suppress-health-check", "all",
         "--warnings", "off", "--no-color"],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=RUN_S,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "HYPOTHESIS_STORAGE_DIRECTORY": os.fspath(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-8000:]
    assert not [one for one in hall.hall.parts.health.meters.requests if one[2] >= 500]
