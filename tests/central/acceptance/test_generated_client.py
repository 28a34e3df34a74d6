"""A client that is generated from the description of the interface works as it is."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.helpers.acceptance_environment import interpreter
from tests.helpers.centre import RunningCentre

STORY = Path(__file__).with_name("ten_operations.py")
NO_CONTENT, CREATED, ACCEPTED = 204, 201, 202


def run(*command: object, **environment: str) -> str:
    """Run a program of others and return what it prints."""
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, env=os.environ | environment
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


def test_the_document_is_valid(document: Path) -> None:
    assert "OK" in run(interpreter("openapi-spec-validator").with_name("openapi-spec-validator"), document)


@pytest.mark.full
def test_a_generated_client_calls_ten_operations(
    centre: RunningCentre, held: dict[str, str], document: Path, tmp_path: Path
) -> None:
    programs = interpreter("openapi-python-client").parent
    generate = (programs / "openapi-python-client", "generate", "--path", document, "--meta", "none")
    run(*generate, "--output-path", tmp_path / "centre_client", PATH=f"{programs}:{os.environ['PATH']}")
    told = run(programs / "python", STORY, centre.url, json.dumps(held), PYTHONPATH=str(tmp_path))
    others = {"enrol": CREATED, "intake": ACCEPTED}
    others |= dict.fromkeys(("take_live", "take_heartbeat", "newest_settings"), NO_CONTENT)
    statuses = json.loads(told)
    assert len(statuses) > 10
    assert statuses == {name: others.get(name, 200) for name in statuses}
