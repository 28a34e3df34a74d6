"""What is said before anything is installed, by an interpreter without any package."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from commands import COMMANDS
from commands.runtime import environment, preflight
from tests.helpers.speeds import some

ROOT = Path(__file__).resolve().parents[3]


def _bare(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run main.py as a fresh clone does: no environment, and none that could be made."""
    start = (
        "import sys, pathlib; from commands.runtime import environment;"
        f"environment.VENV = pathlib.Path({str(tmp_path / 'venv')!r});"
        "environment._install = environment._ensure_system = lambda *_: sys.exit('it would install');"
        "import main; sys.exit(main.main(sys.argv[1:]))"
    )
    bare = {name: value for name, value in os.environ.items() if name not in {"DAWR_ENVIRONMENT", "VIRTUAL_ENV"}}
    command = [str(Path(sys.base_prefix) / "bin" / "python3"), "-S", "-c", start, *arguments]
    return subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", some(sorted(COMMANDS), "hall", "report", "setup", "test"))
def test_every_commands_help_is_told_without_installing(name: str, tmp_path: Path) -> None:
    done = _bare(tmp_path, name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"main.py {name}" in done.stdout


@pytest.mark.parametrize(("name", "installs"), [("hall", "doctor"), ("pictures", "lint")])
def test_where_options_cannot_be_listed_the_help_says_what_to_do(name: str, installs: str, tmp_path: Path) -> None:
    lines = _bare(tmp_path, name, "--help").stdout.splitlines()
    assert lines[-2:] == [f"  python3 main.py {installs}", f"  python3 main.py {name} --help"]
    assert environment.is_made(COMMANDS[installs].needs) == environment.is_made(COMMANDS[name].needs)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bench", "dance"], "no benchmark dance; there are board"),
        (["setup", "--out", "/nowhere/hall.toml"], "there is no folder /nowhere; make it first"),
        (["dance"], "no command 'dance'"),
    ],
)
def test_a_wrong_name_or_place_is_said_without_installing(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = _bare(tmp_path, *arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_what_is_right_goes_on_to_be_installed(tmp_path: Path) -> None:
    assert "it would install" in _bare(tmp_path, "bench", "writer").stderr


def test_where_the_packages_are_the_command_tells_its_own_options(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacks(_name: str) -> ModuleType:
        raise ModuleNotFoundError("PySide6")

    monkeypatch.setattr(preflight, "_module", lacks)
    monkeypatch.setattr(environment, "is_made", lambda _needs: True)
    assert preflight.said("kiosk", ["--help"]) is None
    assert preflight.said("kiosk", []) is None
