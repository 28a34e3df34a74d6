"""The examples of the README and of the integrator's page work as they stand, in both languages, with a demo."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READMES = (ROOT / "README.md", ROOT / "docs" / "README.ar.md")
INTEGRATOR = (ROOT / "docs" / "integrator.md", ROOT / "docs" / "ar" / "integrator.md")

pytestmark = pytest.mark.process
needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed here")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the folder in which a reader started the demo."""
    folder = tmp_path_factory.mktemp("reader")
    command = [sys.executable, ROOT / "main.py", "demo", "--headless", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as demo:
        assert demo.stdout is not None
        assert any("demo: centre" in line for line in demo.stdout)
        yield folder
        demo.terminate()


def example(page: Path) -> list[str]:
    """Return the lines of the example that talks to the hall."""
    blocks = re.findall(r"```\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    return next(block for block in blocks if "curl" in block).splitlines()


@dataclass(frozen=True)
class Shell:
    """Runs a line of the page in the reader's folder, after those that set variables."""

    folder: Path
    variables: str

    def __call__(self, command: str, *, timed_out: int = 0) -> str:
        words = ["bash", "-c", f"{self.variables}\n{command}"]
        done = subprocess.run(words, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == timed_out, done.stderr
        return done.stdout


@needs_curl
def test_the_lines_of_the_integrators_page_read_issue_follow_and_export(folder: Path) -> None:
    told = json.loads((folder / "demo-data" / "demo.json").read_text(encoding="utf-8"))
    lines = [line.replace("http://127.0.0.1:8080", told["hall"]) for line in example(INTEGRATOR[0])]
    token, head, hall, ticket, live, figures = lines
    answer_to = Shell(folder, f"{token}\n{head}")
    assert json.loads(answer_to(hall))["services"]
    first = json.loads(answer_to(ticket.replace("first", "of this page")))
    assert json.loads(answer_to(ticket.replace("first", "of this page"))) == first, "the same key is the same ticket"
    assert "event:" in answer_to(live.replace("-sSN", "-sN -m 3"), timed_out=28)
    assert "SHA-256" in answer_to(figures)


@needs_curl
def test_the_lines_for_integrators_read_the_state_issue_a_ticket_and_follow_events(folder: Path) -> None:
    told = json.loads((folder / "demo-data" / "demo.json").read_text(encoding="utf-8"))
    token, state, ticket, live = (line.replace("http://127.0.0.1:8080", told["hall"]) for line in example(READMES[0]))

    answer_to = Shell(folder, token)
    assert json.loads(answer_to(state))["status"] == "ok"
    assert json.loads(answer_to(ticket))["ticket"].startswith("A")
    assert "event:" in answer_to(live.replace("-sSN", "-sN -m 3"), timed_out=28)


def test_both_languages_show_the_same_example() -> None:
    assert example(READMES[0]) == example(READMES[1])
    assert example(INTEGRATOR[0]) == example(INTEGRATOR[1])
    assert len([line for line in example(READMES[0]) if line.startswith("curl")]) == 3
