"""The OpenAPI document in the hands of others: a validator, and a generator whose client calls ten operations."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.helpers.acceptance_environment import interpreter
from tests.helpers.hall_in_a_thread import RunningHall

pytestmark = [pytest.mark.full, pytest.mark.process]
HERE = Path(__file__).parent
FILES = ("application/pdf", "image/*", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
"""What the generator takes for bytes."""


def run(python: Path, arguments: Sequence[object], folder: Path) -> str:
    """Run a program of others in the folder and return what it wrote; fail with what it wrote where it fails."""
    done = subprocess.run(
        [python, *map(str, arguments)], cwd=folder, capture_output=True, text=True, check=False, timeout=200,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout


@pytest.fixture
def document(hall: RunningHall, tmp_path: Path) -> Path:
    """The document as the hall gives it, in a file."""
    file = tmp_path / "openapi.json"
    file.write_text(hall.get("/openapi.json").text, encoding="utf-8")
    return file


def test_the_document_is_valid(document: Path) -> None:
    run(interpreter("openapi-spec-validator"), ["-m", "openapi_spec_validator", document], document.parent)


def test_every_example_is_what_its_schema_says(document: Path) -> None:
    run(interpreter("openapi-spec-validator"), [HERE / "check_examples.py", document], document.parent)


def test_a_generated_client_calls_ten_operations(hall: RunningHall, document: Path) -> None:
    python, folder = interpreter("openapi-python-client"), document.parent
    config = folder / "config.json"
    overrides = dict.fromkeys(FILES, "application/octet-stream")
    config.write_text(json.dumps({"post_hooks": [], "content_type_overrides": overrides}), encoding="utf-8")
    generate = ["-m", "openapi_python_client", "generate", "--path", document, "--config", config, "--meta", "none"]
    run(python, [*generate, "--output-path", folder / "client", "--fail-on-warning"], folder)
    tokens = {"kiosk": hall.tokens["kiosk"], "head": hall.tokens["head"], "counter": hall.tokens["counter1"]}
    said = json.loads(run(python, [HERE / "generated_client_calls.py", hall.base, json.dumps(tokens)], folder))
    assert said == {
        "show_hall": "test-hall",
        "issue_ticket": "A001",
        "show_visit": "waiting",
        "sign_in_agent": "salim",
        "call_next_visit": "A001",
        "start_serving": "serving",
        "finish_visit": "finished",
        "show_board": True,
        "list_devices": 5,
        "show_queues": ["A", "B"],
        "refused": "role_refused",
    }
