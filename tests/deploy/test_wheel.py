"""The wheel: what is in it, and that a hall works where only it and its dependencies are installed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
import requests

from common.version import release

ROOT = Path(__file__).parents[2]
LEFT_OUT = {"tests", "tools", "bench"}
LEFT_OUT_OF_DOCS = ("docs/adr/", "docs/pictures/")
"""What the help at /help does not show."""

pytestmark = pytest.mark.process


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    # The backend itself, which is among the packages of the tests: no network.
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    return next(folder.glob("dawr-*.whl"))


@pytest.fixture(scope="module")
def dawr(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the installed command, in an environment that sees our dependencies and not our clone."""
    environment = tmp_path_factory.mktemp("installed") / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    python = environment / "bin" / "python"
    site = next(environment.glob("lib/python*/site-packages"))
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel],
        check=True,
    )
    return environment / "bin" / "dawr"


def test_the_wheel_has_one_package_with_every_file_of_the_programs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"dawr"}
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    programs = {
        name for name in tracked if "/" in name and not name.startswith((".", "deploy/wheel/", *LEFT_OUT_OF_DOCS))
    }
    wanted = {f"dawr/{name}" for name in programs if name.partition("/")[0] not in LEFT_OUT}
    assert len(wanted) > 1200
    assert wanted - names == set()
    assert {name for name in names if name.split("/")[1] in LEFT_OUT} == set()
    assert [name for name in names if name.removeprefix("dawr/").startswith(LEFT_OUT_OF_DOCS)] == []
    assert {"dawr/py.typed", "dawr/main.py", "dawr/__main__.py"} <= names


@pytest.mark.full
def test_the_command_tells_the_version_and_commit_that_it_was_built_from(dawr: Path, tmp_path: Path) -> None:
    for command in ([dawr], [dawr.with_name("python"), "-m", "dawr"]):
        done = subprocess.run([*command, "--version"], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.stdout, done.stderr) == (f"dawr {release()}\n", "")
    done = subprocess.run([dawr, "lint"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "no command 'lint'" in done.stderr) == (2, True)
    assert re.fullmatch(r"\d+\.\d+\.\d+\+[0-9a-f]{8}", release())


@pytest.mark.full
def test_an_installed_demo_gives_a_ticket_that_a_counter_calls(dawr: Path, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in {"DAWR_ENVIRONMENT", "PYTHONPATH"}}
    demo = subprocess.Popen(
        [dawr, "demo", "--headless", "--data", "data", "--port", "0"],
        cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with demo:
        assert demo.stdout is not None
        for line in demo.stdout:
            if line.startswith("demo: centre "):  # the last line but for pictures: all of it answers
                break
        told = json.loads((tmp_path / "data" / "demo.json").read_text(encoding="utf-8"))
        ticket = requests.post(
            f"{told['hall']}/api/v1/visits",
            json={"service": "A"},
            headers={"Authorization": f"Bearer {told['tokens']['kiosk']}", "Idempotency-Key": "first"},
            timeout=20,
        )
        page = requests.get(f"{told['hall']}/healthz", timeout=20)
        demo.terminate()
    assert ticket.status_code == 201, ticket.text
    assert page.ok
    assert not (tmp_path / ".venv").exists()
