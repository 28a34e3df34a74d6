"""Whatever is sent to the interface, by whoever: no answer is a fault, and each is one that the description names."""

from __future__ import annotations

import logging
import subprocess
from pathlib import Path

import pytest

from tests.helpers.acceptance_environment import interpreter
from tests.helpers.centre import RunningCentre

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
KINDS = ("nobody", "hall", "reader", "acts", "platform", "admin", "auditor")
SEED = 20261129


@pytest.mark.full
@pytest.mark.allow_logs  # of requests that are no HTTP the server says so
@pytest.mark.parametrize("kind", KINDS)
def test_no_request_is_answered_by_a_fault_or_in_an_undocumented_way(
    centre: RunningCentre, held: dict[str, str], document: Path, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    program = interpreter("schemathesis").with_name("schemathesis")
    command = [program, "run", document, "--url", centre.url, "--checks", CHECKS]
    command += ["--phases", "examples,coverage,fuzzing", "--max-examples", "5", "--seed", str(SEED)]
    command += ["--warnings", "off", "--continue-on-failure", "--no-color"]
    if held[kind]:
        command += ["--header", f"Authorization: Bearer {held[kind]}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:]
    assert "No issues found" in done.stdout
    loud = {one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING}
    assert loud <= {"Invalid HTTP request received."}
